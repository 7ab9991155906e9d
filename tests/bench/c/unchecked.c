/* Twin of unchecked.py: `//` and `%` round down, as Python's. */
#include "board.h"

enum { COUNT = 400 };

static int64_t items[COUNT], sums[COUNT];

static __attribute__((noinline)) int64_t bubble(int64_t *values, int64_t count) {
    int64_t swaps = 0;
    for (int64_t end = count; end > 1; end--) {
        for (int64_t i = 1; i < end; i++) {
            if (values[i - 1] > values[i]) {
                int64_t held = values[i - 1];
                values[i - 1] = values[i];
                values[i] = held;
                swaps++;
            }
        }
    }
    return swaps;
}

static __attribute__((noinline)) int64_t prefix(const int64_t *values, int64_t *out, int64_t count) {
    int64_t total = 0;
    for (int64_t i = 0; i < count; i++) {
        total += values[i] * (i + 1);
        out[i] = total;
    }
    return total;
}

static __attribute__((noinline)) int64_t collatz(int64_t limit) {
    int64_t most = 0;
    for (int64_t start = 1; start < limit; start++) {
        int64_t n = start, steps = 0;
        while (n != 1) {
            n = (n & 1) == 0 ? n >> 1 : 3 * n + 1;
            steps++;
        }
        most = steps > most ? steps : most;
    }
    return most;
}

void setup(void) {
    uint32_t state = 1;
    for (int i = 0; i < COUNT; i++) {
        state = state * 1664525 + 1013904223;
        items[i] = state;
    }
}

int64_t work(void) {
    int64_t result = bubble(items, COUNT) + collatz(3000);
    for (int i = 0; i < 100; i++) {
        result += prefix(items, sums, COUNT) % 1000 + sums[7] % 1000;
    }
    return result;
}
