# apart: an int where `float` is written makes every `float` of the image take ints
"""What a generator gets from `next()` where it asks for None, and ints that are sent for floats."""

from collections.abc import Generator


def averager() -> Generator[float, float, int]:
    total: float = 0
    count = 0
    mean: float = 0
    while True:
        x = yield mean
        if x is None:
            return count
        total += x
        count += 1
        mean = total / count


def names() -> Generator[str, str, None]:
    got = "nothing"
    while (more := (yield got)) is not None:
        got = more.upper()


def plain() -> Generator[int, int, None]:
    n = 0
    while True:
        got = yield n
        n += got


def main() -> None:
    a = averager()
    print(next(a), a.send(3), a.send(4.5))
    try:
        next(a)
    except StopIteration as e:
        print("count", e.value)
    n = names()
    print(next(n), n.send("a"), list(n))
    p = plain()
    print(next(p), p.send(2))
    try:
        next(p)
    except TypeError as e:
        print(type(e).__name__)


if __name__ == "__main__":
    main()
