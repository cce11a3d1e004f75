#include "product.h"

/* Columns of `second` are taken PANEL at a time and copied to the work space, where they lie close together: rows that
   are a multiple of 4096 bytes long would drive each other out of the cache. The processor does not foresee what comes
   next in so many rows, so it is told so many elements ahead. */
enum { ROWS = 6, VECTORS = 4, PANEL = VECTORS * LANES, DEPTH = 256, AHEAD = 256 };

/* tile [ROWS, PANEL] <- or += the products over `depth` rows of `panel` [depth, PANEL] and of ROWS columns of `first`. */
PRODUCT static inline void multiply_tile(const float *const first[ROWS], size_t stride, const float *panel,
                                         size_t depth, vector tile[ROWS][VECTORS]) {
#pragma clang fp contract(fast)
    for (size_t row = 0; row < ROWS; row++)
        for (size_t index = 0; index < VECTORS; index++) tile[row][index] = (vector){0};
    for (size_t place = 0; place < depth; place++) {
        vector right[VECTORS];
        for (size_t index = 0; index < VECTORS; index++)
            right[index] = *(const vector *)(panel + place * PANEL + index * LANES);
        for (size_t row = 0; row < ROWS; row++) {
            float left = first[row][place * stride];
            for (size_t index = 0; index < VECTORS; index++) tile[row][index] += left * right[index];
        }
    }
}

PRODUCT static void multiply_panel(const float *first, const float *panel, float *result, size_t rows, size_t columns,
                                   size_t width, size_t depth, bool adds) {
    for (size_t row = 0; row < rows; row += ROWS) {
        const float *left[ROWS];
        for (size_t index = 0; index < ROWS; index++) left[index] = first + least(row + index, rows - 1);
        vector tile[ROWS][VECTORS];
        multiply_tile(left, rows, panel, depth, tile);
        for (size_t index = 0; index < least(rows - row, ROWS); index++) {
            float *to = result + (row + index) * columns;
            for (size_t part = 0; part < PANEL; part += LANES) __builtin_prefetch(to + AHEAD + part, 1, 2);
            const float *from = (const float *)tile[index];
            if (width == PANEL && !adds) {
                for (size_t part = 0; part < VECTORS; part++) *(loose_vector *)(to + part * LANES) = tile[index][part];
            } else {
                for (size_t place = 0; place < width; place++) to[place] = adds ? to[place] + from[place] : from[place];
            }
        }
    }
}

PRODUCT void product_of_columns(const float *first, const float *second, float *result, size_t rows, size_t columns,
                                size_t inner, float *workspace) {
    for (size_t start = 0; start < inner; start += DEPTH) {
        size_t depth = least(inner - start, DEPTH);
        for (size_t column = 0; column < columns; column += PANEL) {
            size_t width = least(columns - column, PANEL);
            for (size_t row = 0; row < depth; row++) {
                const float *from = second + (start + row) * columns + column;
                float *to = workspace + row * PANEL;
                for (size_t part = 0; part < PANEL; part += LANES) __builtin_prefetch(from + AHEAD + part, 0, 2);
                if (width == PANEL) {
                    memcpy(to, from, PANEL * sizeof *to);
                } else {
                    memset(to, 0, PANEL * sizeof *to);
                    memcpy(to, from, width * sizeof *to);
                }
            }
            multiply_panel(first + start * rows, workspace, result + column, rows, columns, width, depth, start > 0);
        }
    }
}
