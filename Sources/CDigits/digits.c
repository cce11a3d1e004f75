#include "CDigits.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char digits_csv[] = {
#embed "digits.csv"
};

const unsigned long digits_csv_count = sizeof digits_csv;
