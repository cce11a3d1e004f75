#include "pass.h"

VECTOR_PASS
void optimizer_adadelta(float *restrict w, const float *restrict g, float *restrict square,
                        float *restrict change_square, size_t count, struct adadelta_scalars s) {
    for (size_t i = 0; i < count; i++) {
        float gradient = g[i] + s.weight_decay * w[i];
        float average = square[i] * s.rho + s.one_minus_rho * (gradient * gradient);
        square[i] = average;
        float change = square_root(change_square[i] + s.eps) / square_root(average + s.eps) * gradient;
        change_square[i] = change_square[i] * s.rho + s.one_minus_rho * (change * change);
        w[i] = w[i] - s.learning_rate * change;
    }
}
