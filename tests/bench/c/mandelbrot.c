/* Twin of mandelbrot.py. */
#include "board.h"

enum { SIZE = 100, LIMIT = 50 };

static int64_t escape(double re, double im) {
    double x = 0, y = 0;
    for (int64_t step = 0; step < LIMIT; step++) {
        double xx = x * x, yy = y * y;
        if (xx + yy > 4.0) {
            return step;
        }
        y = 2.0 * x * y + im;
        x = xx - yy + re;
    }
    return LIMIT;
}

void setup(void) {}

int64_t work(void) {
    int64_t total = 0;
    for (int64_t row = 0; row < SIZE; row++) {
        for (int64_t column = 0; column < SIZE; column++) {
            total += escape(2.0 * (double)column / SIZE - 1.5, 2.0 * (double)row / SIZE - 1.0);
        }
    }
    return total;
}
