# alone: nothing else of the image may make an object of a dict
"""Tests of an object for what no object of the program is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any


def kind(item: object) -> str:
    if isinstance(item, dict):
        return "dict"
    return "other"


def kinds(items: Iterable[object]) -> list[str]:
    out: list[str] = []
    for item in items:
        print("in")
        if isinstance(item, dict):
            out.append("dict")
        else:
            out.append("other")
    return out


def kinds_wk3(items: list[object]) -> list[str]:
    out: list[str] = []
    for item in items:
        print("in")
        if isinstance(item, dict):
            print("dict")
        else:
            out.append("other")
        print("after")
    return out


def kinds_wk4(items: list[object]) -> list[str]:
    out: list[str] = []
    for item in items:
        if isinstance(item, dict):
            out = ["dict"]
        else:
            out.append("other")
    return out


def kinds_wj2(items: Iterable[object]) -> list[str]:
    out: list[str] = []
    for item in items:
        if isinstance(item, dict):
            out.append("dict")
        else:
            out.append("other")
    return out


def kinds_wj3(items: Iterable[object]) -> list[str]:
    out: list[str] = []
    for item in items:
        if isinstance(item, int):
            out.append("int")
        else:
            out.append("other")
    return out


def kind_wm1(item: object) -> str:
    match item:
        case dict():
            return "dict"
        case list() | set():
            return "list"
        case {"a": 1}:
            return "map"
        case [_, _]:
            return "two"
        case _:
            return "other"


def more(item: object) -> str:
    return "dict" if isinstance(item, (dict, frozenset)) else "no"


def neg(item: object) -> str:
    if not isinstance(item, dict):
        return "not"
    return "dict"


def asserted(item: object) -> int:
    n = 0
    while not isinstance(item, dict) and n < 3:
        n += 1
    return n


def both(item: object) -> str:
    if isinstance(item, dict) and len(item) > 1:
        return "d"
    if isinstance(item, int) or isinstance(item, set):
        return "int or set"
    return "rest"


@dataclass
class P:
    x: int

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, P):
            return NotImplemented
        return self.x == other.x


class E(Enum):
    A = 1


class P_ob3:
    def __init__(self, v: object) -> None:
        self.v = v

    def kind(self) -> str:
        if isinstance(self.v, dict):
            return "dict"
        if isinstance(self.v, E):
            return "enum"
        if isinstance(self.v, list) and len(self.v) > 1:
            return "list"
        return "other"


def f(x: object) -> int:
    try:
        if isinstance(x, dict):
            return len(x)
        if isinstance(x, tuple):
            return 7
    finally:
        print("fin")
    while isinstance(x, list):
        return 3
    n = [1 for _ in range(2) if isinstance(x, set)]
    return 10 + len(n) + (5 if isinstance(x, frozenset) else 0)


def f_ob5(x: Any) -> str:
    if isinstance(x, dict):
        return "dict"
    elif isinstance(x, list):
        return "list"
    return str(x)


def kind6(x: object) -> str:
    if isinstance(x, Mapping):
        return ",".join(f"{k}={v}" for k, v in x.items())
    if isinstance(x, Sequence) and not isinstance(x, str):
        return str(len(x)) + str(x[0])
    if isinstance(x, Iterable):
        return str(list(x))
    return repr(x)


def dumps(x: object) -> str:
    if x is None:
        return "null"
    if isinstance(x, bool):
        return "true" if x else "false"
    if isinstance(x, (int, float)):
        return str(x)
    if isinstance(x, str):
        return '"' + x + '"'
    if isinstance(x, (list, tuple)):
        return "[" + ",".join(dumps(i) for i in x) + "]"
    if isinstance(x, dict):
        return "{" + ",".join(f"{dumps(k)}:{dumps(v)}" for k, v in x.items()) + "}"
    if isinstance(x, set):
        return dumps(sorted(map(str, x)))
    raise TypeError(type(x).__name__)


def run_wk1() -> None:
    print(kind(1))


def run_wk2() -> None:
    a: list[object] = [1, 2]
    print(kinds(a))


def run_wk3() -> None:
    a: list[object] = [1, 2]
    print(kinds_wk3(a))


def run_wk4() -> None:
    a: list[object] = [1, 2]
    print(kinds_wk4(a))


def run_wj2() -> None:
    a: list[int] = [1, 2]
    print(kinds_wj2(a))


def run_wj3() -> None:
    a: list[int] = [1, 2]
    print(kinds_wj3(a))


def run_wm1() -> None:
    print(kind_wm1(1), kind_wm1("a"), more(2), neg(3), asserted(1), both(1), both("s"))
    try:
        x: object = 5
        assert isinstance(x, dict)
        print("no")
    except AssertionError:
        print("assert")


def run_ob2() -> None:
    print(P(1) == P(1), P(1) != P(2), P(1) in [P(1)])


def run_ob3() -> None:
    print(P_ob3(1).kind(), P_ob3("x").kind())


def run_ob4() -> None:
    print(f(1))


def run_ob5() -> None:
    print(f_ob5(1))


def run_ob6() -> None:
    print(kind6(1), kind6("ab"))


def run_ob7() -> None:
    print(dumps(1), dumps("a"), dumps(True), dumps(None))


def main() -> None:
    run_wk1()
    run_wk2()
    run_wk3()
    run_wk4()
    run_wj2()
    run_wj3()
    run_wm1()
    run_ob2()
    run_ob3()
    run_ob4()
    run_ob5()
    run_ob6()
    run_ob7()


if __name__ == "__main__":
    main()
