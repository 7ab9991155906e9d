def f() -> None:
    x: int = 1
    x: str = "a"
    print(x)
