from typing import Callable


def plain(msg: str, *args: object) -> None:
    print(msg, *args)


def use(f: Callable[..., None]) -> None:
    f("a", 1, 2)


def main() -> None:
    g = plain
    use(g)
