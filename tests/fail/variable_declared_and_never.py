LIMIT: int


def f() -> int:
    return LIMIT
