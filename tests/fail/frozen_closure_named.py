from collections.abc import Callable


def maker(k: int) -> Callable[..., int]:
    def scaled(x: int, y: int = 7) -> int:
        return (x - y) * k

    return scaled


TABLE: list[Callable[..., int]] = [maker(2)]


def main() -> None:
    print(TABLE[0](y=1, x=2))
