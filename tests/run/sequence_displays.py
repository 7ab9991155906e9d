"""Displays of displays where structural types are asked for: rows of dicts whose values differ."""

from typing import Mapping, Sequence, Union, Iterable

Cell = Union[str, int, None]


def f(rows: Sequence[Mapping[str, Cell]]) -> list[Cell]:
    return [r.get("a") for r in rows]


def g(rows: Iterable[Mapping[str, Cell]], head: Sequence[str] = ()) -> int:
    return sum(len(r) for r in rows)


def h(table: Mapping[str, Mapping[str, Cell]]) -> list[str]:
    return sorted(k for k, v in table.items() if None in v.values())


def k(table: Mapping[str, Sequence[Cell]]) -> int:
    return sum(1 for row in table.values() for c in row if isinstance(c, int))


def deep(t: Sequence[Sequence[Sequence[Cell]]]) -> int:
    return sum(len(b) for a in t for b in a)


def fl(rows: Sequence[Mapping[str, float]]) -> float:
    return sum(r["a"] for r in rows)


def ob(rows: Sequence[Mapping[str, object]]) -> str:
    return str([r["a"] for r in rows])


class Table:
    def __init__(self, rows: Sequence[Mapping[str, Cell]]) -> None:
        self.rows = [dict(r) for r in rows]

    def add(self, rows: Iterable[Mapping[str, Cell]]) -> None:
        self.rows.extend(dict(r) for r in rows)


def main() -> None:
    print(f([{"a": 1, "b": "x"}, {"a": None}, {"b": 2}]), g([{"a": 1, "b": "x"}, {}, {"c": None}]))
    print(h({"x": {"a": 1}, "y": {"b": None, "c": "q"}, "z": {}}), k({"a": [1, "x"], "b": [None], "c": []}))
    print(
        deep([[[1, "a"], [None]], [], [[]]]),
        fl([{"a": 1}, {"a": 2.5}]),
        fl([{"a": 1}, {"a": 2}]),
        ob([{"a": 1}, {"a": "s", "b": None}]),
    )
    d = {"a": 5}
    print(f([d, d]), f([{"a": 1}]), g([d]))
    t = Table([{"a": 1}, {"b": "x"}])
    t.add([{"c": None}, {"d": 4, "e": "f"}])
    print(t.rows)


if __name__ == "__main__":
    main()
