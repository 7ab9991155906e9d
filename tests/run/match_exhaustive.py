"""Ends that no value reaches: ifs and cases over all members, bools, literals and classes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Literal, NamedTuple, Optional, Union, assert_never


def m(x: Literal["r", "w"]) -> int:
    match x:
        case "r":
            return 1
        case "w":
            return 2


class E(Enum):
    A = 1
    B = 2


def g(a: E) -> str:
    if a is E.A:
        return "a"
    elif a is E.B:
        return "b"


Mode = Literal["r", "w"]


def h(m_exhaustive_if_literal: Mode) -> int:
    if m_exhaustive_if_literal == "r":
        return 1
    elif m_exhaustive_if_literal == "w":
        return 2


def k(x: int | str) -> int:
    if isinstance(x, int):
        return x
    elif isinstance(x, str):
        return len(x)


def m_exhaustive_if_literal(x: Mode) -> int:
    match x:
        case "r":
            return 1
        case "w":
            return 2


@dataclass
class Click:
    x: int


@dataclass
class Resize:
    size: tuple[int, int]


def on(e: Click | Resize | None) -> str:
    match e:
        case Click(x):
            return f"c{x}"
        case Resize((w, _)):
            return f"w {w}"
        case None:
            return "idle"


def f(p: tuple[int, bool]) -> str:
    match p:
        case (n, True):
            return f"t{n}"
        case (n, False):
            return f"f{n}"


def g_match_exhaustive_tuple(p: tuple[int, str]) -> str:
    match p:
        case (0, s):
            return s
        case (n, s):
            return s * n


class E_match_two_values_exhaustive(Enum):
    A = 1
    B = 2


def f_match_two_values_exhaustive(a: E_match_two_values_exhaustive, b: str | None) -> str:
    match a, b:
        case E_match_two_values_exhaustive.A, None:
            return "1"
        case E_match_two_values_exhaustive.A, str(s):
            return s
        case E_match_two_values_exhaustive.B, _:
            return "2"


def g_match_two_values_exhaustive(a: E_match_two_values_exhaustive) -> str:
    if a is E_match_two_values_exhaustive.A:
        return "a"
    elif a is E_match_two_values_exhaustive.B:
        return "b"


class E_ex1(Enum):
    A = 1
    B = 2
    C = 3
    ALIAS = 1


class N(IntEnum):
    X = 1
    Y = 2


def seq(a: E_ex1) -> int:
    if a is E_ex1.A:
        return 1
    if a == E_ex1.B:
        return 2
    if a in (E_ex1.C,):
        return 3


def opt(a: E_ex1 | None) -> str:
    if a is E_ex1.ALIAS:
        return "a"
    elif a is None:
        return "none"
    elif a is E_ex1.B or a is E_ex1.C:
        return a.name


def opt2(a: Optional[E_ex1]) -> str:
    if a is E_ex1.ALIAS:
        return "a"
    elif a in (E_ex1.B, E_ex1.C):
        return "bc"
    elif a is None:
        return "none"


def neg(a: E_ex1) -> str:
    if a is not E_ex1.A:
        if a is not E_ex1.B:
            if a is not E_ex1.C:
                assert_never(a)
            else:
                return "C"
        else:
            return "B"
    return "A"


def ints(n: N) -> int:
    if n == N.X:
        return 1
    elif n == N.Y:
        return 2


def never(a: E_ex1) -> str:
    if a is E_ex1.A:
        return "a"
    elif a is E_ex1.B:
        return "b"
    elif a is E_ex1.C:
        return "c"
    else:
        assert_never(a)


def bound(a: E_ex1) -> str:
    if a is E_ex1.A:
        x = "1"
    elif a is E_ex1.B:
        x = "2"
    elif a is E_ex1.C:
        x = "3"
    return x


def reassigned(a: E_ex1) -> str:
    if a is E_ex1.A:
        a = E_ex1.B
    elif a is E_ex1.B:
        a = E_ex1.C
    if a is E_ex1.B:
        return "b"
    if a is E_ex1.C:
        return "c"
    return "a"


@dataclass
class Order:
    side: E_ex1
    mode: Literal["r", "w"] = "r"

    def go(self) -> int:
        if self.side is E_ex1.A:
            return 1
        elif self.side is E_ex1.B:
            return 2
        elif self.side is E_ex1.C:
            return 3

    def m(self) -> int:
        if self.mode == "r":
            return 1
        elif self.mode == "w":
            return 2

    def mm(self) -> int:
        match self.mode:
            case "r":
                return 1
            case "w":
                return 2

    def mmm(self) -> str:
        mode = self.mode
        match mode, self.side:
            case "r", E_ex1.A:
                return "ra"
            case "r", _:
                return "r"
            case "w", E_ex1.A | E_ex1.B:
                return "wab"
            case "w", E_ex1.C as c:
                return c.name


def ternary(a: E_ex1) -> str:
    return "a" if a is E_ex1.A else "b" if a is E_ex1.B else "c" + a.name


Level = Literal[1, 2, -3]
Mode_ex2 = Union[Literal["r"], Literal["w", "a"]]
Both = Mode_ex2 | None


def lv(x: Level) -> str:
    if x == 1:
        return "one"
    elif x == 2:
        return "two"
    elif x == -3:
        return "minus"


def md(x: "Mode_ex2") -> str:
    if x in ("r", "w"):
        return "rw"
    if x == "a":
        return "a"


def bo(x: Both) -> str:
    match x:
        case None:
            return "none"
        case "r" | "w":
            return "rw"
        case "a":
            return x


def bo2(x: Optional[Mode_ex2]) -> int:
    if x is None:
        return 0
    if x != "r":
        if x != "w":
            return 3
        return 2
    return 1


def an(x: Mode_ex2) -> str:
    match x:
        case "r":
            return "R"
        case "w":
            return "W"
        case "a":
            return "A"
        case _:
            assert_never(x)


def an2(x: Mode_ex2) -> str:
    if x == "r":
        return "R"
    elif x == "w":
        return "W"
    elif x == "a":
        return "A"
    else:
        assert_never(x)


def parse(s: str) -> Mode_ex2:
    if s.startswith("r"):
        return "r"
    return "w" if s.startswith("w") else "a"


def use(s: str) -> int:
    m = parse(s)
    match m:
        case "r":
            return 1
        case "w":
            return 2
        case "a":
            return 3


def use2(s: str) -> int:
    match parse(s):
        case "r":
            return 1
        case "w":
            return 2
        case "a":
            return 3


def tf(x: bool, y: bool) -> int:
    match x, y:
        case True, True:
            return 3
        case True, False:
            return 2
        case False, True:
            return 1
        case (False, False):
            return 0


def tb(x: bool) -> int:
    if x is True:
        return 1
    elif x is False:
        return 2


def inner() -> list[int]:
    def f(m: Mode_ex2) -> int:
        if m == "r":
            return 1
        elif m == "w":
            return 2
        elif m == "a":
            return 3

    def g() -> int:
        match k:
            case "r":
                return 10
            case "w" | "a":
                return 20

    k: Mode_ex2 = "w"
    return [f("r"), f("w"), f("a"), g()]


class Ctl:
    def __init__(self, mode: Mode_ex2, n: int) -> None:
        self.mode = mode
        self.lv: Level = 1
        self.n = n

    def run(self) -> str:
        if self.mode == "r":
            return "r"
        elif self.mode == "w":
            return "w"
        elif self.mode == "a":
            return "a"

    def run2(self) -> str:
        if self.lv == 1:
            return "1"
        elif self.lv == 2:
            return "2"
        elif self.lv == -3:
            return "3"


class E_ex_cell(Enum):
    A = 1
    B = 2


def f_ex_cell(x: E_ex_cell) -> int:
    def turn() -> None:
        nonlocal x
        x = E_ex_cell.A

    if x is E_ex_cell.A:
        return 1
    turn()
    if x is E_ex_cell.B:
        return 2
    return 5


def g_ex_cell(xs: list[E_ex_cell]) -> list[int]:
    out = []
    for x in xs:
        if x is E_ex_cell.A:
            out.append(1)
            continue
        if x is E_ex_cell.B:
            out.append(2)
            continue
    return out


def gen(x: E_ex_cell) -> int:
    try:
        if x is E_ex_cell.A:
            return 1
        elif x is E_ex_cell.B:
            return 2
    finally:
        print("fin")


def ors(x: E_ex_cell, y: E_ex_cell) -> int:
    if x is E_ex_cell.A or y is E_ex_cell.A:
        return 1
    elif x is E_ex_cell.B and y is E_ex_cell.B:
        return 2
    return 9


class P(NamedTuple):
    x: int
    y: bool


@dataclass
class Num:
    v: int


@dataclass
class Add:
    left: Expr
    r: Expr


@dataclass
class Neg:
    e: Num | Add | Neg


@dataclass
class Let:
    b: tuple[str, tuple[int, int]]
    at: P


Expr = Num | Add | Neg | Let


def show(e: Expr) -> str:
    match e:
        case Num(int(v)):
            return str(v)
        case Add(a, r=r2):
            return f"({show(a)}+{show(r2)})"
        case Neg(Num() | Add() | Neg() as inner):
            return "-" + show(inner)
        case Let((name, (a, _)), at=P(x, _)):
            return f"{name}{a}{x}"


def run_exhaustive_match_literal() -> None:
    print(m("w"))


def run_exhaustive_if_enum() -> None:
    print(g(E.B))


def run_exhaustive_if_literal() -> None:
    print(h("r"), k("abc"), m_exhaustive_if_literal("w"))


def run_match_exhaustive_nested() -> None:
    print(on(Click(1)), on(Resize((1, 2))), on(None))


def run_match_exhaustive_tuple() -> None:
    print(f((1, True)), f((2, False)), g_match_exhaustive_tuple((0, "a")), g_match_exhaustive_tuple((2, "b")))


def run_match_two_values_exhaustive() -> None:
    print(
        f_match_two_values_exhaustive(E_match_two_values_exhaustive.A, None),
        f_match_two_values_exhaustive(E_match_two_values_exhaustive.A, "z"),
        f_match_two_values_exhaustive(E_match_two_values_exhaustive.B, None),
        g_match_two_values_exhaustive(E_match_two_values_exhaustive.B),
    )


def run_ex1() -> None:
    print(
        [seq(e) for e in E_ex1],
        [opt(e) for e in (E_ex1.A, E_ex1.B, E_ex1.C, None)],
        [opt2(e) for e in (E_ex1.A, E_ex1.B, E_ex1.C, None)],
    )
    print([neg(e) for e in E_ex1], [ints(n) for n in N], [never(e) for e in E_ex1], [bound(e) for e in E_ex1])
    print([reassigned(e) for e in E_ex1], [ternary(e) for e in E_ex1])
    for e in E_ex1:
        o = Order(e)
        print(o.go(), o.m(), o.mm(), o.mmm(), Order(e, "w").mmm())


def run_ex2() -> None:
    print(
        [lv(1), lv(2), lv(-3)],
        [md("r"), md("w"), md("a")],
        [bo(None), bo("r"), bo("a")],
        [bo2(None), bo2("r"), bo2("w"), bo2("a")],
    )
    print(
        an("r"),
        an("w"),
        an2("a"),
        use("read"),
        use("w"),
        use2("x"),
        tf(True, False),
        tf(False, False),
        tb(True),
        tb(False),
    )
    print(inner(), Ctl("w", 1).run(), Ctl("a", 1).run2())


def run_ex_cell() -> None:
    print(
        f_ex_cell(E_ex_cell.A),
        f_ex_cell(E_ex_cell.B),
        g_ex_cell([E_ex_cell.A, E_ex_cell.B, E_ex_cell.A]),
        gen(E_ex_cell.B),
        ors(E_ex_cell.B, E_ex_cell.B),
        ors(E_ex_cell.B, E_ex_cell.A),
    )


def run_ex_nested_dc() -> None:
    print(show(Add(Num(1), Neg(Num(3)))), show(Let(("q", (1, 2)), P(4, True))))


def main() -> None:
    run_exhaustive_match_literal()
    run_exhaustive_if_enum()
    run_exhaustive_if_literal()
    run_match_exhaustive_nested()
    run_match_exhaustive_tuple()
    run_match_two_values_exhaustive()
    run_ex1()
    run_ex2()
    run_ex_cell()
    run_ex_nested_dc()


if __name__ == "__main__":
    main()
