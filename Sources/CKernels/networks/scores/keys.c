#include "scores.h"

#include <string.h>

static uint32_t key_of(float number) {
    float whole = number + 0.0f;
    uint32_t bits;
    memcpy(&bits, &whole, sizeof bits);
    return bits & 0x80000000u ? ~bits : bits | 0x80000000u;
}

static float number_of(uint32_t key) {
    uint32_t bits = key & 0x80000000u ? key & 0x7fffffffu : ~key;
    float number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

static void take(uint32_t key, int is_first, uint32_t *keys, size_t capacity, size_t *taken) {
    size_t place = taken[is_first]++;
    keys[is_first ? place : capacity - 1 - place] = key;
}

void take_keys_of_classes(const float *logits, const int32_t *classes, size_t rows, uint32_t *keys, size_t capacity,
                          size_t *taken) {
    for (size_t row = 0; row < rows; row++)
        take(key_of(logits[2 * row + 1] - logits[2 * row]), classes[row] == 1, keys, capacity, taken);
}

void take_keys_of_signs(const float *logits, const float *targets, size_t rows, uint32_t *keys, size_t capacity,
                        size_t *taken) {
    for (size_t row = 0; row < rows; row++) take(key_of(logits[row]), targets[row] > 0.5f, keys, capacity, taken);
}

static void insert_keys(uint32_t *keys, size_t count) {
    for (size_t end = 1; end < count; end++) {
        uint32_t key = keys[end];
        size_t place = end;
        for (; place > 0 && keys[place - 1] > key; place--) keys[place] = keys[place - 1];
        keys[place] = key;
    }
}

/* Byte by byte from the lowest on, in an order that keeps equals; a byte that is the same in all is passed over. */
void sort_keys(uint32_t *keys, uint32_t *spare, size_t count) {
    if (count < 48) {
        insert_keys(keys, count);
        return;
    }
    size_t counts[4][256] = {{0}};
    for (size_t index = 0; index < count; index++)
        for (int byte = 0; byte < 4; byte++) counts[byte][keys[index] >> (8 * byte) & 255]++;
    uint32_t *from = keys, *to = spare;
    for (int byte = 0; byte < 4; byte++) {
        if (counts[byte][keys[0] >> (8 * byte) & 255] == count) continue;
        size_t place = 0;
        for (int value = 0; value < 256; value++) {
            size_t here = counts[byte][value];
            counts[byte][value] = place;
            place += here;
        }
        for (size_t index = 0; index < count; index++)
            to[counts[byte][from[index] >> (8 * byte) & 255]++] = from[index];
        uint32_t *other = from;
        from = to;
        to = other;
    }
    if (from != keys) memcpy(keys, from, count * sizeof *keys);
}

uint64_t doubled_wins(const uint32_t *first, size_t first_count, const uint32_t *second, size_t second_count) {
    uint64_t wins = 0;
    size_t below = 0, not_above = 0;
    for (size_t index = 0; index < first_count; index++) {
        while (below < second_count && second[below] < first[index]) below++;
        if (not_above < below) not_above = below;
        while (not_above < second_count && second[not_above] <= first[index]) not_above++;
        wins += (uint64_t)below + (uint64_t)not_above;
    }
    return wins;
}

double median_of(const float *numbers, size_t count, uint32_t *keys, uint32_t *spare) {
    for (size_t index = 0; index < count; index++) keys[index] = key_of(numbers[index]);
    sort_keys(keys, spare, count);
    double upper = number_of(keys[count / 2]);
    return count % 2 ? upper : ((double)number_of(keys[count / 2 - 1]) + upper) / 2.0;
}
