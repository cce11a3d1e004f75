#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "decoding.h"

/* Deflate packs at most 1,032 bytes into one. */
#define MOST_BYTES_PER_BYTE 1032u
/* Of an interlaced picture. */
#define MOST_HELD_PIXELS (1u << 26)

struct png_input {
    struct decoding *decoding;
    size_t position;
};

static void fail(png_structp png, png_const_charp reason) {
    struct png_input *input = png_get_io_ptr(png);
    if (input != NULL) say(input->decoding, "it is a broken PNG picture (%s)", reason);
    png_longjmp(png, 1);
}

static void ignore_warning(png_structp png, png_const_charp reason) {
    (void)png;
    (void)reason;
}

static void read_bytes(png_structp png, png_bytep destination, size_t count) {
    struct png_input *input = png_get_io_ptr(png);
    if (count > input->decoding->count - input->position) png_error(png, "it ends too early");
    memcpy(destination, input->decoding->bytes + input->position, count);
    input->position += count;
}

/* Red, green, blue and alpha to red, green and blue over white, in place. */
static void lay_over_white(uint8_t *pixels, uint32_t count) {
    for (uint32_t index = 0; index < count; index++) {
        uint32_t alpha = pixels[index * 4 + 3];
        for (uint32_t channel = 0; channel < 3; channel++)
            pixels[index * 3 + channel] = (uint8_t)((pixels[index * 4 + channel] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
}

/* Makes libpng give red, green, blue and alpha in eight bits each, whatever the file holds. */
static void ask_for_rgba(png_structp png) {
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
}

/* Interlaced rows are complete only after the last pass, so that all of them are held: [height, width, 4]. */
static void read_rows(png_structp png, struct area *area, uint8_t *rows, uint32_t height, uint32_t width, int passes) {
    size_t stride = passes > 1 ? (size_t)width * 4 : 0;
    for (int pass = 1; pass < passes; pass++)
        for (uint32_t y = 0; y < height; y++) png_read_row(png, rows + y * stride, NULL);
    for (uint32_t y = 0; y < height; y++) {
        uint8_t *row = rows + y * stride;
        png_read_row(png, row, NULL);
        lay_over_white(row, width);
        area_add_row(area, row);
    }
}

/* All between setjmp and the end of reading; what must be freed after a jump lies with the caller. */
static enum image_result read_picture(png_structp png, png_infop info, struct decoding *decoding, uint8_t **rows) {
    if (setjmp(png_jmpbuf(png))) return IMAGE_BROKEN;
    png_set_user_limits(png, AREA_MOST_SIDE, AREA_MOST_SIDE);
    png_set_chunk_cache_max(png, 100);
    png_set_chunk_malloc_max(png, 1 << 22);
    png_read_info(png, info);
    uint32_t width = png_get_image_width(png, info), height = png_get_image_height(png, info);
    if (!size_is_allowed(decoding, height, width)) return IMAGE_TOO_LARGE;
    uint64_t claimed = (uint64_t)height * png_get_rowbytes(png, info);
    if (claimed / MOST_BYTES_PER_BYTE > decoding->count) return claims_too_much(decoding, height, width);
    decoding->info->width = width;
    decoding->info->height = height;
    decoding->info->is_grey = (png_get_color_type(png, info) & PNG_COLOR_MASK_COLOR) == 0;
    if (decoding->to_height == 0) return IMAGE_OK;

    ask_for_rgba(png);
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    uint64_t held = (uint64_t)width * (passes > 1 ? height : 1);
    if (held > MOST_HELD_PIXELS) {
        say(decoding, "it is interlaced and has more than %u pixels; save it without interlacing", MOST_HELD_PIXELS);
        return IMAGE_TOO_LARGE;
    }
    *rows = malloc(held * 4);
    if (*rows == NULL || !area_make(&decoding->area, height, width, decoding->to_height, decoding->to_width,
                                    decoding->channels, decoding->pixels))
        return IMAGE_NO_MEMORY;
    read_rows(png, &decoding->area, *rows, height, width, passes);
    png_read_end(png, NULL);
    return IMAGE_OK;
}

enum image_result decode_png(struct decoding *decoding) {
    struct png_input input = {.decoding = decoding};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, fail, ignore_warning);
    png_infop info = png == NULL ? NULL : png_create_info_struct(png);
    uint8_t *rows = NULL;
    enum image_result result = IMAGE_NO_MEMORY;
    if (info != NULL) {
        png_set_read_fn(png, &input, read_bytes);
        result = read_picture(png, info, decoding, &rows);
    }
    if (result == IMAGE_NO_MEMORY) say(decoding, "there is no memory to decode it");
    png_destroy_read_struct(&png, &info, NULL);
    free(rows);
    return result;
}
