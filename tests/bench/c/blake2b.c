/* Twin of blake2b.py and lib/blake2.py. */
#include "board.h"

enum { ROUNDS = 2, BYTES = 65536 };

static const uint8_t order[160] = {
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3,
    11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4,
    7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8,
    9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13,
    2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9,
    12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11,
    13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10,
    6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5,
    10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0,
};
static const uint64_t initial[8] = {
    0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
    0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179,
};

typedef struct Hasher {
    uint64_t state[8], work[16], words[16];
    uint8_t pending[128];
    size_t held;
    int64_t length;
} Hasher;

static uint8_t data[BYTES];

/* `count` bytes, the lowest first; zeros behind the end. */
static inline uint64_t load(const uint8_t *bytes, size_t have, size_t at) {
    uint64_t out = 0;
    for (size_t i = 0; i < 8; i++) {
        if (at + i < have) {
            out |= (uint64_t)bytes[at + i] << 8 * i;
        }
    }
    return out;
}

static inline uint64_t rotr(uint64_t x, int count) { return x >> count | x << (64 - count); }

static inline void mix(uint64_t *v, int a, int b, int c, int d, uint64_t x, uint64_t y) {
    v[a] += v[b] + x;
    v[d] = rotr(v[d] ^ v[a], 32);
    v[c] += v[d];
    v[b] = rotr(v[b] ^ v[c], 24);
    v[a] += v[b] + y;
    v[d] = rotr(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = rotr(v[b] ^ v[c], 63);
}

static __attribute__((noinline)) void block(Hasher *h, const uint8_t *bytes, size_t have, size_t start, size_t count,
                                            bool last) {
    h->length += (int64_t)count;
    uint64_t *v = h->work, *m = h->words;
    for (size_t i = 0; i < 16; i++) {
        m[i] = load(bytes, have, start + 8 * i);
    }
    for (int i = 0; i < 8; i++) {
        v[i] = h->state[i];
        v[8 + i] = initial[i];
    }
    v[12] ^= (uint64_t)h->length;
    if (last) {
        v[14] = ~v[14];
    }
    for (int step = 0; step < 12; step++) {
        const uint8_t *row = order + step % 10 * 16;
        for (int i = 0; i < 4; i++) {
            mix(v, i, 4 + i, 8 + i, 12 + i, m[row[2 * i]], m[row[2 * i + 1]]);
        }
        for (int i = 0; i < 4; i++) {
            mix(v, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4, m[row[8 + 2 * i]], m[row[9 + 2 * i]]);
        }
    }
    for (int i = 0; i < 8; i++) {
        h->state[i] ^= v[i] ^ v[8 + i];
    }
}

static void update(Hasher *h, const uint8_t *bytes, size_t count) {
    size_t at = 0;
    while (at + 128 < count) {
        block(h, bytes, count, at, 128, false);
        at += 128;
    }
    h->held = count - at;
    memcpy(h->pending, bytes + at, h->held);
}

static void digest(Hasher *h, uint8_t *out) {
    block(h, h->pending, h->held, 0, h->held, true);
    for (int i = 0; i < 64; i++) {
        out[i] = (uint8_t)(h->state[i / 8] >> 8 * (i % 8));
    }
}

void setup(void) {
    for (int i = 0; i < BYTES; i++) {
        data[i] = (uint8_t)(i * 7);
    }
}

int64_t work(void) {
    int64_t total = 0;
    for (int round = 0; round < ROUNDS; round++) {
        Hasher hasher = {0};
        for (int i = 0; i < 8; i++) {
            hasher.state[i] = initial[i];
        }
        hasher.state[0] ^= 64 | 1 << 16 | 1 << 24;
        update(&hasher, data, BYTES);
        uint8_t out[64];
        digest(&hasher, out);
        total = total * 7 + out[0] * 65536 + out[1] * 256 + out[63];
    }
    return total;
}
