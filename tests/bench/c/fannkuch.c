/* Twin of fannkuch.py. */
#include "board.h"

enum { SIZE = 8 };

static __attribute__((noinline)) int64_t flips_of(const int64_t *permutation, int64_t *work) {
    for (int i = 0; i < SIZE; i++) {
        work[i] = permutation[i];
    }
    int64_t flips = 0;
    int64_t first = work[0];
    while (first != 0) {
        int64_t low = 0, high = first;
        while (low < high) {
            int64_t held = work[low];
            work[low] = work[high];
            work[high] = held;
            low++;
            high--;
        }
        flips++;
        first = work[0];
    }
    return flips;
}

void setup(void) {}

int64_t work(void) {
    int64_t *permutation = allocate(SIZE * sizeof *permutation), *scratch = allocate(SIZE * sizeof *scratch),
            *counts = allocate(SIZE * sizeof *counts);
    for (int i = 0; i < SIZE; i++) {
        permutation[i] = i;
    }
    int64_t most = 0, checksum = 0, sign = 1, left = SIZE;
    for (;;) {
        while (left != 1) {
            counts[left - 1] = left;
            left--;
        }
        int64_t flips = flips_of(permutation, scratch);
        if (flips > most) {
            most = flips;
        }
        checksum += sign * flips;
        sign = -sign;
        for (;;) {
            if (left == SIZE) {
                return checksum * 100 + most;
            }
            int64_t first = permutation[0];
            for (int64_t i = 0; i < left; i++) {
                permutation[i] = permutation[i + 1];
            }
            permutation[left] = first;
            if (--counts[left] > 0) {
                break;
            }
            left++;
        }
    }
}
