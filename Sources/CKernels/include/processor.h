#ifndef CKERNELS_PROCESSOR_H
#define CKERNELS_PROCESSOR_H

/* The width in bits of the vectors that kernels compute with on this processor. Sums are split over their lanes, so
   that another width gives other last bits. */
int kernel_vector_bits(void);

#endif
