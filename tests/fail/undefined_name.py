def f(count: int) -> int:
    return conut
