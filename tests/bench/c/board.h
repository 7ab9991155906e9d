/* What a C twin needs of the machine: a clock that counts instructions under `-icount shift=0`, memory, one line of output.
   A twin defines `work`, which the clock is read around, and `setup`, which it is not. */
#ifndef BOARD_H
#define BOARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

void setup(void);
int64_t work(void);

/* Zeroed memory, never given back: what the dialect's arena does. */
void *allocate(size_t bytes);

void *memset(void *to, int value, size_t count);
void *memcpy(void *to, const void *from, size_t count);
int memcmp(const void *left, const void *right, size_t count);

#endif
