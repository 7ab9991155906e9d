def one() -> None:
    1 = 2
