#include "pass.h"

VECTOR_PASS
void optimizer_sgd_plain(float *restrict w, const float *restrict g, size_t count, struct sgd_scalars s) {
    for (size_t i = 0; i < count; i++) {
        float gradient = g[i] + s.weight_decay * w[i];
        w[i] = w[i] - s.learning_rate * gradient;
    }
}

PASS_BODY void sgd_momentum(float *restrict w, const float *restrict g, float *restrict buffer, size_t count,
                            struct sgd_scalars s, bool nesterov) {
    for (size_t i = 0; i < count; i++) {
        float gradient = g[i] + s.weight_decay * w[i];
        float velocity = s.momentum * buffer[i] + s.gradient_scale * gradient;
        buffer[i] = velocity;
        float change = nesterov ? gradient + s.momentum * velocity : velocity;
        w[i] = w[i] - s.learning_rate * change;
    }
}

VECTOR_PASS
void optimizer_sgd_momentum(float *w, const float *g, float *buffer, size_t count, struct sgd_scalars s) {
    if (s.nesterov) {
        sgd_momentum(w, g, buffer, count, s, true);
    } else {
        sgd_momentum(w, g, buffer, count, s, false);
    }
}
