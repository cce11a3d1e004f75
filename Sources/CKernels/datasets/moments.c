#include "../networks/vectors.h"
#include "datasets.h"

#pragma STDC FP_CONTRACT OFF

#define ADD_SHIFTED(name, type)                                                                                       \
    KERNEL void name(const type *restrict from, const float *restrict shift, double *restrict sums,                   \
                     double *restrict squares, size_t count) {                                                        \
        for (size_t index = 0; index < count; index++) {                                                              \
            double difference = (double)from[index] - (double)shift[index];                                           \
            sums[index] += difference;                                                                                \
            squares[index] += difference * difference;                                                                \
        }                                                                                                             \
    }

ADD_SHIFTED(add_shifted_bytes, uint8_t)
ADD_SHIFTED(add_shifted_floats, float)

void channel_moments_of_bytes(const uint8_t *from, size_t pixels, size_t channels, double *mean, double *deviations) {
    for (size_t channel = 0; channel < channels; channel++) {
        uint64_t sum = 0, squares = 0;
        for (size_t index = channel; index < pixels * channels; index += channels) {
            sum += from[index];
            squares += (uint32_t)from[index] * from[index];
        }
        /* Exact: n * squares - sum^2 needs up to 128 bits. */
        unsigned __int128 spread = (unsigned __int128)squares * pixels - (unsigned __int128)sum * sum;
        mean[channel] = (double)sum / (double)pixels;
        deviations[channel] = (double)spread / (double)pixels;
    }
}

void channel_moments_of_floats(const float *from, size_t pixels, size_t channels, double *mean, double *deviations) {
    for (size_t channel = 0; channel < channels; channel++) {
        double sum = 0, squares = 0;
        for (size_t index = channel; index < pixels * channels; index += channels) sum += from[index];
        double middle = sum / (double)pixels;
        for (size_t index = channel; index < pixels * channels; index += channels) {
            double difference = from[index] - middle;
            squares += difference * difference;
        }
        mean[channel] = middle;
        deviations[channel] = squares;
    }
}
