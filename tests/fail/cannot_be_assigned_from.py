def f(x: int) -> None:
    x.size = 1
