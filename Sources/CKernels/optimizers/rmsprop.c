#include "pass.h"

PASS_BODY void rmsprop(float *restrict w, const float *restrict g, float *restrict v, float *restrict mean,
                       float *restrict buffer, size_t count, struct rmsprop_scalars s, bool centered,
                       bool with_momentum) {
    for (size_t i = 0; i < count; i++) {
        float gradient = g[i] + s.weight_decay * w[i];
        float square = v[i] * s.alpha + s.one_minus_alpha * (gradient * gradient);
        v[i] = square;
        float variance = square * s.correction;
        if (centered) {
            float average = mean[i] + (gradient - mean[i]) * s.one_minus_alpha;
            mean[i] = average;
            variance = variance - average * average;
            variance = variance < 0 ? 0 : variance;
        }
        float change = gradient / (square_root(variance + s.eps_inside) + s.eps_outside);
        if (with_momentum) {
            change = buffer[i] * s.momentum + change;
            buffer[i] = change;
        }
        w[i] = w[i] - s.learning_rate * change;
    }
}

VECTOR_PASS
void optimizer_rmsprop(float *w, const float *g, float *v, size_t count, struct rmsprop_scalars s) {
    rmsprop(w, g, v, NULL, NULL, count, s, false, false);
}

VECTOR_PASS
void optimizer_rmsprop_momentum(float *w, const float *g, float *v, float *buffer, size_t count,
                                struct rmsprop_scalars s) {
    rmsprop(w, g, v, NULL, buffer, count, s, false, true);
}

VECTOR_PASS
void optimizer_rmsprop_centered(float *w, const float *g, float *v, float *mean, size_t count,
                                struct rmsprop_scalars s) {
    rmsprop(w, g, v, mean, NULL, count, s, true, false);
}

VECTOR_PASS
void optimizer_rmsprop_centered_momentum(float *w, const float *g, float *v, float *mean, float *buffer, size_t count,
                                         struct rmsprop_scalars s) {
    rmsprop(w, g, v, mean, buffer, count, s, true, true);
}
