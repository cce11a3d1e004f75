#ifndef CKERNELS_NETWORKS_H
#define CKERNELS_NETWORKS_H

#include <stddef.h>
#include <stdint.h>

/* Matrices are stored row by row. Arrays must not overlap. */

/* Activations. forward: adds `bias` [columns] to each row of `kept` and applies the function; the kinds whose slope
   follows from their value leave the values in `kept` and do not touch `output`, the others leave the sums in `kept`
   and put the values in `output`. backward: multiplies `gradient` by the slope at what was kept, and puts the sum of
   the products over the rows in `bias_gradient` [columns]. */
#define CKERNELS_ACTIVATION(name)                                                                              \
    void activation_##name##_forward(float *kept, const float *bias, float *output, size_t rows, size_t columns); \
    void activation_##name##_backward(float *gradient, const float *kept, float *bias_gradient, size_t rows,   \
                                      size_t columns);

CKERNELS_ACTIVATION(relu)
CKERNELS_ACTIVATION(leaky_relu)
CKERNELS_ACTIVATION(elu)
CKERNELS_ACTIVATION(gelu)
CKERNELS_ACTIVATION(silu)
CKERNELS_ACTIVATION(sigmoid)
CKERNELS_ACTIVATION(tanh)
CKERNELS_ACTIVATION(softplus)

/* Losses of single numbers. Both give the sum over all elements; gradient also puts `scale` times the slope with
   respect to each output in `gradient`. What `option` means is told by the Swift file of the same name. */
#define CKERNELS_ELEMENTWISE_LOSS(name)                                                                        \
    double loss_##name##_value(const float *outputs, const float *targets, size_t count, float option);        \
    double loss_##name##_gradient(const float *outputs, const float *targets, float *gradient, size_t count,   \
                                  float scale, float option);

CKERNELS_ELEMENTWISE_LOSS(mean_squared_error)
CKERNELS_ELEMENTWISE_LOSS(mean_absolute_error)
CKERNELS_ELEMENTWISE_LOSS(smooth_l1)
CKERNELS_ELEMENTWISE_LOSS(huber)
CKERNELS_ELEMENTWISE_LOSS(binary_cross_entropy)

/* As above, for a class per row, each in 0..<columns. */
double loss_cross_entropy_value(const float *logits, const int32_t *classes, size_t rows, size_t columns,
                                float smoothing);
double loss_cross_entropy_gradient(const float *logits, const int32_t *classes, float *gradient, size_t rows,
                                   size_t columns, float scale, float smoothing);

/* Adds `bias` [columns] to each row. */
void bias_add(float *values, const float *bias, size_t rows, size_t columns);
/* The sum of each column over the rows. */
void column_sums(const float *values, float *sums, size_t rows, size_t columns);
/* values <- values * factors, element by element. */
void multiply_elements(float *values, const float *factors, size_t count);
/* product <- first * second, element by element. */
void product_of_elements(const float *first, const float *second, float *product, size_t count);

/* Fills `mask` with 0 where a word of the random stream (key, index) is below `threshold`, at most 2^32, and with `kept`
   elsewhere: the same words as Randomness' RandomStream, the lower half of each of its numbers first. */
void dropout_mask(float *mask, size_t count, uint32_t key0, uint32_t key1, uint64_t index, uint64_t threshold,
                  float kept);

double sum_of_squares(const float *values, size_t count);
double sum_of_magnitudes(const float *values, size_t count);
void scale_elements(float *values, float factor, size_t count);
/* values <- values + others, element by element. */
void add_elements(float *values, const float *others, size_t count);
/* Brings each value into -most...most; not-a-number stays. */
void clip_elements(float *values, float most, size_t count);
/* gradient <- gradient + amount * sign of the weight. */
void add_signs(float *gradient, const float *weights, float amount, size_t count);

/* Batch normalisation of `values` [rows, columns], all other arrays but `normalized` and `gradient` being [columns].
   forward: values <- scale * normalized, without the shift; keeps what backward needs, and the batch's mean and its
   variance (divided by the rows). evaluate: values <- (values + bias - mean) * scale / sqrt(variance + epsilon).
   backward: from the gradient of the result, and its sums over the rows, to the gradient of the input, in place. */
void batch_norm_forward(float *values, const float *scale, float *normalized, float *mean, float *variance,
                        float *inverse_deviation, size_t rows, size_t columns, float epsilon);
void batch_norm_evaluate(float *values, const float *bias, const float *scale, const float *mean,
                         const float *variance, size_t rows, size_t columns, float epsilon);
void batch_norm_backward(float *gradient, const float *normalized, const float *scale, const float *inverse_deviation,
                         const float *shift_gradient, float *scale_gradient, size_t rows, size_t columns);

/* Rounds to the nearest number of a shorter format, kept as float: to even where two are as near, to infinity beyond
   the format's range. */
void round_to_bfloat16(const float *values, float *rounded, size_t count);
void round_in_place_to_bfloat16(float *values, size_t count);
void round_to_float16(const float *values, float *rounded, size_t count);
void round_in_place_to_float16(float *values, size_t count);

/* A number that tells bytes from accidentally changed ones: FNV-1a over eight interleaved chains of 8-byte words, each
   word mixed down once more, then over the chains and the bytes that are left. Equal on machines of one byte order. */
uint64_t checksum_bytes(const void *bytes, size_t count);

#endif
