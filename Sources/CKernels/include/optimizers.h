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

struct adagrad_scalars {
    float weight_decay, step_size, eps;
};
void optimizer_adagrad(float *w, const float *g, float *sum, size_t count, struct adagrad_scalars s);

struct adadelta_scalars {
    float weight_decay, rho, one_minus_rho, eps, learning_rate;
};
void optimizer_adadelta(float *w, const float *g, float *square, float *change_square, size_t count,
                        struct adadelta_scalars s);

struct adamax_scalars {
    float weight_decay, one_minus_beta1, beta2, eps, step_size;
};
void optimizer_adamax(float *w, const float *g, float *m, float *norm, size_t count, struct adamax_scalars s);

struct nadam_scalars {
    float weight_decay, parameter_scale, one_minus_beta1, beta2, one_minus_beta2, eps, gradient_step, mean_step;
};
void optimizer_nadam(float *w, const float *g, float *m, float *v, size_t count, struct nadam_scalars s);

struct radam_scalars {
    float weight_decay, parameter_scale, one_minus_beta1, beta2, one_minus_beta2, eps, step_size;
    bool rectified;
};
void optimizer_radam(float *w, const float *g, float *m, float *v, size_t count, struct radam_scalars s);

struct asgd_scalars {
    float weight_decay, parameter_scale, step_size, average_share;
};
void optimizer_asgd(float *w, const float *g, float *average, size_t count, struct asgd_scalars s);

struct rprop_scalars {
    float shrink, grow, least, most, first_size;
    bool is_first;
};
void optimizer_rprop(float *w, const float *g, float *previous, float *step_size, size_t count,
                     struct rprop_scalars s);

struct sparse_adam_scalars {
    float one_minus_beta1, beta2, one_minus_beta2, step_size, eps;
};
void optimizer_sparse_adam(float *w, const float *g, float *m, float *v, size_t count, struct sparse_adam_scalars s);

#endif
