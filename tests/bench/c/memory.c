/* Twin of memory.py: slices and repeated bytes are new memory. */
#include "board.h"

enum { SIZE = 4096, ROUNDS = 200 };

static uint8_t source[SIZE] __attribute__((aligned(8))), same[SIZE] __attribute__((aligned(8)));
static uint8_t target[SIZE] __attribute__((aligned(8)));

static __attribute__((noinline)) uint8_t *sliced(const uint8_t *from, size_t count) {
    uint8_t *out = allocate(count);
    memcpy(out, from, count);
    return out;
}

static __attribute__((noinline)) uint8_t *repeated(uint8_t byte, size_t count) {
    uint8_t *out = allocate(count);
    memset(out, byte, count);
    return out;
}

void setup(void) {
    for (int i = 0; i < SIZE; i++) {
        source[i] = same[i] = (uint8_t)(i * 7);
    }
}

int64_t work(void) {
    int64_t total = 0;
    for (int i = 0; i < ROUNDS; i++) {
        memcpy(target, source, SIZE);
        memcpy(target + 1, sliced(source, SIZE - 8), SIZE - 8);
        total += target[i] + target[SIZE - 1 - i];
        total += memcmp(source, same, SIZE) == 0;
        total += repeated('7', SIZE)[i];
    }
    for (int i = 0; i < ROUNDS * 10; i++) {
        memcpy(target, sliced(source, 24), 24);
        total += target[i % 24];
    }
    return total;
}
