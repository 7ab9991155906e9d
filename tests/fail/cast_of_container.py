from typing import cast


def shout(x: object) -> None:
    cast("list[str]", x).sort()


def main() -> None:
    shout([1])
