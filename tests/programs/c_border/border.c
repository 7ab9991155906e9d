#include <stdint.h>
#include <stdbool.h>
#include <stddef.h>
int8_t c_i8(int8_t a) { return a - 1; }
uint8_t c_u8(uint8_t a) { return a + 1; }
int16_t c_i16(int16_t a) { return -a; }
uint16_t c_u16(uint16_t a) { return a * 3; }
int32_t c_i32(int32_t a) { return -a; }
uint32_t c_u32(uint32_t a) { return ~a; }
int64_t c_i64(int64_t a) { return -a; }
uint64_t c_u64(uint64_t a) { return ~a; }
bool c_bool(bool a, int64_t b) { return a && b > 3; }
double c_f64(double a, float b) { return a * b; }
float c_f32(float a, double b) { return a + (float)b; }
int64_t c_many(int8_t a, uint8_t b, int16_t c, uint16_t d, int32_t e, uint32_t f, int64_t g, uint64_t h,
               int8_t i, uint8_t j, int16_t k, uint32_t l, bool m, int32_t n)
{ return a + b + c + d + e + (int64_t)f + g + (int64_t)h + 1000 * i + 2000 * j + 3000 * k + 4000 * (int64_t)l + 5000 * m + 6000LL * n; }
double c_floats(double a, double b, double c, double d, double e, double f, double g, double h, double i, float j, int64_t k)
{ return a + b + c + d + e + f + g + h + 10 * i + 100 * j + k; }
void c_fill(uint8_t *p, size_t n) { for (size_t i = 0; i < n; i++) p[i] = (uint8_t)(i * i); }
int64_t add_one(int64_t x);
bool is_odd(uint8_t x);
int32_t negative(int32_t x);
uint32_t high(uint32_t x);
int64_t c_calls(int64_t x) { return add_one(x) + is_odd(3) + is_odd(4) + negative(5) + (int64_t)high(7); }
static int64_t counter = 40;
int64_t c_count(void) { return ++counter; }
const char *c_text(void) { return "from C"; }
