#include "scores.h"

void count_classes(const float *logits, const int32_t *classes, size_t rows, size_t columns, int64_t *counts) {
    int64_t *right = counts, *present = counts + columns, *told = counts + 2 * columns;
    for (size_t row = 0; row < rows; row++, logits += columns) {
        size_t best = 0;
        for (size_t column = 1; column < columns; column++)
            if (logits[column] > logits[best]) best = column;
        size_t own = (size_t)classes[row];
        int is_number = logits[best] == logits[best];
        right[own] += is_number && best == own;
        present[own] += 1;
        told[best] += is_number;
    }
}

void count_signs(const float *logits, const float *targets, size_t rows, int64_t *counts) {
    for (size_t row = 0; row < rows; row++) {
        size_t best = logits[row] > 0.0f, own = targets[row] > 0.5f;
        int is_number = logits[row] == logits[row];
        counts[own] += is_number && best == own;
        counts[2 + own] += 1;
        counts[4 + best] += is_number;
    }
}
