#include "product.h"

/* The inner dimension is cut into blocks, so that the block of `second` stays in the second-level cache and one of four
   rows of `first` in the first-level one. Each element of the result is 16 sums, one for each lane of a vector, until
   the end; between blocks they lie in the work space. */
enum { ROWS = 4, COLUMNS = 6, BLOCK = 1024, BLOCK_ROWS = 64 };

/* sums [ROWS, COLUMNS] += the products of `count` elements of each row of `first` and of `second`. */
PRODUCT static inline void multiply_tile(const float *const first[ROWS], const float *const second[COLUMNS],
                                         size_t count, vector *const sums[ROWS]) {
#pragma clang fp contract(fast)
    vector tile[ROWS][COLUMNS];
    for (size_t row = 0; row < ROWS; row++)
        for (size_t column = 0; column < COLUMNS; column++) tile[row][column] = sums[row][column];
    for (size_t place = 0; place < count; place += LANES) {
        vector left[ROWS];
        for (size_t row = 0; row < ROWS; row++) left[row] = *(const loose_vector *)(first[row] + place);
        for (size_t column = 0; column < COLUMNS; column++) {
            vector right = *(const loose_vector *)(second[column] + place);
            for (size_t row = 0; row < ROWS; row++) tile[row][column] += left[row] * right;
        }
    }
    for (size_t row = 0; row < ROWS; row++)
        for (size_t column = 0; column < COLUMNS; column++) sums[row][column] = tile[row][column];
}

/* At the edges a tile takes the last row or column again; those sums are not read. */
PRODUCT static void multiply_block(const float *first, const float *second, size_t rows, size_t columns, size_t inner,
                                   size_t count, vector *sums, size_t width) {
    for (size_t row = 0; row < rows; row += ROWS) {
        const float *left[ROWS];
        for (size_t index = 0; index < ROWS; index++) left[index] = first + least(row + index, rows - 1) * inner;
        for (size_t column = 0; column < columns; column += COLUMNS) {
            const float *right[COLUMNS];
            for (size_t index = 0; index < COLUMNS; index++)
                right[index] = second + least(column + index, columns - 1) * inner;
            vector *tile[ROWS];
            for (size_t index = 0; index < ROWS; index++) tile[index] = sums + (row + index) * width + column;
            multiply_tile(left, right, count, tile);
        }
    }
}

PRODUCT void product_of_rows(const float *first, const float *second, float *result, size_t rows, size_t columns,
                             size_t inner, float *workspace) {
    size_t width = (columns + COLUMNS - 1) / COLUMNS * COLUMNS;
    size_t whole = inner - inner % LANES;
    vector *sums = (vector *)workspace;
    for (size_t start = 0; start < rows; start += BLOCK_ROWS) {
        size_t height = least(rows - start, BLOCK_ROWS);
        const float *left = first + start * inner;
        memset(sums, 0, BLOCK_ROWS * width * sizeof *sums);
        for (size_t place = 0; place < whole; place += BLOCK)
            multiply_block(left + place, second + place, height, columns, inner, least(whole - place, BLOCK), sums,
                           width);
        for (size_t row = 0; row < height; row++) {
            for (size_t column = 0; column < columns; column++) {
                const float *lanes = (const float *)(sums + row * width + column);
                float sum = 0.0f;
                for (size_t lane = 0; lane < LANES; lane++) sum += lanes[lane];
                for (size_t place = whole; place < inner; place++)
                    sum += left[row * inner + place] * second[column * inner + place];
                result[(start + row) * columns + column] = sum;
            }
        }
    }
}
