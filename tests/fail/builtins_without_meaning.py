def f(x: int) -> None:
    aiter(x)
    anext(x)
