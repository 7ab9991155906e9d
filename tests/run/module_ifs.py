"""Functions, classes and imports in an `if` of the module whose test the file decides."""

from typing import TYPE_CHECKING, Final

DEBUG = False
LEVEL: Final = 3
NAME = "board"

if TYPE_CHECKING:
    from collections.abc import Sequence

if DEBUG:
    def log(text: str) -> None:
        print("debug", text)
else:
    def log(text: str) -> None:
        print("quiet", text)

if (LEVEL, 0) >= (3, 0) and not DEBUG:
    from math import floor as lower

    class Kind:
        number = 1
elif LEVEL > 2:
    class Kind:
        number = 2

if LEVEL == 2 or not LEVEL or LEVEL < -1:
    import nowhere                                                                      # noqa: F401

if 1 < LEVEL <= 3:
    if NAME != "board":
        def deep() -> int:
            return 1
    else:
        def deep() -> int:
            return 2
elif __debug__:
    def deep() -> int:
        return 3


def total(values: "Sequence[int]") -> int:
    return sum(values)


def main() -> int:
    log("x")
    print(Kind.number, lower(2.5), deep(), total([1, 2]))
    return 0


if __name__ == "__main__":
    main()
