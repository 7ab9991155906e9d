"""Generators that are made where they are used up are closed there, however early that is."""

from collections.abc import Iterator


def cleanup(n: int) -> Iterator[int]:
    try:
        yield from range(n)
    finally:
        print("cleanup", n)


class Guard:
    def __enter__(self) -> "Guard":
        print("enter")
        return self

    def __exit__(self, kind: object | None, error: BaseException | None, trace: object | None) -> None:
        print("exit")


def guarded() -> Iterator[str]:
    with Guard():
        yield "a"
        yield "b"


def pairs(n: int) -> Iterator[tuple[int, int]]:
    for i in cleanup(n):
        yield i, i * i


def too_many() -> None:
    try:
        a, b = cleanup(5)
        print(a, b)
    except ValueError as error:
        print(error)


def main() -> None:
    print(any(x > 1 for x in cleanup(5)), "after any")
    print(all(x < 1 for x in cleanup(6)), "after all")
    print(any(cleanup(7)), all(cleanup(8)))
    print(3 in cleanup(9), 9 in cleanup(2), "after in")
    print(next(cleanup(4)), next(cleanup(0), -1), next(guarded()), "after next")
    a, *b = cleanup(3)
    print(a, b)
    too_many()
    for x in cleanup(3):
        if x == 1:
            break
    print("after break")
    print(max(cleanup(3)), list(zip(cleanup(2), [1])), sum(x for x, _ in zip(cleanup(4), range(2))), "after zip")
    print([x for x in cleanup(2)], dict(pairs(2)), "a" in guarded())
    print(next(pairs(3)), next((x for x in cleanup(5) if x), 0))
    try:
        print(next(cleanup(0)))
    except StopIteration:
        print("nothing")
    kept = cleanup(2)
    print(next(kept), any(x > 5 for x in kept), "kept")


if __name__ == "__main__":
    main()
