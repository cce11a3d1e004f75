#ifndef CKERNELS_SCORES_H
#define CKERNELS_SCORES_H

#include <stddef.h>
#include <stdint.h>

/* Adds to `counts` [3, columns] how many rows have their largest number at their class, how many there are of each
   class, and how many have their largest number there. A row that is no number counts as one of its class alone. */
void count_classes(const float *logits, const int32_t *classes, size_t rows, size_t columns, int64_t *counts);
/* As above for one logit per row, which tells class 1 where it is above 0, and targets 0 and 1; `counts` [3, 2]. */
void count_signs(const float *logits, const float *targets, size_t rows, int64_t *counts);

/* Keys are whole numbers in the order of the numbers that they stand for; zeros of both signs have one key.

   For two classes: puts the keys of what tells class 1 in `keys` [capacity], those of rows of class 1 from the front on,
   the others from the back on; `taken` [2], how many of class 0 and 1 there are so far, is counted on. */
void take_keys_of_classes(const float *logits, const int32_t *classes, size_t rows, uint32_t *keys, size_t capacity,
                          size_t *taken);
void take_keys_of_signs(const float *logits, const float *targets, size_t rows, uint32_t *keys, size_t capacity,
                        size_t *taken);
/* Sorts keys, the least first; `spare` is as long and changed. */
void sort_keys(uint32_t *keys, uint32_t *spare, size_t count);
/* Of all pairs from two sorted arrays, twice how often the first is larger, and once how often they are equal. */
uint64_t doubled_wins(const uint32_t *first, size_t first_count, const uint32_t *second, size_t second_count);
/* The median; of an even count the mean of the two in the middle. `keys` and `spare` are as long as `numbers`, which is
   not empty. */
double median_of(const float *numbers, size_t count, uint32_t *keys, uint32_t *spare);

/* Adds to `sums` [2] the squares and the magnitudes of outputs less targets. */
void add_errors(const float *outputs, const float *targets, size_t count, double *sums);

#endif
