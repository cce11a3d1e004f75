#include "vectors.h"

KERNEL void batch_norm_forward(float *restrict values, const float *restrict scale, float *restrict normalized,
                               float *restrict mean, float *restrict variance, float *restrict inverse_deviation,
                               size_t rows, size_t columns, float epsilon) {
    float share = 1.0f / (float)rows;
    for (size_t column = 0; column < columns; column++) mean[column] = variance[column] = 0.0f;
    for (size_t row = 0; row < rows; row++)
        for (size_t column = 0; column < columns; column++) mean[column] += values[row * columns + column];
    for (size_t column = 0; column < columns; column++) mean[column] *= share;
    for (size_t row = 0; row < rows; row++)
        for (size_t column = 0; column < columns; column++) {
            float deviation = values[row * columns + column] - mean[column];
            variance[column] += deviation * deviation;
        }
    for (size_t column = 0; column < columns; column++) {
        variance[column] *= share;
        inverse_deviation[column] = 1.0f / __builtin_elementwise_sqrt(variance[column] + epsilon);
    }
    for (size_t row = 0; row < rows; row++)
        for (size_t column = 0; column < columns; column++) {
            float number = (values[row * columns + column] - mean[column]) * inverse_deviation[column];
            normalized[row * columns + column] = number;
            values[row * columns + column] = number * scale[column];
        }
}

KERNEL void batch_norm_evaluate(float *restrict values, const float *restrict bias, const float *restrict scale,
                                const float *restrict mean, const float *restrict variance, size_t rows,
                                size_t columns, float epsilon) {
    for (size_t row = 0; row < rows; row++, values += columns)
        for (size_t column = 0; column < columns; column++)
            values[column] = (values[column] + bias[column] - mean[column]) * scale[column]
                / __builtin_elementwise_sqrt(variance[column] + epsilon);
}

KERNEL void batch_norm_backward(float *restrict gradient, const float *restrict normalized,
                                const float *restrict scale, const float *restrict inverse_deviation,
                                const float *restrict shift_gradient, float *restrict scale_gradient, size_t rows,
                                size_t columns) {
    float share = 1.0f / (float)rows;
    for (size_t column = 0; column < columns; column++) scale_gradient[column] = 0.0f;
    for (size_t row = 0; row < rows; row++)
        for (size_t column = 0; column < columns; column++)
            scale_gradient[column] += gradient[row * columns + column] * normalized[row * columns + column];
    for (size_t row = 0; row < rows; row++)
        for (size_t column = 0; column < columns; column++) {
            size_t index = row * columns + column;
            float centred = gradient[index] - share * (shift_gradient[column] + normalized[index] * scale_gradient[column]);
            gradient[index] = centred * scale[column] * inverse_deviation[column];
        }
}
