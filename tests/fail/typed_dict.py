from typing import Any, TypedDict


class Cfg(TypedDict):
    data: Any
    pos: tuple[int, int]


class M(TypedDict):
    a: int
    b: str


def f(d: dict[str, int | str]) -> None:
    d["a"] = "x"


def g(m: M, key: str) -> None:
    m["c"] = 1
    m["a"] = "x"
    m[key] = 3
    m.update({"b": 1})
    f(m)
    n: M = {"a": 1, "b": "x", "zz": 3}


def main() -> None:
    c: Cfg = {"data": 1, "pos": (1, 2)}
    print(c["pos"])
    g({"a": 1, "b": "x"}, "a")
