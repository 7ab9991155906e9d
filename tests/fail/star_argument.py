def add(a: int, b: int) -> int:
    return a + b


def f(pair: list[int]) -> int:
    return add(*pair)
