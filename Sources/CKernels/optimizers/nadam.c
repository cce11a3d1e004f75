#include "pass.h"

VECTOR_PASS
void optimizer_nadam(float *restrict w, const float *restrict g, float *restrict m, float *restrict v, size_t count,
                     struct nadam_scalars s) {
    for (size_t i = 0; i < count; i++) {
        float gradient = g[i] + s.weight_decay * w[i];
        float mean = m[i] + (gradient - m[i]) * s.one_minus_beta1;
        float square = v[i] * s.beta2 + s.one_minus_beta2 * (gradient * gradient);
        m[i] = mean;
        v[i] = square;
        float change = s.gradient_step * gradient + s.mean_step * mean;
        w[i] = w[i] * s.parameter_scale - change / (square_root(square) + s.eps);
    }
}
