#ifndef NETWORKS_ACTIVATION_H
#define NETWORKS_ACTIVATION_H

#include "../vectors.h"

/* Makes the two kernels of an activation from `value(x)` and `slope(y)`, the slope told from the value alone, so that
   values may take the place of the sums that they are computed from.

   forward:  kept <- value(kept + bias)                     kept [rows, columns], bias [columns]
   backward: gradient <- gradient * slope(kept); bias_gradient <- its sum over the rows */
#define ACTIVATION_FROM_OUTPUT(name)                                                                                  \
    KERNEL void activation_##name##_forward(float *restrict kept, const float *restrict bias, float *restrict output, \
                                            size_t rows, size_t columns) {                                            \
        (void)output;                                                                                                 \
        for (size_t row = 0; row < rows; row++) {                                                                     \
            float *restrict values = kept + row * columns;                                                            \
            for (size_t column = 0; column < columns; column++)                                                       \
                values[column] = value(values[column] + bias[column]);                                                \
        }                                                                                                             \
    }                                                                                                                 \
    ACTIVATION_BACKWARD(name)

/* As above, with `value(x)` and `slope(x)`: the sums are kept, and the values go to `output`. */
#define ACTIVATION_FROM_INPUT(name)                                                                                   \
    KERNEL void activation_##name##_forward(float *restrict kept, const float *restrict bias, float *restrict output, \
                                            size_t rows, size_t columns) {                                            \
        for (size_t row = 0; row < rows; row++) {                                                                     \
            float *restrict sums = kept + row * columns;                                                              \
            float *restrict values = output + row * columns;                                                          \
            for (size_t column = 0; column < columns; column++) {                                                     \
                float sum = sums[column] + bias[column];                                                              \
                sums[column] = sum;                                                                                   \
                values[column] = value(sum);                                                                          \
            }                                                                                                         \
        }                                                                                                             \
    }                                                                                                                 \
    ACTIVATION_BACKWARD(name)

#define ACTIVATION_BACKWARD(name)                                                                                     \
    KERNEL void activation_##name##_backward(float *restrict gradient, const float *restrict kept,                    \
                                             float *restrict bias_gradient, size_t rows, size_t columns) {            \
        for (size_t column = 0; column < columns; column++) bias_gradient[column] = 0.0f;                             \
        for (size_t row = 0; row < rows; row++) {                                                                     \
            float *restrict gradients = gradient + row * columns;                                                     \
            const float *restrict values = kept + row * columns;                                                      \
            for (size_t column = 0; column < columns; column++) {                                                     \
                float product = gradients[column] * slope(values[column]);                                            \
                gradients[column] = product;                                                                          \
                bias_gradient[column] += product;                                                                     \
            }                                                                                                         \
        }                                                                                                             \
    }

#endif
