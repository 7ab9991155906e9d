"""`==` where a side is one of several types: empty containers of any items, numbers and members, what `__eq__` takes."""

from __future__ import annotations

from collections import deque, OrderedDict, Counter, defaultdict
from dataclasses import dataclass
from enum import IntEnum, StrEnum, Enum
from typing import NamedTuple


def equal_lists(a: list[int] | list[str], b: list[int] | list[str]) -> bool:
    return a == b


def lists() -> None:
    n: list[int] = []
    s: list[str] = []
    print(equal_lists(n, s), equal_lists(s, n), equal_lists([1], s), equal_lists([1], ["a"]), equal_lists(n, n))


def equal_dicts(a: dict[int, int] | dict[str, int], b: dict[int, int] | dict[str, int]) -> bool:
    return a == b


def dicts() -> None:
    n: dict[int, int] = {}
    s: dict[str, int] = {}
    print(
        equal_dicts(n, s), equal_dicts(s, n), equal_dicts({1: 1}, s), equal_dicts({1: 1}, {"a": 1}), equal_dicts(n, n)
    )


def equal_sets(a: set[int] | set[str] | frozenset[str], b: frozenset[int] | set[str] | frozenset[str]) -> bool:
    return a == b


def sets() -> None:
    n: set[int] = set()
    s: set[str] = set()
    g: frozenset[int] = frozenset()
    print(
        equal_sets(n, s),
        equal_sets(s, s),
        equal_sets(n, g),
        equal_sets({1}, frozenset([1])),
        equal_sets({1}, {"a"}),
        equal_sets(s, g),
    )


def equal_rows(a: tuple[int, ...] | tuple[str, ...] | int, b: tuple[int, ...] | tuple[str, ...]) -> bool:
    return a == b


def rows() -> None:
    n: tuple[int, ...] = ()
    s: tuple[str, ...] = ()
    print(
        equal_rows(n, s),
        equal_rows(s, n),
        equal_rows((1,), s),
        equal_rows((1,), ("a",)),
        equal_rows(n, n),
        equal_rows(1, n),
    )


class IMembers(IntEnum):
    A = 1


class SMembers(StrEnum):
    A = "a"


class EMembers(Enum):
    A = 1


def equal_members(
    a: int | str | IMembers | SMembers | EMembers, b: int | str | IMembers | SMembers | EMembers | float | bool
) -> bool:
    return a == b


def members() -> None:
    xs: list[int | str | IMembers | SMembers | EMembers] = [1, "a", IMembers.A, SMembers.A, EMembers.A, 2, "b"]
    ys: list[int | str | IMembers | SMembers | EMembers | float | bool] = [
        1,
        "a",
        IMembers.A,
        SMembers.A,
        EMembers.A,
        1.0,
        True,
        2.0,
        False,
    ]
    for x in xs:
        print([int(equal_members(x, y)) for y in ys])


class AAsked:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (AAsked, int)) and (other if isinstance(other, int) else other.n) == self.n


class BAsked:
    pass


def equal_asked(a: list[AAsked] | list[int] | list[BAsked], b: list[AAsked] | list[int] | list[BAsked]) -> bool:
    return a == b


def asked() -> None:
    b = BAsked()
    xs: list[list[AAsked] | list[int] | list[BAsked]] = [[AAsked(1)], [1], [b], [AAsked(2)], [2], [BAsked()]]
    for x in xs:
        print([int(equal_asked(x, y)) for y in xs])


def equal_library(a: deque[int] | deque[str], b: deque[float] | deque[str]) -> bool:
    return a == b


def equal_library_other(
    a: dict[str, int] | Counter[str] | dict[str, str],
    b: dict[str, float] | OrderedDict[str, int] | defaultdict[str, str],
) -> bool:
    return a == b


def library() -> None:
    print(equal_library(deque([1]), deque([1.0])), equal_library(deque([1]), deque(["a"])))
    e: deque[int] = deque()
    h: deque[str] = deque()
    print(equal_library(e, h))
    d: defaultdict[str, str] = defaultdict(str)
    o: OrderedDict[str, int] = OrderedDict()
    z: dict[str, str] = {}
    cc: Counter[str] = Counter()
    print(
        equal_library_other({"a": 1}, {"a": 1.0}),
        equal_library_other(Counter("a"), {"a": 1.0}),
        equal_library_other(cc, d),
        equal_library_other(z, o),
        equal_library_other({"a": "b"}, d),
    )


def equal_tuples(
    a: tuple[list[int], int] | tuple[list[str], int] | tuple[int, ...],
    b: tuple[list[int], int] | tuple[list[str], float] | tuple[float, int],
) -> bool:
    return a == b


def tuples() -> None:
    n: list[int] = []
    s: list[str] = []
    t: tuple[int, ...] = (1, 2)
    print(
        equal_tuples((n, 1), (s, 1.0)),
        equal_tuples((n, 1), (s, 2.0)),
        equal_tuples(([1], 1), (s, 1.0)),
        equal_tuples(t, (1.0, 2)),
        equal_tuples(t, (1.0, 3)),
    )


def equal_kinds(a: int | list[int | str] | bytes, b: str | list[int] | list[str] | bytearray) -> bool:
    return a == b


def kinds() -> None:
    print(
        equal_kinds([1, 2], [1, 2]),
        equal_kinds(["a"], ["a"]),
        equal_kinds(b"a", bytearray(b"a")),
        equal_kinds(1, "a"),
        equal_kinds([1, "a"], ["a"]),
    )


class DBelow(dict[str, int]):
    pass


class LBelow(list[int]):
    pass


def equal_below(
    a: DBelow | LBelow | dict[str, int] | list[int], b: dict[str, str] | dict[str, int] | list[int] | list[str] | DBelow
) -> bool:
    return a == b


def below() -> None:
    d = DBelow()
    d["a"] = 1
    last = LBelow()
    last.append(3)
    e: list[str] = []
    g: dict[str, str] = {}
    xs: list[DBelow | LBelow | dict[str, int] | list[int]] = [d, last, {"a": 1}, [3], DBelow(), LBelow()]
    ys: list[dict[str, str] | dict[str, int] | list[int] | list[str] | DBelow] = [
        d,
        {"a": 1},
        {"a": "x"},
        [3],
        ["a"],
        e,
        g,
    ]
    for x in xs:
        print([int(equal_below(x, y)) for y in ys])


class PNamed(NamedTuple):
    x: int
    y: int


def equal_named(
    a: PNamed | tuple[int, int] | int, b: PNamed | tuple[float, float] | tuple[str, str] | tuple[int, ...]
) -> bool:
    return a == b


def named() -> None:
    for x in (PNamed(1, 2), (1, 2), 3):
        print([int(equal_named(x, y)) for y in (PNamed(1, 2), (1.0, 2.0), ("a", "b"), (1, 2, 3), PNamed(2, 2))])
    t: tuple[int, ...] = (1, 2)
    print(equal_named((1, 2), t), equal_named(PNamed(1, 2), t), equal_named(PNamed(1, 3), t))


@dataclass
class AClasses:
    n: int


@dataclass
class BClasses(AClasses):
    pass


class CClasses:
    pass


def equal_classes(a: AClasses | CClasses | None | str, b: BClasses | AClasses | CClasses | int | None) -> bool:
    return a == b


def classes() -> None:
    c = CClasses()
    xs: list[AClasses | CClasses | None | str] = [AClasses(1), BClasses(1), c, CClasses(), None, "x"]
    ys: list[BClasses | AClasses | CClasses | int | None] = [AClasses(1), BClasses(1), c, None, 3]
    for x in xs:
        print([int(equal_classes(x, y)) for y in ys])


def equal_optional(a: list[int | None] | list[int] | None, b: list[int] | list[str | None] | None) -> bool:
    return a == b


def optional() -> None:
    print(
        equal_optional([1, None], [1]),
        equal_optional([1], [1]),
        equal_optional(None, None),
        equal_optional([1, 2], [1, 2]),
        equal_optional([None, 1], [None, "a"]),
    )


def equal_nested(a: list[list[int]] | list[list[str]], b: list[list[int]] | list[list[str]]) -> bool:
    return a == b


def nested() -> None:
    n: list[int] = []
    s: list[str] = []
    print(equal_nested([n], [s]), equal_nested([n, n], [s]), equal_nested([[1]], [s]), equal_nested([n, [1]], [n, [1]]))


def objects() -> None:
    n: list[int] = []
    s: list[str] = []
    m: dict[int, int] = {}
    k: dict[str, int] = {}
    e: set[int] = set()
    h: set[str] = set()
    t: tuple[int, ...] = ()
    u: tuple[str, ...] = ()
    all_: list[object] = [
        n,
        s,
        m,
        k,
        e,
        h,
        t,
        u,
        (),
        [1],
        [1.0],
        {1: 1},
        {1.0: 1},
        {1},
        {1.0},
        (1,),
        (1.0,),
        frozenset([1]),
    ]
    for x in all_:
        print([int(x == y) for y in all_])


def found() -> None:
    e: list[int] = []
    print(e in ([""], e, 1), ["a"] in ([1], ["a"]))
    s: list[str] = []
    rows: list[list[str] | int] = [s, 3]
    print(rows)


def main() -> None:
    lists()
    dicts()
    sets()
    rows()
    members()
    asked()
    library()
    tuples()
    kinds()
    below()
    named()
    classes()
    optional()
    nested()
    objects()
    found()


if __name__ == "__main__":
    main()
