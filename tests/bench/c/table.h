/* A dict of texts, as the dialect's is built: dense entries with their hashes in the order of insertion, and an index of slots
   that are looked through one by one; the hash takes eight bytes at a time (texts lie at multiples of 16). */
#ifndef TABLE_H
#define TABLE_H

#include "board.h"

enum { LEAST = 8 };

typedef struct Text {
    size_t bytes;
    char *data;
} Text;

typedef struct Entry {
    uint64_t hash;
    Text key;
    int64_t value;
} Entry;

typedef struct Table {
    size_t used, room;
    Entry *entries;
    uint32_t *index;
} Table;

static uint64_t hash_of(Text text) {
    uint64_t h = text.bytes * 0x9E3779B97F4A7C15u ^ 0xC6A4A7935BD1E995u;
    size_t at = 0;
    for (; at + 8 <= text.bytes; at += 8) {
        h = (h ^ *(const uint64_t *)(text.data + at)) * 0x9E3779B97F4A7C15u;
        h ^= h >> 32;
    }
    if (at < text.bytes) {
        uint64_t ones = ~(uint64_t)0 >> (64 - 8 * (text.bytes - at)); /* the words are at multiples of 16 */
        h = (h ^ (*(const uint64_t *)(text.data + at) & ones)) * 0x9E3779B97F4A7C15u;
        h ^= h >> 32;
    }
    h *= 0xC6A4A7935BD1E995u;
    return h ^ h >> 29;
}

static bool same(Text a, Text b) {
    return a.data == b.data || (a.bytes == b.bytes && memcmp(a.data, b.data, a.bytes) == 0);
}

static void enter(Table *table, uint64_t hash, size_t number) {
    size_t mask = 2 * table->room - 1, slot = hash >> 29 & mask;
    while (table->index[slot] != 0) {
        slot = (slot + 1) & mask;
    }
    table->index[slot] = (uint32_t)number + 1;
}

static __attribute__((noinline)) void rebuild(Table *table, size_t room) {
    Entry *entries = allocate(room * sizeof *entries);
    table->index = allocate(2 * room * sizeof *table->index);
    table->room = room;
    for (size_t i = 0; i < table->used; i++) {
        entries[i] = table->entries[i];
        enter(table, entries[i].hash, i);
    }
    table->entries = entries;
}

static __attribute__((noinline)) Entry *find(Table *table, Text key, uint64_t hash) {
    if (table->room == 0) {
        return NULL;
    }
    size_t mask = 2 * table->room - 1;
    for (size_t slot = hash >> 29 & mask; table->index[slot] != 0; slot = (slot + 1) & mask) {
        Entry *entry = &table->entries[table->index[slot] - 1];
        if (entry->hash == hash && same(entry->key, key)) {
            return entry;
        }
    }
    return NULL;
}

static __attribute__((noinline)) void set(Table *table, Text key, int64_t value) {
    uint64_t hash = hash_of(key);
    Entry *found = find(table, key, hash);
    if (found != NULL) {
        found->value = value;
        return;
    }
    if (table->used == table->room) {
        size_t room = LEAST, count = table->used + 1;
        while (room < count + count / 2) {
            room += room;
        }
        rebuild(table, room);
    }
    table->entries[table->used] = (Entry){hash, key, value};
    enter(table, hash, table->used++);
}

#endif
