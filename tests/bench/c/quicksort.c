/* Twin of quicksort.py. */
#include "board.h"

enum { COUNT = 50000 };

static int64_t *items;

static void sort(int64_t *a, int64_t low, int64_t high) {
    while (low < high) {
        int64_t pivot = a[(low + high) / 2];
        int64_t i = low, j = high;
        while (i <= j) {
            while (a[i] < pivot) {
                i++;
            }
            while (a[j] > pivot) {
                j--;
            }
            if (i <= j) {
                int64_t held = a[i];
                a[i] = a[j];
                a[j] = held;
                i++;
                j--;
            }
        }
        if (j - low < high - i) {
            sort(a, low, j);
            low = i;
        } else {
            sort(a, i, high);
            high = j;
        }
    }
}

void setup(void) {
    items = allocate(COUNT * sizeof *items);
    uint32_t state = 1;
    for (int i = 0; i < COUNT; i++) {
        state = state * 1664525u + 1013904223u;
        items[i] = state;
    }
}

int64_t work(void) {
    sort(items, 0, COUNT - 1);
    int64_t total = 0;
    for (int i = 0; i < COUNT; i += 1000) {
        total = total * 31 % 1000000007 + items[i];
    }
    return total;
}
