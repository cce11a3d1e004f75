#include "activation.h"

INLINE float value(float x) { return x < 0.0f ? 0.0f : x; }
INLINE float slope(float y) { return y > 0.0f ? 1.0f : 0.0f; }

ACTIVATION_FROM_OUTPUT(relu)
