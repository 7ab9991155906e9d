def double(x: int) -> int:
    return 2 * x


def f() -> int:
    return double(1, 2)
