/* Twin of json_parse.py: a parser by recursive descent over bytes; values carry a tag, arrays double, objects are tables. */
#include "table.h"

enum { RECORDS = 120, ROUNDS = 5, SOURCE = 64 << 10 };

typedef enum kind { NONE, BOOL, INT, FLOAT, STRING, ARRAY, OBJECT } Kind;
typedef struct value Value;

typedef struct array {
    size_t count, room;
    Value *items;
} Array;

struct value {
    Kind kind;
    union {
        bool truth;
        int64_t number;
        double real;
        const Text *text;
        Array *array;
        Table *object;
    };
};

static char source[SOURCE];
static size_t length;
static const char *at;

static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

static void fail(void) { __builtin_trap(); }

/* The text */

static void put(const char *text) {
    for (; *text != 0; text++) {
        source[length++] = *text;
    }
}

static void put_int(int64_t value) {
    char digits[24];
    int count = 0;
    if (value < 0) {
        put("-");
        value = -value;
    }
    do {
        digits[count++] = (char)('0' + value % 10);
        value /= 10;
    } while (value != 0);
    while (count > 0) {
        source[length++] = digits[--count];
    }
}

static void put_pair(const char *before, int64_t value) {
    put(before);
    put_int(value);
}

static void put_record(int64_t i) {
    put_pair("  {\"id\": ", i * 7919);
    put_pair(", \"name\": \"part \\\"", i);
    put_pair("\\\"\\n\", \"label\": \"größe ", i % 7);
    put_pair("\", \"price\": ", i * 13 % 900);
    put_pair(".", i % 90 + 10);
    put_pair(",\n   \"rate\": -", i % 9);
    put_pair(".25e-", i % 5);
    put(i % 2 ? ", \"active\": true, \"parent\": " : ", \"active\": false, \"parent\": ");
    if (i % 3 == 0) {
        put("null");
    } else {
        put_int(i / 3);
    }
    put(", \"tags\": [");
    for (int64_t k = 1; k < 2 + i % 4; k++) {
        put_pair(k > 1 ? ", \"tag" : "\"tag", i * k % 17);
        put("\"");
    }
    put_pair("],\n   \"place\": {\"x\": ", i % 40 - 20);
    put_pair(", \"y\": ", i * 31 % 1000);
    put_pair(", \"code\": \"\\u00", i % 9 + 40);
    put("\"}}");
}

void setup(void) {
    put("[\n");
    for (int64_t i = 0; i < RECORDS; i++) {
        put(i > 0 ? ",\n" : "");
        put_record(i);
    }
    put("\n]\n");
    source[length] = 0;
}

/* The parser. Texts end with a NUL, which no token goes on over. */

static void white(void) {
    while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t') {
        at++;
    }
}

static unsigned hex(char c) {
    if (c >= '0' && c <= '9') {
        return (unsigned)(c - '0');
    }
    c |= 0x20;
    if (c < 'a' || c > 'f') {
        fail();
    }
    return (unsigned)(c - 'a' + 10);
}

static char *put_code(char *to, unsigned code) {
    if (code < 0x80) {
        *to++ = (char)code;
    } else if (code < 0x800) {
        *to++ = (char)(0xC0 | code >> 6);
        *to++ = (char)(0x80 | (code & 0x3F));
    } else {
        *to++ = (char)(0xE0 | code >> 12);
        *to++ = (char)(0x80 | (code >> 6 & 0x3F));
        *to++ = (char)(0x80 | (code & 0x3F));
    }
    return to;
}

static char *escape(char *to) {
    static const char from[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    char kind = at[1];
    at += 2;
    if (kind == 'u') {
        unsigned code = hex(at[0]) << 12 | hex(at[1]) << 8 | hex(at[2]) << 4 | hex(at[3]);
        at += 4;
        return put_code(to, code);
    }
    for (int i = 0; i < 8; i++) {
        if (from[i] == kind) {
            *to = meant[i];
            return to + 1;
        }
    }
    fail();
    return to;
}

static Text *text(void) {
    const char *start = ++at;
    while (*at != '"' && *at != '\\' && (uint8_t)*at >= 0x20) {
        at++;
    }
    Text *made = allocate(sizeof *made);
    if (*at == '"') {
        made->bytes = (size_t)(at - start);
        made->data = allocate(made->bytes);
        memcpy(made->data, start, made->bytes);
        at++;
        return made;
    }
    const char *end = at;
    while (*end != '"') {
        end += *end == '\\' ? 2 : 1;
    }
    made->data = allocate((size_t)(end - start));
    memcpy(made->data, start, (size_t)(at - start));
    char *to = made->data + (at - start);
    while (*at != '"') {
        if (*at == '\\') {
            to = escape(to);
        } else if ((uint8_t)*at < 0x20) {
            fail();
        } else {
            *to++ = *at++;
        }
    }
    at++;
    made->bytes = (size_t)(to - made->data);
    return made;
}

static Value number(void) {
    bool negative = *at == '-', real = false;
    at += negative;
    if (*at < '0' || *at > '9') {
        fail();
    }
    uint64_t digits = 0;
    int64_t exponent = 0;
    if (*at == '0') {
        at++;
    } else {
        for (; *at >= '0' && *at <= '9'; at++) {
            if (__builtin_mul_overflow(digits, 10, &digits) || __builtin_add_overflow(digits, (uint64_t)(*at - '0'), &digits)) {
                fail();
            }
        }
    }
    if (*at == '.' && at[1] >= '0' && at[1] <= '9') {
        real = true;
        for (at++; *at >= '0' && *at <= '9'; at++, exponent--) {
            digits = digits * 10 + (uint64_t)(*at - '0');
        }
    }
    if ((*at | 0x20) == 'e') {
        real = true;
        at++;
        bool down = *at == '-';
        at += *at == '-' || *at == '+';
        int64_t value = 0;
        for (; *at >= '0' && *at <= '9'; at++) {
            value = value * 10 + (*at - '0');
        }
        exponent += down ? -value : value;
    }
    if (!real) {
        int64_t value = negative ? -(int64_t)digits : (int64_t)digits;
        return (Value){.kind = INT, .number = value};
    }
    if (digits >> 53 != 0 || exponent < -22 || exponent > 22) {
        fail(); /* needs more than one rounding: not in this text */
    }
    double value = exponent < 0 ? (double)digits / powers[-exponent] : (double)digits * powers[exponent];
    return (Value){.kind = FLOAT, .real = negative ? -value : value};
}

static bool word(const char *text, size_t bytes) {
    for (size_t i = 0; i < bytes; i++) {
        if (at[i] != text[i]) {
            return false;
        }
    }
    at += bytes;
    return true;
}

static Value value(void);

static Value array(void) {
    Array *made = allocate(sizeof *made);
    at++;
    white();
    while (*at != ']') {
        Value item = value();
        if (made->count == made->room) {
            size_t room = made->room == 0 ? 4 : 2 * made->room;
            Value *items = allocate(room * sizeof *items);
            memcpy(items, made->items, made->count * sizeof *items);
            made->items = items;
            made->room = room;
        }
        made->items[made->count++] = item;
        white();
        if (*at == ',') {
            at++;
            white();
        } else if (*at != ']') {
            fail();
        }
    }
    at++;
    return (Value){.kind = ARRAY, .array = made};
}

static Value object(void) {
    Table *made = allocate(sizeof *made);
    at++;
    white();
    while (*at != '}') {
        if (*at != '"') {
            fail();
        }
        Text *key = text();
        white();
        if (*at != ':') {
            fail();
        }
        at++;
        white();
        Value *item = allocate(sizeof *item);
        *item = value();
        set(made, *key, (int64_t)item);
        white();
        if (*at == ',') {
            at++;
            white();
        } else if (*at != '}') {
            fail();
        }
    }
    at++;
    return (Value){.kind = OBJECT, .object = made};
}

static Value value(void) {
    switch (*at) {
    case '"':
        return (Value){.kind = STRING, .text = text()};
    case '{':
        return object();
    case '[':
        return array();
    case 'n':
        if (word("null", 4)) {
            return (Value){.kind = NONE};
        }
        break;
    case 't':
        if (word("true", 4)) {
            return (Value){.kind = BOOL, .truth = true};
        }
        break;
    case 'f':
        if (word("false", 5)) {
            return (Value){.kind = BOOL, .truth = false};
        }
        break;
    default:
        return number();
    }
    fail();
    return (Value){.kind = NONE};
}

static int64_t characters(Text text) {
    int64_t count = 0;
    for (size_t i = 0; i < text.bytes; i++) {
        count += (text.data[i] & 0xC0) != 0x80;
    }
    return count;
}

static int64_t floor_mod(int64_t a, int64_t b) {
    int64_t rest = a % b;
    return rest + (rest < 0 ? b : 0);
}

static int64_t weight(Value of) {
    int64_t total = 0;
    switch (of.kind) {
    case NONE:
        return 1;
    case BOOL:
        return of.truth ? 3 : 2;
    case INT:
        return floor_mod(of.number, 1009);
    case FLOAT:
        return (int64_t)(of.real * 1024);
    case STRING:
        return characters(*of.text);
    case ARRAY:
        total = 5;
        for (size_t i = 0; i < of.array->count; i++) {
            total += weight(of.array->items[i]);
        }
        return total;
    case OBJECT:
        total = 7;
        for (size_t i = 0; i < of.object->used; i++) {
            total += characters(of.object->entries[i].key) * weight(*(const Value *)of.object->entries[i].value);
        }
        return total;
    }
    return total;
}

int64_t work(void) {
    int64_t total = 0;
    for (int round = 0; round < ROUNDS; round++) {
        at = source;
        white();
        Value found = value();
        white();
        if (at != source + length) {
            fail();
        }
        total = total * 31 % 1000003 + weight(found);
    }
    return total;
}
