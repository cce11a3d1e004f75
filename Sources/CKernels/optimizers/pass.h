#ifndef CKERNELS_OPTIMIZERS_PASS_H
#define CKERNELS_OPTIMIZERS_PASS_H

#include "optimizers.h"

/* A pass over the elements of a range that is compiled for several vector widths; the processor chooses at load time. */
#if defined(__x86_64__) && defined(__linux__)
#define VECTOR_PASS __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define VECTOR_PASS
#endif

/* The body of a pass, inlined into each of its variants so that constant flags cost nothing. */
#define PASS_BODY static inline __attribute__((always_inline))

/* Without errno, unlike sqrtf, so that loops with it are vectorized. */
#define square_root(x) __builtin_elementwise_sqrt(x)

/* No products and sums are contracted: an element gets the same bits in a loop's body, in its tail and on any
   processor. */
#pragma STDC FP_CONTRACT OFF

#endif
