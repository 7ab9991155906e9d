"""Calls C in both directions, with every type that crosses the border."""
from rumpk import Array, Ptr, export, extern, f32, i8, i16, i32, u8, u16, u32, u64, usize


@extern("c_i8")
def c_i8(a: i8) -> i8: ...


@extern("c_u8")
def c_u8(a: u8) -> u8: ...


@extern("c_i16")
def c_i16(a: i16) -> i16: ...


@extern("c_u16")
def c_u16(a: u16) -> u16: ...


@extern("c_i32")
def c_i32(a: i32) -> i32: ...


@extern("c_u32")
def c_u32(a: u32) -> u32: ...


@extern("c_i64")
def c_i64(a: int) -> int: ...


@extern("c_u64")
def c_u64(a: u64) -> u64: ...


@extern("c_bool")
def c_bool(a: bool, b: int) -> bool: ...


@extern("c_f64")
def c_f64(a: float, b: f32) -> float: ...


@extern("c_f32")
def c_f32(a: f32, b: float) -> f32: ...


@extern("c_many")
def c_many(a: i8, b: u8, c: i16, d: u16, e: i32, f: u32, g: int, h: u64, i: i8, j: u8, k: i16, o: u32, m: bool,
           n: i32) -> int: ...


@extern("c_floats")
def c_floats(a: float, b: float, c: float, d: float, e: float, f: float, g: float, h: float, i: float, j: f32,
             k: int) -> float: ...


@extern("c_fill")
def c_fill(p: Ptr[u8], n: usize) -> None: ...


@extern("c_calls")
def c_calls(x: int) -> int: ...


@extern("c_count")
def c_count() -> int: ...


@extern("c_text")
def c_text() -> Ptr[u8]: ...


@export("add_one")
def add_one(x: int) -> int:
    return x + 1


@export("is_odd")
def is_odd(x: u8) -> bool:
    return x % 2 == 1


@export("negative")
def negative(x: i32) -> i32:
    return -x


@export("high")
def high(x: u32) -> u32:
    return x | 0x8000_0000


def main() -> None:
    print(c_i8(-128 + 1), c_u8(255), c_i16(-32_768 + 1), c_u16(65_535), c_i32(-5), c_u32(0), c_i64(-9), c_u64(1))
    print(c_bool(True, 4), c_bool(True, 3), c_bool(False, 9), c_f64(1.5, 2.0), c_f32(0.25, 1.0))
    print(c_many(-1, 255, -3, 65_535, -5, 4_294_967_295, 7, 8, -9, 200, -11, 4_000_000_000, True, -14))
    print(c_floats(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 0.5, -7))
    data = Array[u8, 20]()
    c_fill(Ptr[u8](data), 20)
    print(list(data), c_calls(41), c_count(), c_count())
    text = c_text()
    print("".join(chr(text[i]) for i in range(6)))
