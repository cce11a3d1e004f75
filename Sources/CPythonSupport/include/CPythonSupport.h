#ifndef CPYTHONSUPPORT_H
#define CPYTHONSUPPORT_H

#include <stddef.h>

/// A file of the folders `hook` and `module`, which lie beside the source.
typedef struct {
    /// Its path from there.
    const char *_Nonnull path;
    /// Not terminated by a zero.
    const unsigned char *_Nonnull bytes;
    size_t count;
} python_support_file;

/// The files in the order of their paths; null beyond the last one.
const python_support_file *_Nullable python_support_file_at(size_t index);

#endif
