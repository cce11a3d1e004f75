#include "activation.h"

INLINE float value(float x) { return (x < 0.0f ? 0.0f : x) + log1p_unit(exp_not_positive(-magnitude(x))); }
INLINE float slope(float x) { return logistic(x); }

ACTIVATION_FROM_INPUT(softplus)
