"""Which of two equal elements an intersection keeps."""

from collections.abc import Iterator


class CI:
    """A text without case."""

    def __init__(self, s: str) -> None:
        self.s = s

    def __hash__(self) -> int:
        return hash(self.s.lower())

    def __eq__(self, o: object) -> bool:
        return isinstance(o, CI) and self.s.lower() == o.s.lower()

    def __repr__(self) -> str:
        return self.s


class Below(set[CI]):
    pass


def shown(items: set[CI] | frozenset[CI]) -> str:
    return type(items).__name__ + " " + " ".join(sorted(x.s for x in items))


def each(items: list[CI]) -> Iterator[CI]:
    yield from items


def numbers() -> None:
    x: set[int | float] = {1, 2}
    y: set[int | float] = {1.0, 2.0}
    z: set[int | float] = {1.0, 2.0, 3.5}
    print(sorted(x & y), sorted(y & x), sorted(x.intersection(y)))
    print(sorted(x & z), sorted(z & x), sorted(z.intersection(x)), sorted(x.intersection(z)))
    print(sorted(x.intersection([1.0, 2.0, 3.0])), sorted(y.intersection([1, 2, 3])))
    f: set[float] = {1.0, 3}
    print(f & {1.0}, sorted(f & {1, 3.0}), sorted(f.intersection([1, 3.0])))


def sets() -> None:
    a, b, c = CI("a"), CI("b"), CI("c")
    A, B, C = CI("A"), CI("B"), CI("C")
    print(shown({a, b} & {A, B}), shown({a, b, c} & {A, B}), shown({a, b} & {A, B, C}))
    print(shown({a, b}.intersection({A, B, C})), shown({a, b}.intersection([A, B, C])))
    print(shown({a, b, c}.intersection([A])), shown({a}.intersection([A, C])), shown({a}.intersection((A, C))))
    print(shown({a}.intersection(each([A, C, B]))), shown({a}.intersection(CI(s) for s in "ABC")))
    print(shown({a}.intersection({A: 1, B: 2}, [a, b])), shown({a, b}.intersection({A: 1, B: 2}, [b], [B, A, C])))
    print(shown({a, b}.intersection({A, B, C}, frozenset([A, C]))), shown({a, b}.intersection(*[{A, B, C}, {A, B}])))
    print(shown({a}.intersection(reversed([A, C]))), shown({a}.intersection(map(CI, "ABC"))))
    for more in ({A, B, C}, {A, B}, {A}):
        s = {a, b}
        s &= more
        t = {a, b}
        t.intersection_update(more)
        u = {a, b}
        u.intersection_update(list(more))
        v = {a, b}
        v.intersection_update(frozenset(more), each([A, B, C]))
        print(shown(s), shown(t), shown(u), shown(v))
    below = Below([A, B, C])
    print(shown({a, b} & below), shown({a, b}.intersection(below)), shown({a, b}.intersection(Below([A, B]))))


def frozen() -> None:
    a, b, A, B = CI("a"), CI("b"), CI("A"), CI("B")
    small, large = frozenset([a]), frozenset([A, B])
    print(shown(small & large), shown(large & small), shown(small & frozenset([A])), shown(small & {A, B}))
    print(shown({A, B} & small), shown({A} & small), shown(small.intersection([A, B])), shown(large.intersection([b])))
    print(shown(small.intersection(CI(s) for s in "AB")), shown(large.intersection((a, b, a))))


def views() -> None:
    a, A, B = CI("a"), CI("A"), CI("B")
    d = {a: 1}
    print(
        d.keys() & {A: 2}.keys(),
        d.keys() & {A},
        d.keys() & [A],
        {A} & d.keys(),
        {a} & {A},
        frozenset([a]) & frozenset([A]),
    )
    print(d.keys() & {A: 1, B: 2}.keys(), {A: 1, B: 2}.keys() & d.keys(), {A: 1}.keys() & d.keys())
    print(d.keys() & {A, B}, {A, B} & d.keys(), d.keys() & [A, B, A], d.keys() & frozenset([A, B]))
    print(frozenset([A]) & d.keys(), frozenset([A, B]) & d.keys(), d.keys() & frozenset([A]))
    print({A: 1, B: 2}.keys() & {a}, {a} & {A: 1, B: 2}.keys(), d.keys() & (A,), d.keys() & each([A, B]))
    n: dict[str, int | float] = {"x": 1, "y": 2}
    m: dict[str, int | float] = {"x": 1.0, "y": 2.0, "z": 3}
    print(sorted(n.items() & m.items()), sorted(m.items() & n.items()), sorted(n.items() & {("x", 1.0)}))


def main() -> None:
    numbers()
    sets()
    frozen()
    views()


if __name__ == "__main__":
    main()
