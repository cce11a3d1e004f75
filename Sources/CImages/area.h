#ifndef CIMAGES_AREA_H
#define CIMAGES_AREA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Area averaging of a picture whose rows come one after the other from the top.
   A source pixel counts to_width units across and a new pixel from_width, so that both rows are from_width * to_width
   units long, and the overlaps are whole numbers; likewise downwards. All sums are exact. */
struct area {
    uint32_t from_height, from_width, to_height, to_width, channels;
    /* The rows added so far, and the new rows finished so far. */
    uint32_t from_row, to_row;
    /* Of the new row that is being summed: [from_width, 3]. */
    uint32_t *columns;
    /* Where each new pixel begins and ends across: [to_width]. */
    struct area_span *spans;
    /* [to_height, to_width, channels]. */
    uint8_t *pixels;
};

/* The most columns, and the most rows, of a picture: sums of columns stay below 2^32 and all sums below 2^53. */
#define AREA_MOST_SIDE 65535u

/* False if there is no memory. To be freed in any case. `channels` is 1 (grey) or 3. */
bool area_make(struct area *area, uint32_t from_height, uint32_t from_width, uint32_t to_height, uint32_t to_width,
               uint32_t channels, uint8_t *pixels);
void area_free(struct area *area);

/* Adds the next row [from_width, 3]; new rows that are complete with it are put in `pixels`. */
void area_add_row(struct area *area, const uint8_t *row);

#endif
