"""Tuples made of what json.loads gives, where their types are written."""

import json
from dataclasses import dataclass
from typing import Any, Mapping


@dataclass
class P:
    xs: tuple[int, ...]
    t: tuple[int, str]
    names: frozenset[str] = frozenset()
    fs: tuple[float, ...] | None = None


def make(d: dict[str, Any]) -> P:
    return P(tuple(d["xs"]), tuple(d["t"]))


def make2(d: Mapping[str, Any]) -> P:
    return P(xs=tuple(d["xs"]), t=tuple(d["t"]), names=frozenset(d.get("names", [])), fs=tuple(d["fs"]))


def main() -> None:
    raw = json.loads('{"xs": [1, 2], "t": [3, "q"], "names": ["n"], "fs": [1.5, 2]}')
    print(make(raw))
    p = make2(raw)
    print(p, sum(p.xs), p.t[0] + 1, p.t[1].upper())
    assert p.fs is not None
    print(sum(p.fs))
    xs: tuple[int, ...] = tuple(raw["xs"])
    t: tuple[int, str] = tuple(raw["t"])
    print(xs, t, xs[0] + t[0])
    q = P(tuple(raw["xs"]), tuple(raw["t"]), fs=tuple(raw.get("fs", ())))
    print(q)
    print(tuple(raw["xs"]), len(tuple(raw["t"])))

    def pair(x: Any) -> tuple[int, int]:
        return tuple(x)

    print(pair([1, 2]), pair((3, 4)))


if __name__ == "__main__":
    main()
