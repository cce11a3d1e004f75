#include "activation.h"

INLINE float value(float x) { return hyperbolic_tangent(x); }
INLINE float slope(float y) { return 1.0f - y * y; }

ACTIVATION_FROM_OUTPUT(tanh)
