"""All errors of a file are shown, in the order of its lines."""


def first(x: int) -> int:
    return x + "1"


def second() -> int:
    return missing


def third(items: list[int]) -> str:
    return items[0]
