#include "pass.h"

VECTOR_PASS
void optimizer_asgd(float *restrict w, const float *restrict g, float *restrict average, size_t count,
                    struct asgd_scalars s) {
    for (size_t i = 0; i < count; i++) {
        float gradient = g[i] + s.weight_decay * w[i];
        float parameter = w[i] * s.parameter_scale - s.step_size * gradient;
        w[i] = parameter;
        average[i] = s.average_share == 1 ? parameter : average[i] + (parameter - average[i]) * s.average_share;
    }
}
