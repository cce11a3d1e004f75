#ifndef CKERNELS_PRODUCTS_H
#define CKERNELS_PRODUCTS_H

#include <stdbool.h>
#include <stddef.h>

/* Products of single-precision matrices stored row by row, for shapes on which general libraries are slow: thin
   matrices with very long rows, which hardly fit in a cache. They need a processor with vectors of 512 bits, and may
   not be called without. Equal shapes and numbers give equal bits. */

bool products_are_supported(void);

enum {
    PRODUCT_OF_ROWS_MOST_COLUMNS = 48,
    /* The floats of work space that the products need, aligned to 64 bytes. */
    PRODUCT_WORKSPACE = 64 * PRODUCT_OF_ROWS_MOST_COLUMNS * 16
};

/* result [rows, columns] <- first [rows, inner] times the transpose of second [columns, inner]; at most
   PRODUCT_OF_ROWS_MOST_COLUMNS columns. */
void product_of_rows(const float *first, const float *second, float *result, size_t rows, size_t columns, size_t inner,
                     float *workspace);

/* result [rows, columns] <- the transpose of first [inner, rows] times second [inner, columns]. */
void product_of_columns(const float *first, const float *second, float *result, size_t rows, size_t columns,
                        size_t inner, float *workspace);

#endif
