#include "CDigits.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bytes[] = {
#embed "digits.csv"
};

const unsigned char *digits_csv(void) { return bytes; }

size_t digits_csv_count(void) { return sizeof bytes; }
