#include "pass.h"

VECTOR_PASS
void optimizer_momentum(float *restrict w, const float *restrict g, float *restrict v, size_t count,
                        struct momentum_scalars s) {
    for (size_t i = 0; i < count; i++) {
        float gradient = g[i] + s.weight_decay * w[i];
        float velocity = s.beta * v[i] + s.one_minus_beta * gradient;
        v[i] = velocity;
        w[i] = w[i] - s.learning_rate * velocity;
    }
}
