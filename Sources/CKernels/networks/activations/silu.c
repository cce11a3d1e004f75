#include "activation.h"

INLINE float value(float x) { return x * logistic(x); }
INLINE float slope(float x) {
    float share = logistic(x);
    return share + x * share * (1.0f - share);
}

ACTIVATION_FROM_INPUT(silu)
