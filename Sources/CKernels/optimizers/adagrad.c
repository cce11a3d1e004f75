#include "pass.h"

VECTOR_PASS
void optimizer_adagrad(float *restrict w, const float *restrict g, float *restrict sum, size_t count,
                       struct adagrad_scalars s) {
    for (size_t i = 0; i < count; i++) {
        float gradient = g[i] + s.weight_decay * w[i];
        float total = sum[i] + gradient * gradient;
        sum[i] = total;
        w[i] = w[i] - s.step_size * (gradient / (square_root(total) + s.eps));
    }
}
