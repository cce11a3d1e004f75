#include "pass.h"

PASS_BODY void radam(float *restrict w, const float *restrict g, float *restrict m, float *restrict v, size_t count,
                     struct radam_scalars s, bool rectified) {
    for (size_t i = 0; i < count; i++) {
        float gradient = g[i] + s.weight_decay * w[i];
        float mean = m[i] + (gradient - m[i]) * s.one_minus_beta1;
        float square = v[i] * s.beta2 + s.one_minus_beta2 * (gradient * gradient);
        m[i] = mean;
        v[i] = square;
        float change = rectified ? mean / (square_root(square) + s.eps) : mean;
        w[i] = w[i] * s.parameter_scale - s.step_size * change;
    }
}

VECTOR_PASS
void optimizer_radam(float *w, const float *g, float *m, float *v, size_t count, struct radam_scalars s) {
    if (s.rectified) {
        radam(w, g, m, v, count, s, true);
    } else {
        radam(w, g, m, v, count, s, false);
    }
}
