#include "pass.h"

VECTOR_PASS
void optimizer_rprop(float *restrict w, const float *restrict g, float *restrict previous, float *restrict step_size,
                     size_t count, struct rprop_scalars s) {
    for (size_t i = 0; i < count; i++) {
        float gradient = g[i];
        float agreement = gradient * previous[i];
        float size = s.is_first ? s.first_size : step_size[i];
        size = size * (agreement > 0 ? s.grow : agreement < 0 ? s.shrink : 1);
        size = size < s.least ? s.least : size;
        size = size > s.most ? s.most : size;
        gradient = agreement < 0 ? 0 : gradient;
        step_size[i] = size;
        previous[i] = gradient;
        w[i] = w[i] - (gradient > 0 ? size : gradient < 0 ? -size : 0);
    }
}
