#include "vectors.h"


KERNEL double sum_of_squares(const float *restrict values, size_t count) {
    SPLIT_SUMS
    double sum = 0.0;
    for (size_t index = 0; index < count; index++) sum += (double)values[index] * (double)values[index];
    return sum;
}

KERNEL double sum_of_magnitudes(const float *restrict values, size_t count) {
    SPLIT_SUMS
    double sum = 0.0;
    for (size_t index = 0; index < count; index++) sum += (double)magnitude(values[index]);
    return sum;
}

KERNEL void scale_elements(float *restrict values, float factor, size_t count) {
    for (size_t index = 0; index < count; index++) values[index] *= factor;
}

KERNEL void add_elements(float *restrict values, const float *restrict others, size_t count) {
    for (size_t index = 0; index < count; index++) values[index] += others[index];
}

KERNEL void clip_elements(float *restrict values, float most, size_t count) {
    for (size_t index = 0; index < count; index++) {
        float value = values[index];
        value = value > most ? most : value;
        values[index] = value < -most ? -most : value;
    }
}

KERNEL void add_signs(float *restrict gradient, const float *restrict weights, float amount, size_t count) {
    for (size_t index = 0; index < count; index++) {
        float weight = weights[index];
        gradient[index] += weight > 0.0f ? amount : weight < 0.0f ? -amount : 0.0f;
    }
}
