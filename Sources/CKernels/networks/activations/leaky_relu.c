#include "activation.h"

INLINE float value(float x) { return x < 0.0f ? 0.01f * x : x; }
INLINE float slope(float y) { return y > 0.0f ? 1.0f : 0.01f; }

ACTIVATION_FROM_OUTPUT(leaky_relu)
