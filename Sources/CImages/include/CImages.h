#ifndef CIMAGES_H
#define CIMAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes PNG and JPEG pictures from memory. The libraries' errors, which leave them by longjmp, end here: no jump goes
   over a caller's frame, and all that a call allocates is freed when it returns. No call touches shared state. */

enum image_result {
    IMAGE_OK = 0,
    /* Neither a PNG nor a JPEG by its first bytes. */
    IMAGE_UNKNOWN,
    /* The content breaks the format's rules, or ends too early; the message says how. */
    IMAGE_BROKEN,
    /* The header claims more pixels than so many bytes can hold, or more than are read. */
    IMAGE_TOO_LARGE,
    IMAGE_NO_MEMORY,
};

#define IMAGE_MESSAGE_SIZE 200

struct image_info {
    uint32_t width, height;
    /* Grey, with or without alpha. */
    bool is_grey;
};

/* Reads the header alone. `message` [IMAGE_MESSAGE_SIZE] gets a clause when the result is not IMAGE_OK. */
enum image_result image_read_info(const uint8_t *bytes, size_t count, struct image_info *info, char *message);

/* Decodes and resizes to `height` times `width` by area averaging: each new pixel is the mean of the part of the
   picture that it covers, rounded. `pixels` gets [height, width, channels] bytes, with 1 channel (grey, by the weights
   of ITU-R BT.601) or 3 (red, green, blue). Transparent parts are laid over white, 16 bits become 8, and CMYK and YCCK
   become red, green and blue without a colour profile. JPEG is decoded at the smallest of the scales
   1/8, 1/4, 1/2 and 1 that is not below the new size; those between are slower than 1. Memory: rows of the picture, not
   the whole, but for interlaced PNG and the coefficients of progressive JPEG. */
enum image_result image_decode(const uint8_t *bytes, size_t count, uint32_t height, uint32_t width, uint32_t channels,
                               uint8_t *pixels, char *message);

#endif
