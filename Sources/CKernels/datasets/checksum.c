#include <string.h>

#include "../networks/vectors.h"
#include "datasets.h"

#define LANES 8
#define PRIME 0x100000001b3u

/* Source: Fowler, Noll, Vo, Eastlake, "The FNV Non-Cryptographic Hash Algorithm" (RFC 9923), here over words. */
KERNEL uint64_t checksum(const void *bytes, size_t count, uint64_t sum) {
    const unsigned char *from = bytes;
    uint64_t lanes[LANES];
    for (size_t lane = 0; lane < LANES; lane++) lanes[lane] = sum + lane;
    for (; count >= sizeof lanes; count -= sizeof lanes, from += sizeof lanes) {
        uint64_t words[LANES];
        memcpy(words, from, sizeof words);
        for (size_t lane = 0; lane < LANES; lane++) lanes[lane] = (lanes[lane] ^ words[lane]) * PRIME;
    }
    for (size_t lane = 0; lane < LANES; lane++) sum = (sum ^ lanes[lane]) * PRIME;
    for (; count > 0; count--, from++) sum = (sum ^ *from) * PRIME;
    return sum;
}
