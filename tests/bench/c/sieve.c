/* Twin of sieve.py and apps/primes.py. */
#include "board.h"

enum { LIMIT = 200000, ROUNDS = 5 };

static __attribute__((noinline)) bool *sieve(int64_t limit) {
    bool *prime = allocate((size_t)limit + 1);
    memset(prime, 1, (size_t)limit + 1);
    prime[0] = false;
    prime[1] = false;
    for (int64_t n = 2; n * n <= limit; n++) {
        if (prime[n]) {
            for (int64_t multiple = n * n; multiple <= limit; multiple += n) {
                prime[multiple] = false;
            }
        }
    }
    return prime;
}

void setup(void) {}

int64_t work(void) {
    int64_t total = 0;
    for (int i = 0; i < ROUNDS; i++) {
        const bool *prime = sieve(LIMIT);
        for (int64_t n = 0; n <= LIMIT; n++) {
            if (prime[n]) {
                total++;
            }
        }
    }
    return total;
}
