#include "loss.h"

INLINE float value(float x, float y, float delta) {
    float d = magnitude(x - y);
    return d < delta ? 0.5f * d * d : delta * (d - 0.5f * delta);
}
INLINE float slope(float x, float y, float delta) {
    float d = x - y;
    return magnitude(d) < delta ? d : __builtin_copysignf(delta, d);
}

ELEMENTWISE_LOSS(huber)
