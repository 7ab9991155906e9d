from collections.abc import Callable


def add(a: int) -> int:
    return a + 1


def main() -> None:
    plain: Callable[[int], int] = add
    wide: Callable[[int], int | None] = plain
    print(wide.__name__)
