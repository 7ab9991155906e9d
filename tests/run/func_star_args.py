"""`*args`, and `*` in calls."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def total(*numbers: int) -> int:
    return sum(numbers)


def tag(name: str, *children: str, sep: str = ",") -> str:
    return f"<{name}>{sep.join(children)}</{name}>"


def pack(*items: T) -> list[T]:
    return list(items)


def point(x: int, y: int, z: int = 0) -> str:
    return f"{x}/{y}/{z}"


class Log:
    def __init__(self, *names: str) -> None:
        self.names = names

    def write(self, level: int, *parts: str) -> str:
        return f"{level} {' '.join(parts)} {len(self.names)}"


def say(x: int) -> int:
    print("say", x)
    return x


def call_all(*fs: Callable[[int], int]) -> list[int]:
    return [f(3) for f in fs]


def main() -> None:
    xs = [1, 2, 3]
    print(total(), total(5), total(1, 2), total(*xs), total(0, *xs, 4, *(7, 8)))
    print(tag("a"), tag("b", "x", "y"), tag("c", *["p", "q"], sep="|"), tag(*("d", "e")))
    print(pack(1, 2), pack("a"), pack(*xs, 9), pack(*"xyz"))
    pair = (1, 2)
    print(point(*pair), point(*pair, 3), point(7, *pair), point(*(4, 5, 6)))
    log = Log("a", "b")
    print(log.write(1), log.write(2, "x", "y"), log.write(3, *log.names), log.names)
    print(total(say(1), *[say(2), say(3)], say(4)))
    print(call_all(lambda v: v + 1, abs, total))

    def local(first: int, *rest: int) -> int:
        return first * len(rest)
    print(local(4), local(4, 1, 2), local(*pair, *pair))
    f: Callable[[int, int], int] = total
    g: Callable[[int, int], str] = point
    print(f(3, 4), g(3, 4), g(*pair))

    def show(*args: int) -> None:
        print(args, len(args), args[0] if args else None, args[1:])
    show()
    show(1)
    show(1, 2, 3)
    print(Log(*["z"]).names, [*xs, *pair])


if __name__ == "__main__":
    main()
