def add(a: int, b: int) -> int:
    return a + b


def f() -> int:
    return add(1)
