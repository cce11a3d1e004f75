#include "scores.h"

#include "../vectors.h"

KERNEL void add_errors(const float *outputs, const float *targets, size_t count, double *sums) {
    SPLIT_SUMS
    double squares = 0.0, magnitudes = 0.0;
    for (size_t index = 0; index < count; index++) {
        double error = (double)outputs[index] - (double)targets[index];
        squares += error * error;
        magnitudes += error < 0.0 ? -error : error;
    }
    sums[0] += squares;
    sums[1] += magnitudes;
}
