#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "decoding.h"

void say(struct decoding *decoding, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(decoding->message, IMAGE_MESSAGE_SIZE, format, arguments);
    va_end(arguments);
}

bool size_is_allowed(struct decoding *decoding, uint64_t height, uint64_t width) {
    if (height >= 1 && width >= 1 && height <= AREA_MOST_SIDE && width <= AREA_MOST_SIDE) return true;
    say(decoding, "its header says %llu×%llu pixels; both sides must be in 1...%u", (unsigned long long)height,
        (unsigned long long)width, AREA_MOST_SIDE);
    return false;
}

enum image_result claims_too_much(struct decoding *decoding, uint64_t height, uint64_t width) {
    say(decoding, "its header says %llu×%llu pixels, more than its %zu bytes can hold", (unsigned long long)height,
        (unsigned long long)width, decoding->count);
    return IMAGE_TOO_LARGE;
}

static enum image_result decode(struct decoding *decoding) {
    static const uint8_t png[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    static const uint8_t jpeg[3] = {0xFF, 0xD8, 0xFF};
    decoding->message[0] = 0;
    if (decoding->count >= sizeof png && memcmp(decoding->bytes, png, sizeof png) == 0) return decode_png(decoding);
    if (decoding->count >= sizeof jpeg && memcmp(decoding->bytes, jpeg, sizeof jpeg) == 0) return decode_jpeg(decoding);
    say(decoding, decoding->count == 0 ? "it is empty" : "it is neither a PNG nor a JPEG picture");
    return IMAGE_UNKNOWN;
}

enum image_result image_read_info(const uint8_t *bytes, size_t count, struct image_info *info, char *message) {
    struct decoding decoding = {.bytes = bytes, .count = count, .info = info, .message = message};
    return decode(&decoding);
}

enum image_result image_decode(const uint8_t *bytes, size_t count, uint32_t height, uint32_t width, uint32_t channels,
                               uint8_t *pixels, char *message) {
    struct image_info info;
    struct decoding decoding = {.bytes = bytes,
                                .count = count,
                                .info = &info,
                                .to_height = height,
                                .to_width = width,
                                .channels = channels,
                                .pixels = pixels,
                                .message = message};
    enum image_result result = decode(&decoding);
    area_free(&decoding.area);
    return result;
}
