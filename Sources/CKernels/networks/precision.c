#include "vectors.h"

INLINE uint32_t bits_of(float x) {
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

INLINE float float_of(uint32_t bits) {
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* The nearest number whose last `dropped` bits are 0, the even one of two; not-a-number stays. */
INLINE float round_bits(float x, uint32_t dropped) {
    uint32_t bits = bits_of(x);
    uint32_t rounded = bits + ((1u << (dropped - 1)) - 1) + ((bits >> dropped) & 1);
    return x == x ? float_of(rounded & ~((1u << dropped) - 1)) : x;
}

INLINE float to_bfloat16(float x) { return round_bits(x, 16); }

/* Below 2^-14 the numbers of float16 are 2^-24 apart, as those of float32 are from 1/2 to 1. */
INLINE float to_float16(float x) {
    float size = magnitude(x);
    float small = (size + 0.5f) - 0.5f;
    float normal = round_bits(size, 13);
    float rounded = size < 0x1p-14f ? small : normal >= 65520.0f ? __builtin_inff() : normal;
    return __builtin_copysignf(rounded, x);
}

KERNEL void round_to_bfloat16(const float *restrict values, float *restrict rounded, size_t count) {
    for (size_t index = 0; index < count; index++) rounded[index] = to_bfloat16(values[index]);
}

KERNEL void round_in_place_to_bfloat16(float *values, size_t count) {
    for (size_t index = 0; index < count; index++) values[index] = to_bfloat16(values[index]);
}

KERNEL void round_to_float16(const float *restrict values, float *restrict rounded, size_t count) {
    for (size_t index = 0; index < count; index++) rounded[index] = to_float16(values[index]);
}

KERNEL void round_in_place_to_float16(float *values, size_t count) {
    for (size_t index = 0; index < count; index++) values[index] = to_float16(values[index]);
}
