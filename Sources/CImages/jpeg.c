#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

#include "decoding.h"

/* A block of 8×8 takes a bit at least in Huffman coding, so a byte holds at most 512 pixels; twice that is let pass. */
#define MOST_PIXELS_PER_BYTE 1024u
/* Each scan of a progressive picture costs a pass over all of it, however few bytes it has. */
#define MOST_SCANS 200
/* Of libjpeg itself; rows take little, the coefficients of a progressive picture 3 to 6 bytes a pixel. */
#define MOST_MEMORY (512L << 20)

struct jpeg_failure {
    struct jpeg_error_mgr manager;
    jmp_buf jump;
    struct decoding *decoding;
};

static void fail(j_common_ptr common) {
    struct jpeg_failure *failure = (struct jpeg_failure *)common->err;
    char reason[JMSG_LENGTH_MAX];
    common->err->format_message(common, reason);
    say(failure->decoding, "it is a broken JPEG picture (%.150s)", reason);
    longjmp(failure->jump, 1);
}

/* Level -1 is damage that libjpeg would paint over; a few kinds of it change no pixel and are common. */
static void note(j_common_ptr common, int level) {
    if (level >= 0) return;
    switch (common->err->msg_code) {
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_ADOBE_XFORM:
    case JWRN_JFIF_MAJOR:
    case JWRN_BOGUS_ICC: return;
    default: fail(common);
    }
}

static void ignore_text(j_common_ptr common) { (void)common; }

static void limit_scans(j_common_ptr common) {
    j_decompress_ptr jpeg = (j_decompress_ptr)common;
    if (jpeg->input_scan_number <= MOST_SCANS) return;
    struct jpeg_failure *failure = (struct jpeg_failure *)common->err;
    say(failure->decoding, "it is a broken JPEG picture (it has more than %d scans)", MOST_SCANS);
    longjmp(failure->jump, 1);
}

/* The smallest scale, in eighths, at which neither side falls below what is wanted; 8 where it must grow. Only powers of
   two have vectorized transforms: 5/8 takes longer than 8/8. */
static unsigned int eighths(const struct decoding *decoding, uint64_t height, uint64_t width) {
    for (unsigned int scale = 1; scale < 8; scale *= 2)
        if ((width * scale + 7) / 8 >= decoding->to_width && (height * scale + 7) / 8 >= decoding->to_height)
            return scale;
    return 8;
}

/* In place; Adobe's programs, which leave a marker, store the inks inverted. */
static void rgb_from_cmyk(uint8_t *pixels, uint32_t count, bool inverted) {
    for (uint32_t index = 0; index < count; index++) {
        uint32_t flip = inverted ? 0 : 255;
        uint32_t black = pixels[index * 4 + 3] ^ flip;
        for (uint32_t channel = 0; channel < 3; channel++)
            pixels[index * 3 + channel] = (uint8_t)(((pixels[index * 4 + channel] ^ flip) * black + 127) / 255);
    }
}

static enum image_result read_picture(j_decompress_ptr jpeg, struct jpeg_failure *failure,
                                      struct jpeg_progress_mgr *progress, uint8_t **row) {
    struct decoding *decoding = failure->decoding;
    if (setjmp(failure->jump)) return IMAGE_BROKEN;
    jpeg_create_decompress(jpeg);
    jpeg->progress = progress;
    jpeg->mem->max_memory_to_use = MOST_MEMORY;
    jpeg_mem_src(jpeg, decoding->bytes, decoding->count);
    jpeg_read_header(jpeg, TRUE);
    uint64_t width = jpeg->image_width, height = jpeg->image_height;
    if (!size_is_allowed(decoding, height, width)) return IMAGE_TOO_LARGE;
    if (width * height / MOST_PIXELS_PER_BYTE > decoding->count) return claims_too_much(decoding, height, width);
    decoding->info->width = jpeg->image_width;
    decoding->info->height = jpeg->image_height;
    decoding->info->is_grey = jpeg->jpeg_color_space == JCS_GRAYSCALE;
    if (decoding->to_height == 0) return IMAGE_OK;

    bool inks = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
    jpeg->out_color_space = inks ? JCS_CMYK : JCS_RGB;
    jpeg->scale_num = eighths(decoding, height, width);
    jpeg->scale_denom = 8;
    jpeg_start_decompress(jpeg);
    *row = malloc((size_t)jpeg->output_width * 4);
    if (*row == NULL || !area_make(&decoding->area, jpeg->output_height, jpeg->output_width, decoding->to_height,
                                   decoding->to_width, decoding->channels, decoding->pixels))
        return IMAGE_NO_MEMORY;
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW rows[1] = {*row};
        jpeg_read_scanlines(jpeg, rows, 1);
        if (inks) rgb_from_cmyk(*row, jpeg->output_width, jpeg->saw_Adobe_marker);
        area_add_row(&decoding->area, *row);
    }
    jpeg_finish_decompress(jpeg);
    return IMAGE_OK;
}

enum image_result decode_jpeg(struct decoding *decoding) {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_failure failure = {.decoding = decoding};
    struct jpeg_progress_mgr progress = {.progress_monitor = limit_scans};
    uint8_t *row = NULL;
    memset(&jpeg, 0, sizeof jpeg);
    jpeg.err = jpeg_std_error(&failure.manager);
    failure.manager.error_exit = fail;
    failure.manager.emit_message = note;
    failure.manager.output_message = ignore_text;
    enum image_result result = read_picture(&jpeg, &failure, &progress, &row);
    if (result == IMAGE_NO_MEMORY) say(decoding, "there is no memory to decode it");
    jpeg_destroy_decompress(&jpeg);
    free(row);
    return result;
}
