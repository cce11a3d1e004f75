#include "activation.h"

INLINE float value(float x) {
    float below = expm1_not_positive(x < 0.0f ? x : 0.0f);
    return x > 0.0f ? x : x == x ? below : x;
}
INLINE float slope(float y) { return y > 0.0f ? 1.0f : y + 1.0f; }

ACTIVATION_FROM_OUTPUT(elu)
