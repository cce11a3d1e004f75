#include "area.h"

#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__) && defined(__linux__)
#define KERNEL __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define KERNEL
#endif

/* The source columns first...last, of which the outer ones are covered in part; where only one is covered, all of the
   weight is the first's. */
struct area_span {
    uint32_t first, last, first_weight, last_weight;
};

bool area_make(struct area *area, uint32_t from_height, uint32_t from_width, uint32_t to_height, uint32_t to_width,
               uint32_t channels, uint8_t *pixels) {
    *area = (struct area){.from_height = from_height,
                          .from_width = from_width,
                          .to_height = to_height,
                          .to_width = to_width,
                          .channels = channels,
                          /* One more, since columns are loaded by four numbers. */
                          .columns = calloc((size_t)from_width * 3 + 1, sizeof(uint32_t)),
                          .spans = malloc(to_width * sizeof(struct area_span)),
                          .pixels = pixels};
    if (area->columns == NULL || area->spans == NULL) return false;
    for (uint64_t column = 0; column < to_width; column++) {
        uint64_t start = column * from_width, end = start + from_width;
        uint32_t first = (uint32_t)(start / to_width), last = (uint32_t)((end - 1) / to_width);
        uint64_t first_end = (uint64_t)(first + 1) * to_width;
        area->spans[column] = (struct area_span){
            .first = first,
            .last = last,
            .first_weight = (uint32_t)((first_end < end ? first_end : end) - start),
            .last_weight = first == last ? 0 : (uint32_t)(end - (uint64_t)last * to_width)};
    }
    return true;
}

void area_free(struct area *area) {
    free(area->columns);
    free(area->spans);
    area->columns = NULL;
    area->spans = NULL;
}

KERNEL static void add_row(uint32_t *restrict columns, const uint8_t *restrict row, uint32_t weight, size_t count) {
    for (size_t index = 0; index < count; index++) columns[index] += weight * row[index];
}

/* The three channels of a column, and a number that does not count. */
typedef uint32_t column_sums __attribute__((vector_size(16)));
typedef uint64_t wide_sums __attribute__((vector_size(32)));
typedef double column_means __attribute__((vector_size(32)));

static inline column_sums load(const uint32_t *from) {
    column_sums sums;
    memcpy(&sums, from, sizeof sums);
    return sums;
}

/* One function for each width of sums, so that small pictures, whose sums all fit 32 bits, take the narrow one. */
#define FINISH_ROW(name, sums_type)                                                                                    \
    KERNEL static void name(struct area *area) {                                                                       \
        double scale = 1.0 / ((double)area->from_height * area->from_width);                                           \
        uint8_t *pixels = area->pixels + (size_t)area->to_row * area->to_width * area->channels;                       \
        for (uint32_t column = 0; column < area->to_width; column++) {                                                 \
            struct area_span span = area->spans[column];                                                               \
            const uint32_t *from = area->columns + (size_t)span.first * 3;                                             \
            const uint32_t *last = area->columns + (size_t)span.last * 3;                                              \
            sums_type sums = __builtin_convertvector(load(from), sums_type) * span.first_weight +                      \
                             __builtin_convertvector(load(last), sums_type) * span.last_weight;                        \
            sums_type inner = {0};                                                                                     \
            for (from += 3; from < last; from += 3) inner += __builtin_convertvector(load(from), sums_type);           \
            column_means means = __builtin_convertvector(sums + inner * area->to_width, column_means) * scale;         \
            if (area->channels == 3) {                                                                                 \
                for (int channel = 0; channel < 3; channel++)                                                          \
                    pixels[channel] = (uint8_t)(int32_t)(means[channel] + 0.5);                                        \
            } else {                                                                                                   \
                *pixels = (uint8_t)(int32_t)(0.299 * means[0] + 0.587 * means[1] + 0.114 * means[2] + 0.5);            \
            }                                                                                                          \
            pixels += area->channels;                                                                                  \
        }                                                                                                              \
    }

FINISH_ROW(finish_narrow_row, column_sums)
FINISH_ROW(finish_wide_row, wide_sums)

static void finish_row(struct area *area) {
    if ((uint64_t)area->from_height * area->from_width * 255 <= UINT32_MAX)
        finish_narrow_row(area);
    else
        finish_wide_row(area);
    area->to_row++;
}

void area_add_row(struct area *area, const uint8_t *row) {
    size_t width = (size_t)area->from_width * 3;
    uint64_t at = (uint64_t)area->from_row * area->to_height, end = at + area->to_height;
    while (at < end) {
        uint64_t row_end = (uint64_t)(area->to_row + 1) * area->from_height;
        uint64_t until = end < row_end ? end : row_end;
        add_row(area->columns, row, (uint32_t)(until - at), width);
        at = until;
        if (at == row_end) {
            finish_row(area);
            memset(area->columns, 0, width * sizeof *area->columns);
        }
    }
    area->from_row++;
}
