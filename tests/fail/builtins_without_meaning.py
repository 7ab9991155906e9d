def f(name: str, x: int) -> None:
    aiter(x)
    anext(x)
    open(name)
