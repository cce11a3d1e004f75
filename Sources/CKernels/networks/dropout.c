#include "vectors.h"

/* Four words of the stream: Philox 4x32 with ten rounds, as Randomness has it, at counter (place, index). */
INLINE void philox(uint32_t words[4], uint64_t place, uint64_t index, uint32_t key0, uint32_t key1) {
    uint32_t first = (uint32_t)place, second = (uint32_t)(place >> 32);
    uint32_t third = (uint32_t)index, fourth = (uint32_t)(index >> 32);
    for (int round = 0; round < 10; round++) {
        uint64_t left = 0xD2511F53ull * first, right = 0xCD9E8D57ull * third;
        first = (uint32_t)(right >> 32) ^ second ^ key0;
        second = (uint32_t)right;
        third = (uint32_t)(left >> 32) ^ fourth ^ key1;
        fourth = (uint32_t)left;
        key0 += 0x9E3779B9u;
        key1 += 0xBB67AE85u;
    }
    words[0] = first;
    words[1] = second;
    words[2] = third;
    words[3] = fourth;
}

KERNEL void dropout_mask(float *restrict mask, size_t count, uint32_t key0, uint32_t key1, uint64_t index,
                         uint64_t threshold, float kept) {
    size_t blocks = count / 4;
    for (size_t block = 0; block < blocks; block++) {
        uint32_t words[4];
        philox(words, block, index, key0, key1);
        for (size_t word = 0; word < 4; word++) mask[4 * block + word] = words[word] < threshold ? 0.0f : kept;
    }
    uint32_t words[4];
    philox(words, blocks, index, key0, key1);
    for (size_t word = 0; word < count - 4 * blocks; word++)
        mask[4 * blocks + word] = words[word] < threshold ? 0.0f : kept;
}
