/* Twin of matmul.py: rows that are arrays of their own. */
#include "board.h"

enum { SIZE = 60 };

static double **a, **b;

static double **filled(int64_t seed) {
    double **out = allocate(SIZE * sizeof *out);
    for (int64_t i = 0; i < SIZE; i++) {
        out[i] = allocate(SIZE * sizeof **out);
        for (int64_t j = 0; j < SIZE; j++) {
            out[i][j] = (double)((i * seed + j * 7) % 13);
        }
    }
    return out;
}

static __attribute__((noinline)) double **product(double **x, double **y) {
    double **out = allocate(SIZE * sizeof *out);
    for (int i = 0; i < SIZE; i++) {
        const double *row = x[i];
        double *sums = allocate(SIZE * sizeof *sums);
        for (int j = 0; j < SIZE; j++) {
            double total = 0;
            for (int k = 0; k < SIZE; k++) {
                total += row[k] * y[k][j];
            }
            sums[j] = total;
        }
        out[i] = sums;
    }
    return out;
}

void setup(void) {
    a = filled(3);
    b = filled(5);
}

int64_t work(void) {
    double **out = product(a, b);
    double total = 0;
    for (int i = 0; i < SIZE; i++) {
        for (int j = 0; j < SIZE; j++) {
            total += out[i][j];
        }
    }
    return (int64_t)total;
}
