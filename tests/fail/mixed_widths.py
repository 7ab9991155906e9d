from rumpk import i32, u32


def f(a: u32, b: i32) -> u32:
    return a + b
