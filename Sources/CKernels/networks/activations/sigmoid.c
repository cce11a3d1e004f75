#include "activation.h"

INLINE float value(float x) { return logistic(x); }
INLINE float slope(float y) { return y * (1.0f - y); }

ACTIVATION_FROM_OUTPUT(sigmoid)
