"""StopIteration inside generators and generator expressions is a RuntimeError."""

from collections.abc import Iterator


def bad(x: int) -> int:
    if x == 2:
        raise StopIteration("x")
    return x


def gen() -> Iterator[int]:
    for i in range(4):
        yield bad(i)


def main() -> None:
    try:
        for v in gen():
            print(v)
    except RuntimeError as e:
        print("rt", e, repr(e.__cause__))
    try:
        print(sum(gen()))
    except RuntimeError as e:
        print("rt", e, repr(e.__cause__))
    try:
        print(list(bad(x) for x in [1, 2, 3]))
    except RuntimeError as e:
        print(e)
    try:
        for v in (bad(x) for x in [1, 2]):
            print(v)
    except RuntimeError as e:
        print(repr(e), repr(e.__cause__))
    try:
        print(sum(bad(x) for x in [1, 2]))
    except RuntimeError as e:
        print(e)
    gg = (bad(x) for x in range(5))
    print(next(gg), next(gg))
    try:
        next(gg)
    except RuntimeError as e:
        print("rt", e)
    try:
        print([bad(x) for x in [1, 2, 3]])
    except StopIteration as e:
        print("stop", e)


if __name__ == "__main__":
    main()
