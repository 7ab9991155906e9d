# apart: an int where `float` is written makes every `float` of the image take ints
"""Iterators as values in a program whose floats take ints; positions in errors of bytes.fromhex."""

from collections.abc import Iterator


def halves(n: int) -> Iterator[float]:
    for i in range(n):
        yield i * 0.5


def keep(x: float) -> float:
    return x


def positions() -> None:
    for s in ("", "a", "ab ", " a", "ab \u00df", "h\u00e9llo", "0x", "ab c"):
        try:
            print(bytes.fromhex(s))
        except ValueError as e:
            print(e)


def main() -> None:
    positions()
    print(keep(1))
    g = (x * 0.5 for x in [1, 2])
    print(next(g), list(g))
    z = zip([1.5, 2.5], [1, 2])
    print(next(z), list(z))
    m = map(lambda x: x / 2, [1, 2])
    print(next(m), list(m))
    f = filter(lambda x: x > 1, [0.5, 1.5])
    print(next(f))
    e = enumerate([0.5, 1.5])
    print(next(e), list(e))
    r = reversed([0.5, 1.5])
    print(next(r), list(r))
    it = iter((0.5, 1.5))
    print(next(it), next(it, 3), next(it, 3))
    h = halves(3)
    print(next(h), sum(h))
    items = [(k, v / 2) for k, v in {"a": 1}.items()]
    pairs = ((k, v * 2) for k, v in items)
    print(next(pairs), dict(pairs))
    nested = ((x, [y / 2 for y in range(x)]) for x in range(3))
    print(list(nested))
    print(max((x / 2 for x in range(4)), key=lambda v: -v), sorted(x / 3 for x in (3, 1)), any(x / 2 > 1 for x in range(4)))


if __name__ == "__main__":
    main()
