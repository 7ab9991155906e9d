/* Twin of crc32.py. */
#include "board.h"

enum { SIZE = 1 << 16 };

static uint32_t table[256];
static uint8_t *data;

void setup(void) {
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t rest = byte;
        for (int i = 0; i < 8; i++) {
            rest = rest & 1 ? (rest >> 1) ^ 0xEDB88320u : rest >> 1;
        }
        table[byte] = rest;
    }
    data = allocate(SIZE);
    uint32_t state = 12345;
    for (int i = 0; i < SIZE; i++) {
        state = state * 1103515245u + 12345u;
        data[i] = (uint8_t)(state >> 16);
    }
}

int64_t work(void) {
    uint32_t crc = 0xFFFFFFFFu;
    for (int i = 0; i < SIZE; i++) {
        crc = table[(crc ^ data[i]) & 0xFF] ^ (crc >> 8);
    }
    return (uint32_t)~crc;
}
