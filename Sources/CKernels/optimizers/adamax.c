#include "pass.h"

VECTOR_PASS
void optimizer_adamax(float *restrict w, const float *restrict g, float *restrict m, float *restrict norm,
                      size_t count, struct adamax_scalars s) {
    for (size_t i = 0; i < count; i++) {
        float gradient = g[i] + s.weight_decay * w[i];
        float mean = m[i] + (gradient - m[i]) * s.one_minus_beta1;
        float faded = norm[i] * s.beta2;
        float size = (gradient < 0 ? -gradient : gradient) + s.eps;
        float largest = faded > size ? faded : size;
        m[i] = mean;
        norm[i] = largest;
        w[i] = w[i] - s.step_size * (mean / largest);
    }
}
