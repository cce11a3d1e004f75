#ifndef CDIGITS_H
#define CDIGITS_H

#include <stddef.h>

/// The bytes of digits.csv, which lies beside the source with its attribution (README.md); not terminated by a zero.
const unsigned char *_Nonnull digits_csv(void);

/// How many bytes `digits_csv` has.
size_t digits_csv_count(void);

#endif
