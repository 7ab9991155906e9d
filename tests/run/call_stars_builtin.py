"""`*` in calls of builtins, of methods of sets, of `super().__init__` of exceptions, and in tuples."""

from collections.abc import Iterator


class Problem(ValueError):
    def __init__(self, what: str, *details: object) -> None:
        super().__init__(what, *details)
        self.what = what


class Missing(KeyError):
    def __init__(self, *keys: object) -> None:
        super().__init__(*keys)


class Plain(Exception):
    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        self.count = len(args)


def letters(s: str) -> set[str]:
    print("letters", s)
    return set(s)


def doubled(xs: list[int]) -> Iterator[int]:
    for x in xs:
        yield 2 * x


def exceptions() -> None:
    for error in (Problem("a"), Problem("a", 1, None), Missing("k"), Missing(3), Missing("a", "b"), Plain(), Plain("x"),
                  Plain(2.5, (1, "z"))):
        print(str(error), error.args, repr(error))
    try:
        raise Problem("bad", *[1, 2])
    except Problem as error:
        print(error, error.what)
    print(Plain(1, 2).count, Plain().count)


def sets() -> None:
    words = ["ab", "bcd"]
    print(sorted(set[str]().union(*map(letters, words))), sorted(set("x").union(*words)))
    print(sorted(set("abc").intersection(*words)), sorted(frozenset("abcz").difference("z", *words)))
    print(type(frozenset("a").union(*words)).__name__, sorted(frozenset("a").union(*words, "q")))
    base = {1, 2, 3}
    groups = [{2, 3}, {3, 4}]
    print(base.intersection(*groups), base.intersection(*groups[:0]), sorted(set[int]().union(*groups, [9], base)))
    base.update(*groups, range(5, 7))
    print(sorted(base))
    base.difference_update(*groups)
    base.intersection_update(*[[1, 2, 5]])
    print(sorted(base))
    print([sorted(set[int]().union(*[{n, m} for m in range(2)])) for n in range(3)])


def main() -> None:
    exceptions()
    sets()
    pair, bounds = (1, 4), (2, 20, 5)
    xs = [1, 2]
    print(list(range(*pair)), list(range(*bounds)), divmod(*(7, 2)), pow(*bounds), round(*(2.567, 1)))
    print(isinstance(*(3, int)), sum(*(xs,)), sum(*(xs, 5)), len(*(xs,)), sorted(*(xs,), reverse=True))
    print((7, *(2 * x for x in xs)), (*xs, 9), (*doubled(xs), *pair), (*"ab",))
    for at in range(*(3, 0, -1)):
        print(at, end=" ")
    print(min(*xs), max(*pair), *pair, *xs, *doubled(xs))


if __name__ == "__main__":
    main()
