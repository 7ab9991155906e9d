"""`d |= …` with pairs, views, iterators and other dicts, of variables, fields and items."""

from collections import OrderedDict, defaultdict
from typing import Iterable, Mapping


class Holder:
    def __init__(self) -> None:
        self.table: dict[str, int] = {}
        self.made = 0

    def where(self) -> int:
        self.made += 1
        return 0


def pairs(n: int) -> Iterable[tuple[str, int]]:
    for at in range(n):
        print("pair", at)
        yield f"k{at}", at


def merged(base: dict[str, int], more: Mapping[str, int] | Iterable[tuple[str, int]]) -> dict[str, int]:
    base |= more
    return base


def main() -> None:
    d = {"a": 1}
    same = d
    d |= [("l", 4)]
    d |= {"b": 2}.items()
    d |= zip("xy", [1, 2])
    d |= (("t", 5), ("u", 6))
    d |= pairs(2)
    d |= ((c, ord(c)) for c in "pq")
    d |= {"z": 26}
    d |= {}
    d |= {key: 0 for key in ("a", "new")}
    print(d, same is d)
    holder = Holder()
    holder.table |= [("f", 1)]
    holder.table |= {"g": 2}
    rows = [{"r": 1}]
    rows[holder.where()] |= [("s", 2)]
    print(holder.table, rows, holder.made)
    counts: defaultdict[str, list[int]] = defaultdict(list)
    counts |= [("one", [1])]
    counts["two"].append(2)
    ordered: OrderedDict[str, int] = OrderedDict(b=1)
    ordered |= [("a", 2), ("b", 3)]
    print(counts, ordered)
    print(merged({"m": 0}, [("n", 1)]), merged({"m": 0}, {"n": 2}), d | {"m": 1} == {**d, "m": 1})
    mixed: dict[str, int | str] = {"a": 1}
    mixed |= [("b", "text"), ("c", 3)]
    print(mixed)


if __name__ == "__main__":
    main()
