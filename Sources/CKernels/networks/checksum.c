#include "vectors.h"

uint64_t checksum_bytes(const void *bytes, size_t count) {
    /* Eight chains, so that the multiplications do not wait for each other. */
    const uint64_t prime = 0x100000001b3u;
    uint64_t chains[8];
    for (uint64_t lane = 0; lane < 8; lane++) chains[lane] = 0xcbf29ce484222325u + lane;
    const unsigned char *next = bytes;
    size_t rest = count;
    for (; rest >= 64; rest -= 64, next += 64)
        for (size_t lane = 0; lane < 8; lane++) {
            uint64_t word;
            memcpy(&word, next + 8 * lane, 8);
            chains[lane] = (chains[lane] ^ word) * prime;
            chains[lane] ^= chains[lane] >> 32;
        }
    uint64_t sum = (uint64_t)count;
    for (size_t lane = 0; lane < 8; lane++) sum = ((sum ^ chains[lane]) * prime) ^ (sum >> 29);
    for (; rest > 0; rest--, next++) sum = (sum ^ *next) * prime;
    return sum;
}
