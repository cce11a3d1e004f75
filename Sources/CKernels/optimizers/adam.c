#include "pass.h"

PASS_BODY void adam(float *restrict w, const float *restrict g, float *restrict m, float *restrict v,
                    float *restrict v_max, size_t count, struct adam_scalars s, bool amsgrad) {
    for (size_t i = 0; i < count; i++) {
        float gradient = g[i] + s.weight_decay * w[i];
        float mean = m[i] + (gradient - m[i]) * s.one_minus_beta1;
        float square = v[i] * s.beta2 + s.one_minus_beta2 * (gradient * gradient);
        m[i] = mean;
        v[i] = square;
        if (amsgrad) {
            square = v_max[i] > square ? v_max[i] : square;
            v_max[i] = square;
        }
        w[i] = w[i] * s.parameter_scale - s.step_size * (mean / (square_root(square) + s.eps));
    }
}

VECTOR_PASS
void optimizer_adam(float *w, const float *g, float *m, float *v, size_t count, struct adam_scalars s) {
    adam(w, g, m, v, NULL, count, s, false);
}

VECTOR_PASS
void optimizer_adam_amsgrad(float *w, const float *g, float *m, float *v, float *v_max, size_t count,
                            struct adam_scalars s) {
    adam(w, g, m, v, v_max, count, s, true);
}
