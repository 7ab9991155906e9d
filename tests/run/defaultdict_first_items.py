"""What a defaultdict, an OrderedDict and a Counter begin with: pairs, dicts and arguments with names."""

from collections import defaultdict, OrderedDict, Counter

BASE = defaultdict(int, {"m": 1})


def count(xs: list[str], start: dict[str, int]) -> dict[str, int]:
    out: defaultdict[str, int] = defaultdict(int, start)
    for x in xs:
        out[x] += 1
    return out


class Index:
    def __init__(self, pairs: list[tuple[str, int]]) -> None:
        self.rows: defaultdict[str, int] = defaultdict(int, pairs)
        self.groups: dict[str, list[int]] = defaultdict(list, {k: [v] for k, v in pairs})


def main() -> None:
    a = defaultdict(int, a=1)
    a["b"] += 1
    print(a)
    d = {"x": 1}
    print(dict(a=1, **d), dict(d, y=2), dict(**d), dict([("a", 1)], b=2), dict(d, **{"z": 3}), dict({}, a=1))
    print(defaultdict(list, {"a": [1]}), defaultdict(int, [("a", 1)], b=3))
    print(defaultdict(int, **d), OrderedDict(**d), Counter(**d), OrderedDict(d, y=3), Counter(d, y=3))
    d.update(y=2, **d)
    print(d, count(["x", "q"], d), d)
    i = Index([("p", 1), ("q", 2)])
    i.rows["z"] += 4
    i.groups["p"].append(5)
    i.groups["n"].append(6)
    print(i.rows, i.groups, BASE["m"], BASE["k"])
    f: defaultdict[str, list[int]] = defaultdict(list, a=[], b=[2])
    f["a"].append(1)
    f["c"].append(3)
    print(f, defaultdict(lambda: 7, a=1)["z"], defaultdict(None, a=1))
    e: defaultdict[str, float] = defaultdict(float, a=1.5)
    e["b"] += 1
    print(e, defaultdict(str, zip("ab", "cd")), defaultdict(set, {1: {2}}), defaultdict(dict, {1: {2: 3}}))
    g = defaultdict(int, zip("ab", range(2)))
    g["c"] += 1
    print(g)
    h: dict[str, int] = defaultdict(int, d)
    print(h, h["missing"])


if __name__ == "__main__":
    main()
