"""A ChainMap where a Mapping is asked for."""

from __future__ import annotations
from collections import ChainMap
from collections.abc import Mapping
from typing import TypeVar, MutableMapping

T = TypeVar("T")
V = TypeVar("V")


def f(m: Mapping[str, int]) -> list[str]:
    return [k for k in m if m[k] > 1]


def show(m: Mapping[str, V]) -> str:
    return ", ".join(f"{k}={v!r}" for k, v in sorted(m.items(), key=lambda kv: kv[0]))


def put(m: MutableMapping[str, int], k: str) -> int:
    m[k] = m.get(k, 0) + 1
    return m[k]


def whole(m: Mapping[str, T]) -> dict[str, T]:
    return dict(m)


def kind(m: Mapping[str, int]) -> bool:
    return isinstance(m, Mapping)


def keys(m: Mapping[str, int]) -> list[str]:
    return sorted(m.keys()) + [str(len(m)), str("a" in m), str(sum(m.values()))]


def opt(m: Mapping[str, int] | None = None) -> int:
    return len(m) if m is not None else -1


class Render:
    def __init__(self, ctx: Mapping[str, object]) -> None:
        self.text = "|".join(str(ctx[k]) for k in sorted(ctx))


def main() -> None:
    c = ChainMap({"a": 1}, {"b": 2, "a": 5})
    print(f(c), f({"q": 3}), show(c), show({"z": 1.5}), put(c, "b"), put(c, "n"), c, keys(c), opt(c), opt())
    print(kind(c), kind({}), whole(c))
    print(show(ChainMap({"x": "y"})), f(c.new_child({"m": 9})), [show(m) for m in (c, c.parents)])
    o: ChainMap[str, object] = ChainMap({"a": 1}, {"b": "x"})
    print(Render(o).text, Render({"k": 1}).text)


if __name__ == "__main__":
    main()
