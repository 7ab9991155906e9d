"""Truth: every type's falsehood, __bool__ and __len__, short circuits with effects, conditional chains, walrus, not, assert, and/or values."""
from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import Enum, IntEnum

calls: list[str] = []


class Bag:
    def __init__(self, n: int) -> None:
        self.n = n

    def __len__(self) -> int:
        calls.append(f"len{self.n}")
        return self.n


class Flagged(Bag):
    def __bool__(self) -> bool:
        calls.append(f"bool{self.n}")
        return self.n > 1


class Level(IntEnum):
    NONE = 0
    SOME = 1


class Plain(Enum):
    ZERO = 0


@dataclass
class Empty:
    pass


def say(name: str, value: bool) -> bool:
    calls.append(name)
    return value


def first(*names: str | None) -> str:
    for name in names:
        if name:
            return name
    return "nobody"


def main() -> None:
    print([bool(x) for x in (0, 1, -1)], [bool(x) for x in (0.0, -0.0, 1e-300, float("nan"))], [bool(s) for s in ("", " ", "0")], bool(b""), bool(bytearray(1)), bool(calls), bool([calls]), bool({1: 2}), bool({0: 0}))
    print(bool(()), bool((0,)), bool(set[int]()), bool(frozenset([0])), bool(range(0)), bool(range(1)), bool(deque[int]()), bool(None), bool(Level.NONE), bool(Level.SOME), bool(Plain.ZERO), bool(Empty()))
    print(bool(Bag(0)), bool(Bag(2)), bool(Flagged(1)), not Flagged(2), "yes" if Bag(0) else "no", [b.n for b in (Bag(0), Bag(3), Flagged(1)) if b], calls)
    calls.clear()
    print(say("a", False) and say("b", True), say("c", True) or say("d", True), not say("e", False) and (say("f", True) or say("g", False)), calls)
    calls.clear()
    print(say("h", True) if say("i", False) else say("j", False), say("k", False) or say("l", False) or say("m", True), calls, any([say("n", False), say("o", True)]))
    print("" or "x", "a" and "b", 0 or 5, 7 and 0, calls[:0] or ["c"], None or "z", 0.0 or 2.5, "" and 1 == 1, 3 and "t" == "t", (1 and 2) or 3, 1 and (2 or 3), not "" and "n")
    print(first(None, "", "ann", "bob"), first(), first(None), (lambda n: "neg" if n < 0 else "zero" if n == 0 else "pos")(0), [("fizz" if not n % 3 else "") + ("buzz" if not n % 5 else "") or str(n) for n in range(1, 16)])
    if (n := len("abc")) > 2 and (m := n * 2) < 10:
        print(n, m)
    while (n := n - 1) and n != 5:
        print(n, end=" ")
    print(n, not not calls[:0], not None, True and not False, False == (not True), (not 1) == False, 1 if calls[:0] else 2 if () else 3)  # noqa: E712
    values: list[int | None] = [None, 0, 3]
    print([v or -1 for v in values], [v is not None and v > 1 for v in values], [v if v is not None else -1 for v in values], [bool(v) for v in values], sum(v for v in values if v), len([v for v in values if not v]))
    try:
        assert Bag(1) and not Bag(0), "never"
        assert values[:0], f"empty {values[:1]}"
    except AssertionError as error:
        print(error, calls[-2:])
