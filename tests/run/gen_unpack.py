"""Unpacking of iterators: no more items are asked for than are needed."""

from collections.abc import Iterator


def noisy(n: int) -> Iterator[int]:
    for i in range(n):
        print("making", i)
        yield i


class Pair:
    def __iter__(self) -> Iterator[str]:
        yield "l"
        yield "r"


def main() -> None:
    a, b = map(int, "3 4".split())
    print(a + b)
    x, y, z = noisy(3)
    print(x, y, z)
    for count in (1, 5):
        try:
            p, q = noisy(count)
        except ValueError as error:
            print(error)
    first, *rest = noisy(3)
    print(first, rest)
    left, right = Pair()
    print(left, right)
    k1, k2 = {"a": 1, "b": 2}
    print(k1, k2)
    (m, n), [o] = zip("ab", "cd"), (s for s in "e")
    print(m, n, o)
    s1, = {5}
    print(s1)
    (c, d), e = iter([1, 2]), 3
    print(c, d, e, [u + v for u, v in zip([1], [2])])


if __name__ == "__main__":
    main()
