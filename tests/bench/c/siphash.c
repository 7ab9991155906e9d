/* Twin of siphash.py and lib/siphash.py. */
#include "board.h"

enum { ROUNDS = 500, BYTES = 1024 };

static uint8_t data[BYTES];

static inline uint64_t rotl(uint64_t x, int count) { return x << count | x >> (64 - count); }

static inline void sip_round(uint64_t v[4]) {
    v[0] += v[1];
    v[2] += v[3];
    v[1] = rotl(v[1], 13) ^ v[0];
    v[3] = rotl(v[3], 16) ^ v[2];
    v[0] = rotl(v[0], 32);
    v[2] += v[1];
    v[0] += v[3];
    v[1] = rotl(v[1], 17) ^ v[2];
    v[3] = rotl(v[3], 21) ^ v[0];
    v[2] = rotl(v[2], 32);
}

static uint64_t load(const uint8_t *at) {
    uint64_t word = 0;
    for (int i = 0; i < 8; i++) {
        word |= (uint64_t)at[i] << 8 * i;
    }
    return word;
}

static __attribute__((noinline)) uint64_t siphash24(const uint8_t key[16], const uint8_t *message, size_t length) {
    uint64_t k0 = load(key), k1 = load(key + 8);
    uint64_t v[4] = {k0 ^ 0x736F6D6570736575, k1 ^ 0x646F72616E646F6D, k0 ^ 0x6C7967656E657261, k1 ^ 0x7465646279746573};
    size_t at = 0, whole = length - length % 8;
    for (; at < whole; at += 8) {
        uint64_t word = load(message + at);
        v[3] ^= word;
        sip_round(v);
        sip_round(v);
        v[0] ^= word;
    }
    uint64_t last = (uint64_t)length << 56;
    for (int shift = 0; at < length; at++, shift += 8) {
        last |= (uint64_t)message[at] << shift;
    }
    v[3] ^= last;
    sip_round(v);
    sip_round(v);
    v[0] ^= last;
    v[2] ^= 0xFF;
    for (int i = 0; i < 4; i++) {
        sip_round(v);
    }
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

void setup(void) {
    for (int i = 0; i < BYTES; i++) {
        data[i] = (uint8_t)(i * 7);
    }
}

int64_t work(void) {
    uint64_t total = 0;
    for (int i = 0; i < ROUNDS; i++) {
        uint8_t key[16] = {(uint8_t)i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
        total += siphash24(key, data, BYTES);
    }
    return (int64_t)(total >> 1);
}
