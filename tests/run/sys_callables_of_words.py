"""Function values of a program may have any type and do anything: the kernel's own hooks are not of it."""

from typing import Callable

from rumpk import u64, w8

seen: list[str] = []


def through(f: Callable[[w8], w8], x: w8) -> w8:
    return f(x)


def counted(f: Callable[[w8], int], x: w8) -> int:
    return f(x)


def asked(f: Callable[[u64], bool], x: u64) -> bool:
    return f(x)


def told(f: Callable[[w8], None], x: w8) -> None:
    f(x)


def heard(f: Callable[[u64], None], x: u64) -> None:
    f(x)


def main() -> None:
    print(through(lambda x: sorted([x, w8(3)])[0], w8(200)))
    print(counted(lambda x: len(str(x) * 2), w8(77)))
    print(asked(lambda x: str(x) in [str(n) for n in range(9)], u64(7)))
    told(lambda x: seen.append(f"told {x}"), w8(5))
    heard(lambda x: seen.append(f"heard {x}"), u64(6))
    print(seen)


if __name__ == "__main__":
    main()
