# apart: an int where `float` is written makes every `float` of the image take ints
"""`d.get(k, default)` and `d.pop(k, default)` with a default of another type than the values."""
from __future__ import annotations

import math
from collections import Counter, OrderedDict, defaultdict


class Loud(dict[str, int]):
    def __getitem__(self, key: str) -> int:
        print("item", key)
        return super().__getitem__(key) + 100

    def __contains__(self, key: object) -> bool:
        print("contains", key)
        return isinstance(key, str) and super().__contains__(key)


def shortest(distances: dict[str, int], names: list[str]) -> float:
    best: float = math.inf
    for name in names:
        if distances.get(name, math.inf) < best:
            best = distances.get(name, math.inf)
    return best


def main() -> None:
    open_: dict[str, int | None] = {"b": 2}
    print(open_.setdefault("a"), open_.setdefault("b"), open_)
    sizes = {"a": 1, "b": 2}
    print(sizes.get("a", math.inf), sizes.get("z", math.inf), sizes.get("z", "none"), sizes.get("b", "none"))
    print(sizes.get("a", 0.5), sizes.get("z", 0.5), sizes.get("z", 0), sizes.get("z"), sizes.get("z", None))
    print(shortest({"x": 7, "y": 3}, ["x", "q", "y"]), shortest({}, ["x"]))
    names: dict[int, str] = {1: "one"}
    print(names.get(1, 0), names.get(2, 0), names.get(3, False), [names.get(n, n) for n in range(3)])
    found = names.get(4, -1)
    print(found.upper() if isinstance(found, str) else found + 1)
    print(sizes.pop("a", "gone"), sizes.pop("a", "gone"), sizes.pop("b", 1.5), sizes, names.pop(9, None))
    rates: dict[str, float] = {"x": 1.5}
    print(rates.get("x", 2.0), rates.get("y", 2.0), rates.get("y", "?"))
    loud = Loud({"k": 1})
    print(loud.get("k", "none"), loud.get("q", "none"), loud.get("q", 3), loud.pop("k", "none"))
    rows: defaultdict[str, list[int]] = defaultdict(list)
    rows["a"].append(1)
    print(rows.get("a", "no"), rows.get("b", "no"), len(rows), Counter("aab").get("a", "no"), Counter("a").get("z", "no"))
    order: OrderedDict[str, int] = OrderedDict(a=1)
    print(order.get("a", "no"), order.get("z", ()), order.pop("z", "no"))
    nested: dict[str, dict[str, int]] = {"a": {"b": 1}}
    print(nested.get("a", {}).get("b", "none"), nested.get("q", {}).get("b", "none"))


if __name__ == "__main__":
    main()
