def f(pair: tuple[int, str], i: int) -> None:
    print(pair[i])
