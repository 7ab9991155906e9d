def f(x: int) -> None:
    if x > 1:
        break
