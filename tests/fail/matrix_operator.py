def f(x: int, y: int) -> int:
    x @= y
    return x @ y
