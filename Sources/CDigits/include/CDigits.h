#ifndef CDIGITS_H
#define CDIGITS_H

/// The bytes of digits.csv, which lies beside the source with its attribution (README.md); not terminated by a zero.
extern const unsigned char digits_csv[];

/// How many bytes `digits_csv` has.
extern const unsigned long digits_csv_count;

#endif
