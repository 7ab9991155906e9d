# apart: functions, and objects of any type, are compared in all of the image
# Functions of several forms are sought in lists and compared.
import sys
from collections.abc import Callable


def one(a: int) -> int:
    return a


def two(a: int, *, k: int = 2) -> int:
    return a + k


def three(a: int, *, k: int = 2) -> int:
    return a + k


def scaled(a: int, *, step: int = 3) -> int:
    return a * step


def inside() -> None:
    def first(a: int) -> int:
        return a

    def second(a: int, *, k: int = 2) -> int:
        return a + k

    fs: list[Callable[..., int]] = [first, second]
    print(fs.index(second), first in fs, second in fs, fs.count(first))
    print(fs[0](1), fs[1](2), fs[1](2, k=5))
    fs.remove(first)
    print(len(fs), first not in fs)


def main() -> int:
    fs: list[Callable[..., int]] = [one, two]
    print(one in fs, two in fs, three in fs, fs.index(two), fs.count(one))
    print(fs[0](1), fs[1](2), fs[1](2, k=5))
    fs.remove(one)
    print(len(fs), fs[0] is two, fs[0] == two, two == fs[0], three == fs[0])
    inside()
    gs: list[Callable[..., int]] = [one, scaled]     # of the same types, with an argument of another name
    print(gs[0](1), gs[1](2), gs[1](2, step=5), scaled in gs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
