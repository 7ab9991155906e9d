from collections.abc import Callable


def plain(value: int, width: int = 4) -> str:
    return f"{value:>{width}}"


def show(f: Callable[[int, int], str], n: int) -> str:
    return f(n, width=5)


def main() -> None:
    print(show(plain, 3))
