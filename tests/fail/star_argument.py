from collections.abc import Callable


def f(area: Callable[[int, int], int], sides: list[int]) -> int:
    return area(*sides)


def g(options: dict[str, int], words: list[str]) -> str:
    return words[0].replace(*words)
