/* Twin of words.py. */
#include "table.h"

enum { WORDS = 6000, ROUNDS = 4 };

static Text words[WORDS];

void setup(void) {
    uint32_t state = 7;
    for (int i = 0; i < WORDS; i++) {
        state = state * 1664525 + 1013904223;
        int pick = (int)(state >> 8) % 997;
        pick = pick * pick % 1499;
        Text word = {(size_t)(3 + pick % 8), allocate(16)};
        for (size_t at = 0; at < word.bytes; at++) {
            word.data[at] = (char)(97 + pick % 26);
            pick = pick * 31 % 7919;
        }
        words[i] = word;
    }
}

int64_t work(void) {
    int64_t total = 0;
    for (int round = 0; round < ROUNDS; round++) {
        Table counts = {0};
        for (int i = 0; i < WORDS; i++) {
            Entry *found = find(&counts, words[i], hash_of(words[i]));
            if (found != NULL) {
                int64_t count = find(&counts, words[i], hash_of(words[i]))->value;
                set(&counts, words[i], count + 1);
            } else {
                set(&counts, words[i], 1);
            }
        }
        int64_t most = 0;
        for (size_t i = 0; i < counts.used; i++) {
            most = counts.entries[i].value > most ? counts.entries[i].value : most;
            total += (int64_t)counts.entries[i].key.bytes * counts.entries[i].value;
        }
        total = total * 31 % 1000000007 + (int64_t)counts.used * 1000 + most;
        for (int i = 0; i < WORDS; i++) {
            total += find(&counts, words[i], hash_of(words[i]))->value;
        }
    }
    return total;
}
