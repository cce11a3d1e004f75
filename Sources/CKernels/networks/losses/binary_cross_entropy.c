#include "loss.h"

INLINE float target(float y, float smoothing) { return y * (1.0f - smoothing) + 0.5f * smoothing; }

INLINE float value(float x, float y, float smoothing) {
    return (x < 0.0f ? 0.0f : x) - x * target(y, smoothing) + log1p_unit(exp_not_positive(-magnitude(x)));
}
INLINE float slope(float x, float y, float smoothing) { return logistic(x) - target(y, smoothing); }

ELEMENTWISE_LOSS(binary_cross_entropy)
