#include "activation.h"

INLINE float value(float x) {
    float bell;
    return x * normal_share(x, &bell);
}
INLINE float slope(float x) {
    float bell;
    float share = normal_share(x, &bell);
    return share + x * 0.398942280f * bell;
}

ACTIVATION_FROM_INPUT(gelu)
