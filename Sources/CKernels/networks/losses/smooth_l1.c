#include "loss.h"

INLINE float value(float x, float y, float beta) {
    float d = magnitude(x - y);
    return d < beta ? 0.5f * d * d / beta : d - 0.5f * beta;
}
INLINE float slope(float x, float y, float beta) {
    float d = x - y;
    return magnitude(d) < beta ? d / beta : __builtin_copysignf(1.0f, d);
}

ELEMENTWISE_LOSS(smooth_l1)
