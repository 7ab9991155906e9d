# alone: nothing else of the image may make an object of a dict
"""Tests of an object for what no object of the program is."""

from collections.abc import Iterable


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


def main() -> None:
    run_wk1()
    run_wk2()
    run_wk3()
    run_wk4()
    run_wj2()
    run_wj3()
    run_wm1()


if __name__ == "__main__":
    main()
