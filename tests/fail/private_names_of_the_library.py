from typing import NamedTuple


class Tags(set[str]):
    def __init__(self) -> None:
        super().__init__()
        self._len = 3


class Point(NamedTuple):
    x: int

    def __str__(self) -> str:
        return "P" + super().__repr__()


class Bare(NamedTuple):
    x: int


class Shown(Bare):
    def __str__(self) -> str:
        return "S" + super().__repr__()


def main() -> None:
    print(Tags(), Point(1), Shown(2))
