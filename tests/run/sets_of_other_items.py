"""Sets, keys and lists asked for items of a type that they do not hold."""

import json
from enum import StrEnum
from typing import Any


def f(value: Any, props: dict[str, int]) -> list[str]:
    if not isinstance(value, dict):
        return []
    missing = props.keys() - value.keys()
    return sorted(missing)


def find(x: int | str, xs: list[str], ys: set[int], zs: tuple[str, ...], d: dict[str, int]) -> None:
    print(x in xs, x in ys, x in zs, x in d, x not in xs)


class S(StrEnum):
    X = "x"
    Y = "y"


def setmix() -> None:
    a = {1, 2}
    b = {1.0, 3.0}
    print(a - b, b - a, a - b - {2})
    s: set[str] = {"a"}
    m: set[int | str] = {1, "a", "b"}
    print(s - m, sorted(s & m), len(m - s), len(m & s))
    t: set[str | None] = {"a", None}
    print(s - t, t - s, s & t, t & s)
    d = {"a": 1, "z": 2}
    e: dict[int | str, int] = {1: 2, "a": 3}
    print(sorted(d.keys() - e.keys()), sorted(d.keys() & e.keys()), len(e.keys() - d.keys()))
    o: dict[Any, int] = {1: 2, "a": 3}
    print(sorted(d.keys() - o.keys()))


def keys_minus_keys_of_other_type() -> None:
    mixed: dict[int | str, Any] = {1: 2, "x": None}
    print(f(json.loads('{"a": 1, "b": 2}'), {"a": 1, "z": 2}), f(mixed, {}))


def inunion() -> None:
    find("a", ["a"], {1}, ("b", "a"), {"a": 1})
    find(1, ["a"], {1}, ("b", "a"), {"a": 1})
    find("b", [], {2}, ("b", "a"), {"a": 1})
    z: str | None = None if len("a") else "x"
    print(z in ["x"], z in {"x"}, z in {"x": 1})


def strenums() -> None:
    s = "x"
    print(
        "x" in [S.X],
        "z" in [S.X],
        s in {S.X},
        s in (S.X, S.Y),
        s in {S.X: 1},
        s in list(S),
        "q" in list(S),
        s in {S.X: 1}.keys(),
    )
    print(S.X in ["x"], S.X in {"x"}, S.Y in ["x"], "x" in [S.Y, S.X])


def main() -> None:
    setmix()
    keys_minus_keys_of_other_type()
    inunion()
    strenums()


if __name__ == "__main__":
    main()
