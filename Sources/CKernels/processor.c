#include "processor.h"

/* As KERNEL in networks/vectors.h chooses. */
int kernel_vector_bits(void) {
#if defined(__x86_64__) && defined(__linux__)
    if (__builtin_cpu_supports("x86-64-v4")) return 512;
    if (__builtin_cpu_supports("x86-64-v3")) return 256;
#endif
    return 128;
}
