def f(pair: tuple[int, int]) -> int:
    return pair[2]
