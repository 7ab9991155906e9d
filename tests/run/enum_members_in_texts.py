# apart: where a member goes is followed through all of a program
"""Members of a StrEnum where `str` is written, and what is made of them; enumerations below str and int."""

from __future__ import annotations
from collections import Counter, deque
from enum import Enum, StrEnum
from typing import Callable


class S(StrEnum):
    FOO = "foo"
    BAZ = "baz"


class Job:
    def __init__(self, kind: str, tags: list[str] | None = None) -> None:
        self.kind = kind
        self.tags = tags if tags is not None else []

    def line(self) -> str:
        return f"{self.kind}:{','.join(self.tags)}"


def route(k: str, table: dict[str, int]) -> int:
    return table.get(k, -1)


def opt(k: str | None = None) -> str:
    return "none" if k is None else k.upper()


NAMED: list[str] = [S.FOO, "x"]
PAIR: tuple[str, int] = (S.BAZ, 3)
FIRST: str = S.FOO
ANY: set[str] = {S.BAZ}
LATE: deque[str] = deque([S.FOO])
COUNTED: Counter[str] = Counter([S.FOO, S.BAZ, "foo"])
PERHAPS: str | None = S.FOO
JOB = Job(S.BAZ, [S.FOO])
HANDLERS: dict[str, Callable[[], int]] = {}


def handler(*names: str) -> Callable[[Callable[[], int]], Callable[[], int]]:
    def register(f: Callable[[], int]) -> Callable[[], int]:
        for name in names:
            HANDLERS[name] = f
        return f

    return register


@handler(S.BAZ, "walk")
def _walk() -> int:
    return len(HANDLERS)


def frozen() -> None:
    print(", ".join(NAMED), PAIR[0], FIRST, FIRST == S.FOO, len(FIRST), "baz" in ANY, S.FOO in ANY, LATE[0])
    print(COUNTED["foo"], COUNTED[S.BAZ], PERHAPS, JOB.line(), HANDLERS["baz"](), S.FOO in HANDLERS, max(HANDLERS))


class T(StrEnum):
    FOO = "foo"
    BAR = "bar"


class C(str, Enum):
    R = "r"
    G = "g"


class Rank(int, Enum):
    A = 1
    B = 2


def show(c: C, i: Rank) -> str:
    return f"{c} {c.value} {i} {i.value} {c.name}"


def kept() -> None:
    def k(s: str) -> str:
        return s.title()

    print(k(S.FOO), [k(x) for x in S])
    j = Job(S.FOO, [S.BAZ, "x"])
    j.kind = S.BAZ
    j.tags.append(S.FOO)
    print(
        j.line(),
        j.kind,
        j.kind == S.BAZ,
        j.kind == "baz",
        j.tags.count("foo"),
        S.FOO in j.tags,
        j.kind + "!",
        len(j.kind),
        j.kind[0],
    )
    d: dict[str, int] = {S.FOO: 1, "q": 2}
    d[S.BAZ] = 5
    print(d["baz"], d[S.FOO], route(S.BAZ, d), sum(d.values()), opt(), opt(S.FOO), "foo" in d, d.get(S.FOO))
    xs: list[str] = []
    xs.extend(S)
    for x in xs:
        print(x, end=" ")
    print()
    m: str | None = S.FOO if len(xs) > 1 else None
    print(m, m is not None and m.startswith("f"))

    def pick(n: int) -> str:
        return S.FOO if n else "zz"

    print(pick(0), pick(1), max(pick(1), "a"))
    match pick(1):
        case S.FOO:
            print("foo!")
        case _:
            print("other")


def made() -> None:
    j: list[str] = [T.BAR]
    print(j[0])
    xs = [T.FOO.value, T.BAR.upper(), str(T.FOO), f"{T.FOO}", "-".join(T), T.FOO + "x"]
    print(
        xs,
        repr(T.FOO),
        [T.FOO],
        {T.FOO: T.FOO.value},
        T.FOO.value.partition("x"),
        repr(str(T.BAR)),
        f"{T.FOO!s:>5}",
        "%s" % T.FOO,
        ["%s" % T.FOO],
        T("foo"),
        T["BAR"],
        [s.name for s in T],
        [s.value for s in T],
    )
    d = {"foo": 1}
    print(d[T.FOO], d.get(T.BAR), T.BAR in d, sorted(T), min(T), hash(T.FOO) == hash("foo"))


def mixed() -> None:
    print(
        show(C.R, Rank.A),
        C.R == "r",
        Rank.A == 1,
        C("r"),
        Rank(2),
        C.R.upper(),
        Rank.A + 1,
        [10, 20, 30][Rank.A],
        "rxr".count(C.R),
        "r" in C.R,
        list(range(Rank.B)),
        {C.R: 1},
        [Rank.A],
        sorted(Rank),
        "-".join(C),
        C.R + "!",
        len(C.R),
        Rank.B * 2.5,
        max(Rank),
        "%s %d" % (C.R, Rank.A),
        C.R in ("r", "z"),
        {"r": 5}.get(C.R),
        [1, 2, 3].index(Rank.B),
        "abc".startswith(C.R),
        "a".join([C.R, "x"]),
    )


def main() -> None:
    kept()
    frozen()
    made()
    mixed()


if __name__ == "__main__":
    main()
