#include "pass.h"

VECTOR_PASS
void optimizer_sparse_adam(float *restrict w, const float *restrict g, float *restrict m, float *restrict v,
                           size_t count, struct sparse_adam_scalars s) {
    for (size_t i = 0; i < count; i++) {
        float gradient = g[i];
        float mean = m[i] + (gradient - m[i]) * s.one_minus_beta1;
        float square = v[i] * s.beta2 + s.one_minus_beta2 * (gradient * gradient);
        float parameter = w[i] - s.step_size * (mean / (square_root(square) + s.eps));
        bool is_kept = gradient == 0;
        m[i] = is_kept ? m[i] : mean;
        v[i] = is_kept ? v[i] : square;
        w[i] = is_kept ? w[i] : parameter;
    }
}
