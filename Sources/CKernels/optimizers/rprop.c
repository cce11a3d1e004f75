#include "pass.h"

PASS_BODY void rprop(float *restrict w, const float *restrict g, float *restrict previous, float *restrict step_size,
                     size_t count, struct rprop_scalars s, bool is_first) {
    for (size_t i = 0; i < count; i++) {
        float agreement = g[i] * previous[i];
        float factor = agreement > 0 ? s.grow : 1;
        factor = agreement < 0 ? s.shrink : factor;
        float size = (is_first ? s.first_size : step_size[i]) * factor;
        size = size < s.least ? s.least : size;
        size = size > s.most ? s.most : size;
        float gradient = agreement < 0 ? 0 : g[i];
        float change = gradient > 0 ? size : 0;
        change = gradient < 0 ? -size : change;
        step_size[i] = size;
        previous[i] = gradient;
        w[i] = w[i] - change;
    }
}

VECTOR_PASS
void optimizer_rprop(float *w, const float *g, float *previous, float *step_size, size_t count,
                     struct rprop_scalars s) {
    if (s.is_first) {
        rprop(w, g, previous, step_size, count, s, true);
    } else {
        rprop(w, g, previous, step_size, count, s, false);
    }
}
