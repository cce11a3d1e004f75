#ifndef CIMAGES_DECODING_H
#define CIMAGES_DECODING_H

#include "CImages.h"
#include "area.h"

/* What is wanted of a picture: its header alone, or its pixels too. */
struct decoding {
    const uint8_t *bytes;
    size_t count;
    struct image_info *info;
    /* 0 where only the header is wanted. */
    uint32_t to_height, to_width, channels;
    uint8_t *pixels;
    struct area area;
    char *message;
};

enum image_result decode_png(struct decoding *decoding);
enum image_result decode_jpeg(struct decoding *decoding);

/* Whether the area of a picture of such a size can be summed; else says in the message why not. */
bool size_is_allowed(struct decoding *decoding, uint64_t height, uint64_t width);

/* Says that the header claims more than the file can hold. */
enum image_result claims_too_much(struct decoding *decoding, uint64_t height, uint64_t width);

void say(struct decoding *decoding, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
