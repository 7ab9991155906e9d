"""Operators of classes get members of enumerations, bools and None as what they are."""

# ruff: noqa: E711

from dataclasses import dataclass
from enum import IntEnum, IntFlag, StrEnum
from functools import total_ordering
from typing import Generic, TypeVar

T = TypeVar("T")


class K:
    def __add__(self, n: int) -> str:
        return "add" + repr(n)

    def __rmul__(self, n: int) -> str:
        return "rmul" + repr(n)

    def __xor__(self, n: int | None) -> str:
        return "xor" + repr(n)

    def __lt__(self, n: int) -> bool:
        print("lt", n)
        return True


class V:
    def __init__(self, x: float) -> None:
        self.x = x

    def __mul__(self, n: float) -> "V":
        return V(self.x * n)

    def __rmul__(self, n: float) -> "V":
        return V(self.x * n)

    def __truediv__(self, n: float) -> "V":
        return V(self.x / n)

    def __mod__(self, n: float) -> float:
        return self.x % n


class Suit(IntEnum):
    CLUBS = 1
    HEARTS = 2


class Card:
    def __init__(self, s: Suit, n: int) -> None:
        self.s, self.n = s, n

    def __eq__(self, o: object) -> bool:
        if isinstance(o, Suit):
            return self.s is o
        return NotImplemented

    def __mul__(self, o: "int | Suit") -> str:
        if isinstance(o, Suit):
            return "suit " + o.name
        return f"int {o}"

    def __xor__(self, o: object) -> str:
        return f"{type(o).__name__} {o!r}"


class S(StrEnum):
    X = "x"


class K_operator_strenum_argument:
    def __eq__(self, o: object) -> bool:
        return isinstance(o, S)

    def __sub__(self, n: str) -> str:
        return f"sub{n!r}"


class F:
    def __init__(self) -> None:
        self.c: list[object] = []

    def __and__(self, o: object) -> "F":
        self.c.append(o)
        return self

    def __lt__(self, o: object) -> bool:
        return isinstance(o, bool)


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.xs: list[T] = []

    def __lshift__(self, x: T) -> "Stack[T]":
        self.xs.append(x)
        return self


class L(IntEnum):
    A = 1


class P(IntFlag):
    R = 1


class K_operator_enum_param:
    def __add__(self, o: L) -> str:
        return o.name

    def __or__(self, o: P) -> str:
        return repr(o)


class Maybe(Generic[T]):
    def __init__(self, v: T | None) -> None:
        self.v = v

    def __or__(self, d: T) -> T:
        return d if self.v is None else self.v


class L_eq_object_enum(IntEnum):
    A = 1


class J:
    def __eq__(self, o: object) -> bool:
        return isinstance(o, L_eq_object_enum)


class K_eq_none_user_eq:
    def __eq__(self, o: object) -> bool:
        print("eq", o)
        return o is None


class A:
    def __init__(self, v: int) -> None:
        self.v = v

    def __eq__(self, o: object) -> bool:
        if o is None:
            return self.v == 0
        return isinstance(o, A) and self.v == o.v


class L_operator_order_enum(IntEnum):
    A = 1
    B = 2


class K_operator_order_enum:
    def __init__(self, n: int) -> None:
        self.n = n

    def __lt__(self, o: object) -> bool:
        print("lt", repr(o), isinstance(o, L_operator_order_enum))
        return isinstance(o, int) and self.n < o

    def __ge__(self, o: "int | L_operator_order_enum") -> bool:
        print("ge", repr(o))
        return self.n >= o


@total_ordering
class V_operator_order_enum:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, o: object) -> bool:
        return isinstance(o, V_operator_order_enum) and self.n == o.n

    def __lt__(self, o: "V_operator_order_enum") -> bool:
        return self.n < o.n


class Over(IntEnum):
    X = 5
    Y = 6

    def __add__(self, o: int) -> str:
        return f"over{self.value}+{o}"

    def __lt__(self, o: int) -> bool:
        return True


class Acc:
    def __init__(self) -> None:
        self.log: list[str] = []

    def __iadd__(self, o: object) -> "Acc":
        self.log.append(repr(o))
        return self

    def __and__(self, o: bool) -> bool:
        return o

    def __rsub__(self, o: float) -> str:
        return repr(o)


class Acc_iops2:
    def __rsub__(self, o: float) -> str:
        return repr(o)


@dataclass
class P_eqnone2:
    x: int
    y: "P_eqnone2 | None" = None


class Null:
    def __eq__(self, o: object) -> bool:
        return o is None or isinstance(o, Null)


class Col:
    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, o: object) -> str:  # type: ignore[override]
        return f"{self.name} IS NULL" if o is None else f"{self.name} = {o!r}"

    def __ne__(self, o: object) -> str:  # type: ignore[override]
        return f"{self.name} NOT NULL" if o is None else f"{self.name} <> {o!r}"


def same(a: "Null | None", b: "Null | None") -> bool:
    return a == b


def opt(a: "P_eqnone2 | None", b: "P_eqnone2 | None") -> bool:
    return a == b


def run_operator_bool_argument() -> None:
    b = 1 < 2
    k = K()
    print(k + b, b * k, k ^ b, k < b, k.__add__(b))


def run_operator_float_int() -> None:
    v = V(1.5)
    print((v * 2).x, (2 * v).x, (v / 2).x, v % 1)


def run_operator_enum_argument() -> None:
    c = Card(Suit.HEARTS, 3)
    print(c == Suit.HEARTS, Suit.HEARTS == c, c != Suit.HEARTS, c * Suit.CLUBS, c ^ Suit.CLUBS, c ^ (1 < 2))


def run_operator_strenum_argument() -> None:
    print(K_operator_strenum_argument() == S.X, K_operator_strenum_argument() - S.X)


def run_operator_object_bool() -> None:
    f = F()
    f & True
    f & (2 > 1)
    print(f.c, f < True)


def run_operator_stored_bool() -> None:
    s: Stack[object] = Stack()
    s << 1 << True << "a"
    print(s.xs)


def run_operator_enum_param() -> None:
    print(K_operator_enum_param() | P.R, K_operator_enum_param() + L.A)


def run_operator_typevar_bool() -> None:
    print(Maybe(True) | False)


def run_eq_object_enum() -> None:
    j = J()
    x: object = L_eq_object_enum.A
    print(x == j, j == x, [L_eq_object_enum.A] == [j], {1: L_eq_object_enum.A} == {1: j})


def run_eq_none_user_eq() -> None:
    k = K_eq_none_user_eq()
    print(k == None, None == k, k != None, None != k)
    print([None] == [k], (None, 1) == (k, 1), {1: k} == {1: None})


def run_list_count_none_user_eq() -> None:
    xs: list[A | None] = [A(0), None]
    d: dict[str, A | None] = {"a": A(0)}
    print(
        xs.count(None),
        xs.index(None),
        xs == [None, None],
        xs[0] == xs[1],
        xs[1] == xs[0],
        d == {"a": None},
        d.get("b") == A(0),
    )


def run_operator_order_enum() -> None:
    k = K_operator_order_enum(1)
    print(k < L_operator_order_enum.B, k >= L_operator_order_enum.A, k < True, L_operator_order_enum.B > k)
    print(
        V_operator_order_enum(1) < V_operator_order_enum(2),
        sorted([V_operator_order_enum(3), V_operator_order_enum(1)])[0].n,
        V_operator_order_enum(1) == V_operator_order_enum(1),
        V_operator_order_enum(2) >= V_operator_order_enum(1),
    )
    print(Over.X + 1, Over.Y < Over.X, Over.X == 5, Over.X * 2, 2 + Over.X)


def run_iops() -> None:
    a = Acc()
    a += True
    a += 3
    print(a.log, a & True, 3 - a, 2.5 - a)


def run_iops2() -> None:
    a = Acc_iops2()
    print(3 - a, 2.5 - a)


def run_eqnone2() -> None:
    n = Null()
    print(n == None, None == n, n != None, same(n, None), same(None, n), same(None, None), same(n, n))
    print(
        P_eqnone2(1) == None,
        None == P_eqnone2(1),
        P_eqnone2(1) != None,
        opt(P_eqnone2(1), None),
        opt(None, P_eqnone2(1)),
        opt(P_eqnone2(1, P_eqnone2(2)), P_eqnone2(1, P_eqnone2(2))),
        opt(None, None),
    )
    print(Col("a") == None, Col("a") != None, Col("a") == 3, None == Col("b"))
    xs: list[Null | None] = [None, n]
    print(None in xs, xs.index(None), n in xs, xs == [n, None], [n] == [None], (n, 1) == (None, 1))


def main() -> None:
    run_operator_bool_argument()
    run_operator_float_int()
    run_operator_enum_argument()
    run_operator_strenum_argument()
    run_operator_object_bool()
    run_operator_stored_bool()
    run_operator_enum_param()
    run_operator_typevar_bool()
    run_eq_object_enum()
    run_eq_none_user_eq()
    run_list_count_none_user_eq()
    run_operator_order_enum()
    run_iops()
    run_iops2()
    run_eqnone2()


if __name__ == "__main__":
    main()
