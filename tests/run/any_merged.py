# alone: operations on Any are chosen among all that a program makes objects of
"""Items set in what a test found an Any to be; patterns that items never equal."""

from typing import Any


def merge(a: Any, b: Any) -> Any:
    if isinstance(a, dict) and isinstance(b, dict):
        out = dict(a)
        for k, v in b.items():
            out[k] = merge(out[k], v) if k in out else v
        return out
    return b


def fill(a: Any) -> Any:
    if isinstance(a, list):
        a[0] = "new"
        a[-1] = a[0]
        del a[1]
    elif isinstance(a, dict):
        a["k"] = 1
        a["k"] += 2
    return a


def f(v: object) -> str:
    match v:
        case ["x", n]:
            return f"text {n}"
        case [b"x", n]:
            return f"bytes {n}"
        case [1, n]:
            return f"int {n}"
        case {"k": b"x"}:
            return "dict"
        case _:
            return "other"


def g(v: list[int] | list[str]) -> str:
    match v:
        case ["x", n]:
            return f"text {n}"
        case [1, n]:
            return f"int {n}"
        case _:
            return "other"


def merges() -> None:
    x: dict[str, Any] = {"a": {"b": 1}, "c": [1]}
    print(merge(x, {"a": {"d": 2}}), merge({1: 2}, {"a": 3}))
    print(fill(["a", 2, 3]), fill({"q": 2}), fill(4))
    try:
        fill({"k": "x"})
    except TypeError as e:
        print(e)


def never() -> None:
    for x in [[1, 2], ["x", "y"], [b"x", b"y"], [1.0, 2.5], (b"x", 1)]:
        print(f(x))
    print(f({"k": 1}), f({"k": b"x"}), f({1: 2}), f([1, 2, 3]))
    print(g(["x", "y"]), g([1, 2]), g([3]))


def main() -> None:
    merges()
    never()


if __name__ == "__main__":
    main()
