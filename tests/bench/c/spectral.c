/* Twin of spectral.py. */
#include "board.h"

enum { SIZE = 100, ROUNDS = 10 };

static double entry(int64_t i, int64_t j) {
    return 1.0 / (double)((i + j) * (i + j + 1) / 2 + i + 1);
}

static __attribute__((noinline)) void times(const double *v, double *out, int64_t size) {
    for (int64_t i = 0; i < size; i++) {
        double total = 0;
        for (int64_t j = 0; j < size; j++) {
            total += entry(i, j) * v[j];
        }
        out[i] = total;
    }
}

static __attribute__((noinline)) void times_transposed(const double *v, double *out, int64_t size) {
    for (int64_t i = 0; i < size; i++) {
        double total = 0;
        for (int64_t j = 0; j < size; j++) {
            total += entry(j, i) * v[j];
        }
        out[i] = total;
    }
}

void setup(void) {}

int64_t work(void) {
    double *u = allocate(SIZE * sizeof *u), *v = allocate(SIZE * sizeof *v), *between = allocate(SIZE * sizeof *between);
    for (int i = 0; i < SIZE; i++) {
        u[i] = 1;
    }
    for (int round = 0; round < ROUNDS; round++) {
        times(u, between, SIZE);
        times_transposed(between, v, SIZE);
        times(v, between, SIZE);
        times_transposed(between, u, SIZE);
    }
    double above = 0, below = 0;
    for (int i = 0; i < SIZE; i++) {
        above += u[i] * v[i];
        below += v[i] * v[i];
    }
    return (int64_t)(__builtin_sqrt(above / below) * 1e12);
}
