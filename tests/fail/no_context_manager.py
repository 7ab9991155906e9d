def f(x: int) -> None:
    with x:
        print(x)
