#include "vectors.h"

KERNEL void bias_add(float *restrict values, const float *restrict bias, size_t rows, size_t columns) {
    for (size_t row = 0; row < rows; row++, values += columns)
        for (size_t column = 0; column < columns; column++) values[column] += bias[column];
}

KERNEL void column_sums(const float *restrict values, float *restrict sums, size_t rows, size_t columns) {
    for (size_t column = 0; column < columns; column++) sums[column] = 0.0f;
    for (size_t row = 0; row < rows; row++, values += columns)
        for (size_t column = 0; column < columns; column++) sums[column] += values[column];
}

KERNEL void multiply_elements(float *restrict values, const float *restrict factors, size_t count) {
    for (size_t index = 0; index < count; index++) values[index] *= factors[index];
}

KERNEL void product_of_elements(const float *restrict first, const float *restrict second, float *restrict product,
                                size_t count) {
    for (size_t index = 0; index < count; index++) product[index] = first[index] * second[index];
}
