#ifndef CKERNELS_OPTIMIZERS_H
#define CKERNELS_OPTIMIZERS_H

#include <stdbool.h>
#include <stddef.h>

/* One step of each optimizer over `count` consecutive parameters: w the parameters, g their gradients, then the state.
   What each scalar means is told by the formula in the Swift file of the same name. The arrays must not overlap. */

struct sgd_scalars {
    float weight_decay, momentum, gradient_scale, learning_rate;
    bool nesterov;
};
void optimizer_sgd_plain(float *w, const float *g, size_t count, struct sgd_scalars s);
void optimizer_sgd_momentum(float *w, const float *g, float *buffer, size_t count, struct sgd_scalars s);

struct momentum_scalars {
    float weight_decay, beta, one_minus_beta, learning_rate;
};
void optimizer_momentum(float *w, const float *g, float *v, size_t count, struct momentum_scalars s);

struct adam_scalars {
    float weight_decay, parameter_scale, one_minus_beta1, beta2, one_minus_beta2, step_size, eps;
};
void optimizer_adam(float *w, const float *g, float *m, float *v, size_t count, struct adam_scalars s);
void optimizer_adam_amsgrad(float *w, const float *g, float *m, float *v, float *v_max, size_t count,
                            struct adam_scalars s);

struct rmsprop_scalars {
    float weight_decay, alpha, one_minus_alpha, correction, eps_inside, eps_outside, momentum, learning_rate;
};
void optimizer_rmsprop(float *w, const float *g, float *v, size_t count, struct rmsprop_scalars s);
void optimizer_rmsprop_momentum(float *w, const float *g, float *v, float *buffer, size_t count,
                                struct rmsprop_scalars s);
void optimizer_rmsprop_centered(float *w, const float *g, float *v, float *mean, size_t count,
                                struct rmsprop_scalars s);
void optimizer_rmsprop_centered_momentum(float *w, const float *g, float *v, float *mean, float *buffer, size_t count,
                                         struct rmsprop_scalars s);

#endif
