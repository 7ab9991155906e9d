"""The classes of iterators, views, generators and functions as CPython calls them."""

import itertools
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Generator, Iterator


def gen() -> Iterator[int]:
    yield 1


def gen2() -> Generator[int, int, str]:
    yield 1
    return "x"


class Seq:
    def __getitem__(self, i: int) -> int:
        if i > 2:
            raise IndexError
        return i

    def __len__(self) -> int:
        return 3


class K:
    @staticmethod
    def s(n: int) -> int:
        return n


def f(n: int) -> int:
    return n


def shown(g: Callable[[int], int]) -> str:
    return type(g).__name__


def makes(k: int) -> Callable[[int], int]:
    def inner(n: int) -> int:
        return n + k

    return inner


def itnames() -> None:
    d = {1: 2}
    xs: list[object] = [
        iter([1]),
        iter("ab"),
        iter("aé"),
        iter(""),
        iter(b"x"),
        iter(bytearray(b"x")),
        iter((1, 2)),
        iter(tuple([1])),
        iter({1}),
        iter(frozenset([1])),
        iter(range(3)),
        iter(d),
        iter(d.keys()),
        iter(d.values()),
        iter(d.items()),
        d.keys(),
        d.values(),
        d.items(),
        gen(),
        gen2(),
        (n for n in [1]),
        iter(Seq()),
    ]
    for x in xs:
        print(type(x).__name__, type(x))
    ys: list[object] = [
        map(str, [1]),
        filter(None, [1]),
        zip([1]),
        enumerate("a"),
        reversed([1]),
        reversed((1, 2)),
        reversed("ab"),
        reversed(Seq()),
        reversed(d),
        reversed(d.values()),
        reversed(d.items()),
        iter(lambda: 1, 1),
        reversed(range(3)),
    ]
    for x in ys:
        print(type(x).__name__, type(x))
    zs: list[object] = [
        itertools.count(),
        itertools.count(1.5),
        itertools.chain([1], [2]),
        itertools.chain.from_iterable([[1]]),
        itertools.islice([1], 1),
        itertools.cycle([1]),
        itertools.repeat(1),
        itertools.takewhile(bool, [1]),
        itertools.product([1], [2]),
        itertools.permutations([1]),
        itertools.combinations([1], 1),
        itertools.groupby([1]),
        itertools.accumulate([1]),
        itertools.zip_longest([1], [2]),
        itertools.starmap(pow, [(1, 2)]),
        itertools.pairwise([1]),
        itertools.compress([1], [1]),
        itertools.filterfalse(None, [1]),
        itertools.tee([1])[0],
        itertools.combinations_with_replacement([1], 1),
        itertools.dropwhile(bool, [1]),
    ]
    for x in zs:
        print(type(x).__name__, type(x))
    print(
        type(iter([1])) is type(iter([2.5])),
        type(map(str, [1])) is type(map(abs, [2])),
        type(map(str, [1])) is type(zip([1])),
        type(gen()) is type(gen2()),
        type(iter([1])) is type(iter((1,))),
    )
    it = map(str, [1])
    print(type(it).__name__, type(it), isinstance(it, Iterator))


def ddrepr() -> None:
    d: defaultdict[str, Counter[str]] = defaultdict(Counter)
    d["a"]["b"] += 1
    print(d)
    o: defaultdict[str, OrderedDict[str, int]] = defaultdict(OrderedDict)
    o["a"]["b"] = 1
    print(o)
    q: defaultdict[str, deque[int]] = defaultdict(deque)
    q["a"].append(1)
    print(q)


def fnames() -> None:
    g: Callable[[int], int] = lambda n: n  # noqa: E731
    print(type(g).__name__, type(f).__name__, shown(f), shown(makes(2)), shown(lambda n: n), shown(K.s))
    print(type(g), type(f))
    table: dict[str, Callable[[int], int]] = {"f": f, "g": g}
    print([type(h).__name__ for h in table.values()])


def main() -> None:
    itnames()
    ddrepr()
    fnames()


if __name__ == "__main__":
    main()
