"""Tuples whose later items have no order: sorted until it comes to them; values of several types as dict items; defaultdict behind a plain annotation."""
from collections import defaultdict
from dataclasses import dataclass
from enum import Enum


class E(Enum):
    A = 1
    B = 2


@dataclass
class P:
    x: int


J = dict[str, "J"] | list["J"] | str | int | None
ROOT: J = {"a": 1, "b": [1, "x", None], "c": {"d": "e"}}
TEXT: J = "plain"


def walk(j: J) -> int:
    if isinstance(j, dict):
        return sum(walk(v) for v in j.values())
    if isinstance(j, list):
        return sum(map(walk, j))
    return 1


def main() -> None:
    d: dict[str, P] = {"b": P(1), "a": P(2)}
    print(sorted(d.items()))
    u: dict[str, float | str | E] = {"z": 1.0, "b": "x", "c": E.A}
    print(sorted(u.items()), max(u.items()))
    o: list[tuple[int, int | None]] = [(2, None), (1, 5), (0, None)]
    print(sorted(o))
    for bad in ([(1, None), (1, 3)], [(1, None), (1, None)], [(1, 3), (1, None), (1, 2)]):
        try:
            typed: list[tuple[int, int | None]] = list(bad)
            print(sorted(typed))
        except TypeError as error:
            print(error)
    w: list[tuple[int, float | str]] = [(1, "a"), (1, "b"), (1, 2.0)]
    try:
        print(sorted(w[:2]), sorted(w))
    except TypeError as error:
        print(error)
    try:
        print(sorted([(1, P(1)), (1, P(2))]))
    except TypeError as error:
        print(error)
    print(sorted([(1, P(1), 2), (1, P(1), 1)]), sorted([(2, E.A), (1, E.B)]))
    totals: dict[str, int] = defaultdict(int)
    totals["a"] += 1
    groups: dict[int, list[str]] = defaultdict(list)
    for w_ in ["a", "bb", "c"]:
        groups[len(w_)].append(w_)
    print(dict(totals), groups, walk(ROOT), walk(TEXT), ROOT, TEXT)
