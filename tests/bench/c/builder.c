/* Twin of builder.py: buffers that double, one text a line, then one for all. */
#include "board.h"

enum { LINES = 1500 };

typedef struct Text {
    size_t bytes, room;
    char *data;
} Text;

static void add(Text *text, const char *data, size_t bytes) {
    if (text->bytes + bytes > text->room) {
        size_t room = 2 * text->room + 25;
        room = room < text->bytes + bytes ? text->bytes + bytes : room;
        char *larger = allocate(room);
        memcpy(larger, text->data, text->bytes);
        text->data = larger;
        text->room = room;
    }
    memcpy(text->data + text->bytes, data, bytes);
    text->bytes += bytes;
}

static __attribute__((noinline)) void add_number(Text *text, int64_t number) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0) {
        digits[--at] = '-';
    }
    add(text, digits + at, sizeof digits - at);
}

static Text start(void) { return (Text){0, 55, allocate(55)}; }

static __attribute__((noinline)) Text report(void) {
    Text *lines = allocate(LINES * sizeof *lines);
    size_t bytes = LINES - 1;
    for (int64_t i = 0; i < LINES; i++) {
        Text line = start();
        add_number(&line, i);
        add(&line, ": ", 2);
        add_number(&line, i * i);
        add(&line, " items, ", 8);
        add_number(&line, i * 7 % 13);
        add(&line, " of them new", 12);
        lines[i] = line;
        bytes += line.bytes;
    }
    Text out = {0, bytes, allocate(bytes)};
    for (int i = 0; i < LINES; i++) {
        if (i > 0) {
            add(&out, "\n", 1);
        }
        add(&out, lines[i].data, lines[i].bytes);
    }
    return out;
}

static __attribute__((noinline)) Text grown(void) {
    Text out = start();
    for (int i = 0; i < LINES; i++) {
        char letter = (char)(97 + i % 26);
        add(&out, &letter, 1);
        add(&out, "-+", 2);
    }
    return out;
}

/* A copy first: `encode` makes one. */
static __attribute__((noinline)) int64_t checksum(Text text) {
    uint8_t *data = allocate(text.bytes);
    memcpy(data, text.data, text.bytes);
    int64_t total = 0;
    for (size_t i = 0; i < text.bytes; i++) {
        total = (total * 31 + data[i]) % 1000000007;
    }
    return total;
}

void setup(void) {
}

int64_t work(void) { return checksum(report()) * 3 + checksum(grown()); }
