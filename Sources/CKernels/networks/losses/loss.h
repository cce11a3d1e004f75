#ifndef NETWORKS_LOSS_H
#define NETWORKS_LOSS_H

#include "../vectors.h"

/* Makes the two kernels of a loss of single numbers from `value(x, y, option)` and `slope(x, y, option)`, the slope
   with respect to the output x, y being the target.

   value: the sum over all elements.   outputs and targets [count]
   gradient: gradient <- scale * slope; gives the same sum. */
#define ELEMENTWISE_LOSS(name)                                                                                        \
    KERNEL double loss_##name##_value(const float *restrict outputs, const float *restrict targets, size_t count,     \
                                      float option) {                                                                 \
        SPLIT_SUMS                                                                                                    \
        double sum = 0.0;                                                                                             \
        for (size_t index = 0; index < count; index++) sum += (double)value(outputs[index], targets[index], option);  \
        return sum;                                                                                                   \
    }                                                                                                                 \
    KERNEL double loss_##name##_gradient(const float *restrict outputs, const float *restrict targets,                \
                                         float *restrict gradient, size_t count, float scale, float option) {         \
        SPLIT_SUMS                                                                                                    \
        double sum = 0.0;                                                                                             \
        for (size_t index = 0; index < count; index++) {                                                              \
            sum += (double)value(outputs[index], targets[index], option);                                             \
            gradient[index] = scale * slope(outputs[index], targets[index], option);                                  \
        }                                                                                                             \
        return sum;                                                                                                   \
    }

#endif
