#include "../networks/vectors.h"
#include "datasets.h"

#pragma STDC FP_CONTRACT OFF

#define STANDARDIZE(name, type)                                                                                       \
    KERNEL void name(const type *restrict from, const float *restrict mean, const float *restrict scale,              \
                     size_t period, float *restrict to, size_t count) {                                               \
        size_t done = 0;                                                                                              \
        while (done < count) {                                                                                        \
            size_t length = count - done < period ? count - done : period;                                            \
            for (size_t index = 0; index < length; index++)                                                           \
                to[done + index] = ((float)from[done + index] - mean[index]) * scale[index];                          \
            done += length;                                                                                           \
        }                                                                                                             \
    }

STANDARDIZE(standardize_bytes, uint8_t)
STANDARDIZE(standardize_floats, float)
