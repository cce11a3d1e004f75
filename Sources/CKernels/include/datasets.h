#ifndef CKERNELS_DATASETS_H
#define CKERNELS_DATASETS_H

#include <stddef.h>
#include <stdint.h>

/* Arrays must not overlap. */

/* to <- (from - mean) * scale, element by element; `mean` and `scale` [period] begin anew after each period. */
void standardize_bytes(const uint8_t *from, const float *mean, const float *scale, size_t period, float *to,
                       size_t count);
void standardize_floats(const float *from, const float *mean, const float *scale, size_t period, float *to,
                        size_t count);

/* Adds the differences of `from` and `shift` to `sums`, and their squares to `squares`, all [count]. */
void add_shifted_bytes(const uint8_t *from, const float *shift, double *sums, double *squares, size_t count);
void add_shifted_floats(const float *from, const float *shift, double *sums, double *squares, size_t count);

/* The mean of each channel of `from` [pixels, channels], pixels being at least one, and the sum of its squared
   deviations from that mean. */
void channel_moments_of_bytes(const uint8_t *from, size_t pixels, size_t channels, double *mean, double *deviations);
void channel_moments_of_floats(const float *from, size_t pixels, size_t channels, double *mean, double *deviations);

/* A checksum that goes on from `sum`: FNV-1a over words of 64 bits in eight lanes, which are then joined; every change
   of a single word is found. Not for names: those take a fingerprint. */
uint64_t checksum(const void *bytes, size_t count, uint64_t sum);

#endif
