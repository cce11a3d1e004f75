#ifndef PRODUCTS_PRODUCT_H
#define PRODUCTS_PRODUCT_H

#include "products.h"

#include <string.h>

#define INLINE static inline __attribute__((always_inline))

/* Tiles of 24 vectors keep a processor of 32 vector registers busy; with fewer registers they would be slower than the
   libraries. */
#if defined(__x86_64__) && defined(__linux__)
#define PRODUCT __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#else
#define PRODUCT
#endif

enum { LANES = 16 };

typedef float vector __attribute__((vector_size(4 * LANES)));
/* The same at any address. */
typedef float loose_vector __attribute__((vector_size(4 * LANES), aligned(4), may_alias));

INLINE size_t least(size_t first, size_t second) { return first < second ? first : second; }

#endif
