"""next, iter, Iterable and Iterator as types, and zip, map, filter, enumerate, reversed as values."""

from collections.abc import Callable, Iterable, Iterator


def total(xs: Iterable[int]) -> int:
    t = 0
    for x in xs:
        t += x
    for x in xs:
        t += 100 * x
    return t


def first(it: Iterator[str]) -> str:
    return next(it, "none")


def double(x: int) -> int:
    return 2 * x


def odd(x: int) -> bool:
    return x % 2 == 1


def numbers(n: int) -> Iterator[int]:
    for i in range(n):
        yield i


def apply(f: Callable[[int], int], xs: Iterable[int]) -> Iterator[int]:
    return map(f, xs)


class Countdown:
    def __init__(self, n: int) -> None:
        self.n = n

    def __iter__(self) -> "Countdown":
        return self

    def __next__(self) -> int:
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


def main() -> None:
    print(total([1, 2, 3]), total({4, 5}), total({6: "a"}), total(range(4)), total(b"ab"), total((1, 2)))
    print(total(numbers(4)))
    it = iter("héllo")
    print(first(it), first(it), next(it), list(it), first(it))
    a, b = iter([1, 2, 3]), iter((4, 5))
    for x in a:
        print(x, next(b, -1))
    try:
        next(a)
    except StopIteration:
        print("stop")
    z = zip([1, 2, 3], "abc")
    print(next(z), list(z), next(z, None))
    m = map(double, numbers(5))
    print(next(m), next(m), sum(m))
    f = filter(odd, range(10))
    print(next(f), list(f))
    print(list(filter(None, [0, 1, 0, 2])), [x for x in filter(odd, [1, 2, 3])])
    e = enumerate(["x", "y"], start=5)
    for i, s in e:
        print(i, s)
    r = reversed([1, 2, 3])
    print(next(r), list(r))
    print(list(apply(double, {1, 2})))
    d = {"a": 1, "b": 2}
    items = iter(d.items())
    print(next(items), next(items), next(items, ("z", 0)))
    c = Countdown(3)
    print(next(c), next(c), next(c), next(c, 99))
    g = numbers(3)
    print(next(g), next(g), next(g))
    try:
        print(next(g))
    except StopIteration as error:
        print(repr(error))
    xs = [1, 2, 3]
    grow = iter(xs)
    next(grow)
    xs.append(4)
    print(list(grow), next(grow, 0))
    xs.append(5)
    print(list(grow))
    pairs: list[Iterator[int]] = [numbers(2), iter([7]), map(double, [8])]
    for p in pairs:
        print(list(p))
    words: Iterable[str] = ["q", "r"]
    print(isinstance(words, list), " ".join(words))
    rows = iter([[1, 2], [3]])
    print(next(rows), sorted(next(rows)), max(numbers(9)), min(iter([3, 2])))


if __name__ == "__main__":
    main()
