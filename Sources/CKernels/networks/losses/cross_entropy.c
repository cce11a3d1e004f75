#include "../vectors.h"

#include <math.h>

/* The largest of `count` numbers, not-a-number aside. */
INLINE float largest(const float *numbers, size_t count) {
    float most = numbers[0];
    for (size_t index = 1; index < count; index++) most = numbers[index] > most ? numbers[index] : most;
    return most;
}

KERNEL double loss_cross_entropy_value(const float *restrict logits, const int32_t *restrict classes, size_t rows,
                                       size_t columns, float smoothing) {
    SPLIT_SUMS
    double sum = 0.0;
    for (size_t row = 0; row < rows; row++, logits += columns) {
        float most = largest(logits, columns);
        float powers = 0.0f, total = 0.0f;
        for (size_t column = 0; column < columns; column++) {
            float below = logits[column] - most;
            powers += exp_not_positive(below);
            total += below;
        }
        float own = logits[classes[row]] - most;
        sum += (double)logf(powers) - (1.0 - (double)smoothing) * (double)own
            - (double)smoothing * (double)total / (double)columns;
    }
    return sum;
}

KERNEL double loss_cross_entropy_gradient(const float *restrict logits, const int32_t *restrict classes,
                                          float *restrict gradient, size_t rows, size_t columns, float scale,
                                          float smoothing) {
    SPLIT_SUMS
    double sum = 0.0;
    float rest = scale * smoothing / (float)columns;
    for (size_t row = 0; row < rows; row++, logits += columns, gradient += columns) {
        float most = largest(logits, columns);
        float powers = 0.0f, total = 0.0f;
        for (size_t column = 0; column < columns; column++) {
            float below = logits[column] - most;
            float power = exp_not_positive(below);
            gradient[column] = power;
            powers += power;
            total += below;
        }
        float factor = scale / powers;
        for (size_t column = 0; column < columns; column++) gradient[column] = gradient[column] * factor - rest;
        gradient[classes[row]] -= scale * (1.0f - smoothing);
        float own = logits[classes[row]] - most;
        sum += (double)logf(powers) - (1.0 - (double)smoothing) * (double)own
            - (double)smoothing * (double)total / (double)columns;
    }
    return sum;
}
