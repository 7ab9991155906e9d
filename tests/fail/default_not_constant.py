def now() -> int:
    return 5


def f(x: int = now()) -> int:
    return x


def g() -> int:
    return f()
