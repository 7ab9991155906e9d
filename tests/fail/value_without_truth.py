def f(x: int | str) -> int:
    return 1 if x else 0
