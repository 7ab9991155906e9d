"""Generator expressions as values: what is evaluated when, and what they capture."""

from collections.abc import Callable, Iterable, Iterator


def total(xs: Iterable[int]) -> int:
    t = 0
    for x in xs:
        t += x
    return t


def shown(it: Iterator[str]) -> str:
    return "|".join(it)


class Grid:
    def __init__(self, rows: list[list[int]]) -> None:
        self.rows = rows

    def cells(self, least: int) -> Iterator[int]:
        return (c for row in self.rows for c in row if c >= least)


def late() -> list[int]:
    n = 10
    gen = (x * n for x in [1, 2, 3])
    n = 100
    return list(gen)


def many() -> list[list[int]]:
    gens: list[Iterator[int]] = []
    for k in range(3):
        gens.append(i + k for i in range(2))
    return [list(g) for g in gens]


def chatty(name: str) -> list[int]:
    print("evaluated", name)
    return [1, 2]


def pipeline(lines: list[str]) -> Iterator[int]:
    stripped = (line.strip() for line in lines)
    wanted = (line for line in stripped if line and not line.startswith("#"))
    numbers = (int(word) for line in wanted for word in line.split())
    return (n * n for n in numbers if n % 2)


def scaled(f: Callable[[int], int], xs: Iterable[int]) -> Iterator[int]:
    return (f(x) for x in xs)


def first(pred: int, xs: Iterable[int]) -> int | None:
    return next((x for x in xs if x > pred), None)


def raises() -> Iterator[int]:
    return (10 // x for x in [5, 0, 2])


def main() -> None:
    print(total(x * x for x in range(4)), shown(str(i) for i in range(3)))
    print(list(Grid([[1, 5], [7, 2]]).cells(2)))
    print(late(), many())
    g = (x + y for x in chatty("first") for y in chatty("second"))
    print("made")
    print(list(g))
    print(list(pipeline(["1 2 3", "# no", "  ", "5"])))
    base = 3
    print(list(scaled(lambda v: v + base, [1, 2])))
    print(first(2, [1, 2, 3, 4]), first(9, {1, 2}))
    r = raises()
    print(next(r))
    try:
        next(r)
    except ZeroDivisionError as error:
        print(error)
    print(next(r, "over"))
    pairs = ((i, c) for i, c in enumerate("ab"))
    print(dict(pairs), dict(pairs))
    nested = ((a, b) for a in range(2) for b in (a * 10 + k for k in range(2)))
    print(list(nested))
    words = {"x": [1], "y": [2, 3]}
    print(max(len(v) for v in words.values()), sorted(k for k in words), sum(sum(v) for v in words.values()))
    items: Iterable[float] = (1.5 * k for k in range(3))
    print(list(items))
    for i, sq in enumerate(s * s for s in range(3)):
        print(i, sq)
    a, b = iter([1, 2]), (z for z in "pq")
    print(list(zip(a, b)), [*(m for m in range(2))])


if __name__ == "__main__":
    main()
