#ifndef NETWORKS_VECTORS_H
#define NETWORKS_VECTORS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "networks.h"

/* A kernel is compiled for several vector widths, and the widest that the processor has is chosen when the program
   starts. Kernels are plain loops over arrays that do not overlap, which the compiler turns into vectors. */
#if defined(__x86_64__) && defined(__linux__)
#define KERNEL __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define KERNEL
#endif

#define INLINE static inline __attribute__((always_inline))

/* Lets a sum be split over the lanes of a vector. The split is fixed when the kernel is compiled, so that equal input
   gives equal bits on one machine. To stand at the start of a block. */
#define SPLIT_SUMS _Pragma("clang fp reassociate(on) contract(fast)")

/* The functions below take numbers of either sign unless said otherwise, and give not-a-number for not-a-number. Their
   error is a few units in the last place of the result or, where said, of 1. libm's would keep loops from becoming
   vectors. */

/* 2 to the power n, and e to the power r minus 1, with x = n ln 2 + r and |r| <= ln 2 / 2; x <= 0.
   Adding and taking away 1.5 * 2^23 rounds to the nearest whole number and leaves it in the low bits. The Taylor
   polynomial of degree 7 has a relative error below 1e-8 there. */
INLINE float power_parts(float x, float *fraction) {
    float bounded = x < -87.0f ? -87.0f : x;
    float shifted = bounded * 1.44269504f + 0x1.8p23f;
    float n = shifted - 0x1.8p23f;
    float r = bounded - n * 0.693145752f - n * 1.42860677e-6f;
    float sum = 1.0f / 720 + r * (1.0f / 5040);
    sum = 1.0f / 120 + r * sum;
    sum = 1.0f / 24 + r * sum;
    sum = 1.0f / 6 + r * sum;
    sum = 0.5f + r * sum;
    *fraction = r + r * r * sum;
    uint32_t bits;
    memcpy(&bits, &shifted, sizeof bits);
    bits = (bits << 23) + 0x3f800000u;
    float power;
    memcpy(&power, &bits, sizeof power);
    return power;
}

/* e to the power x, x <= 0; 0 below -87, where it would leave the range of normal numbers. */
INLINE float exp_not_positive(float x) {
    float fraction;
    float power = power_parts(x, &fraction);
    return x < -87.0f ? 0.0f : power + power * fraction;
}

/* e to the power x, minus 1, x <= 0. */
INLINE float expm1_not_positive(float x) {
    float fraction;
    float power = power_parts(x, &fraction);
    return power * fraction + (power - 1.0f);
}

/* The logarithm of 1 + e, 0 <= e <= 1: 2 artanh(e / (2 + e)) by its series, whose argument is at most 1/3. */
INLINE float log1p_unit(float e) {
    float s = e / (2.0f + e);
    float t = s * s;
    float sum = 1.0f / 13 + t * (1.0f / 15);
    sum = 1.0f / 11 + t * sum;
    sum = 1.0f / 9 + t * sum;
    sum = 1.0f / 7 + t * sum;
    sum = 1.0f / 5 + t * sum;
    sum = 1.0f / 3 + t * sum;
    return 2.0f * s * (1.0f + t * sum);
}

INLINE float magnitude(float x) { return __builtin_fabsf(x); }

/* 1 / (1 + e to the power -x). */
INLINE float logistic(float x) {
    float e = exp_not_positive(-magnitude(x));
    float small = e / (1.0f + e);
    return x < 0.0f ? small : 1.0f - small;
}

/* The hyperbolic tangent: near 0 its Taylor polynomial of degree 9, elsewhere (1 - e) / (1 + e), e = exp(-2|x|). */
INLINE float hyperbolic_tangent(float x) {
    float t = x * x;
    float sum = -17.0f / 315 + t * (62.0f / 2835);
    sum = 2.0f / 15 + t * sum;
    sum = -1.0f / 3 + t * sum;
    float near = x + x * t * sum;
    float e = exp_not_positive(-2.0f * magnitude(x));
    float far = (1.0f - e) / (1.0f + e);
    return magnitude(x) < 0.25f ? near : __builtin_copysignf(far, x);
}

/* The normal distribution's share below x, and its density times sqrt(2 pi) in *bell.
   M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions", 1964, eq. 7.1.26 for erfc(|x| / sqrt 2); the
   error is at most 1e-7 absolutely. */
INLINE float normal_share(float x, float *bell) {
    float e = exp_not_positive(-0.5f * x * x);
    float t = 1.0f / (1.0f + 0.3275911f * 0.707106781f * magnitude(x));
    float sum = -1.453152027f + t * 1.061405429f;
    sum = 1.421413741f + t * sum;
    sum = -0.284496736f + t * sum;
    sum = 0.254829592f + t * sum;
    float tail = 0.5f * t * sum * e;
    *bell = e;
    return x < 0.0f ? tail : 1.0f - tail;
}

#endif
