"""Dictionaries: insertion order, lookup, change, deletion, comparison."""


def main() -> None:
    ages: dict[str, int] = {"ann": 31, "bob": 25}
    print(ages, len(ages), ages["ann"], "bob" in ages, "cyd" in ages, "cyd" not in ages)
    ages["cyd"] = 40
    ages["ann"] = 32
    ages["bob"] += 1
    print(ages, list(ages), list(ages.keys()), list(ages.values()), list(ages.items()))
    print(ages.get("ann"), ages.get("dan"), ages.get("dan", 0), ages.setdefault("eve", 5), ages.setdefault("ann", 0))
    print(ages.pop("bob"), ages.pop("zoe", -1), ages)
    del ages["cyd"]
    ages["bob"] = 1
    print(ages)
    ages.update({"fay": 7, "ann": 33})
    ages.update({"gus": 1}, hal=2, **{"ann": 34})
    print(ages, ages.popitem(), ages)
    copy = ages.copy()
    copy["new"] = 1
    print(len(ages), len(copy), ages == copy, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2})
    for name in ages:
        print(name, ages[name], end=";")
    for name, age in ages.items():
        print(name, age, end=";")
    for age in ages.values():
        print(age, end=";")
    print()
    ages.clear()
    print(ages, bool(ages), ages == {})
    squares = {n: n * n for n in range(5)}
    print(squares, {v: k for k, v in squares.items()}, {k: v for k, v in squares.items() if v % 2 == 0})
    print({1: "one", 2: "two"}, {(1, 2): [3]}, {True: "yes"})
    print({"n": None}, {1.5: "x"}, sum(squares.values()), max(squares))
    merged = {"a": 1} | {"b": 2, "a": 3}
    merged |= {"c": 4}
    print(merged, dict([("x", 1), ("y", 2)]), dict(merged) == merged, list(reversed(merged)), sorted(merged.items()))
    nested: dict[str, dict[str, int]] = {}
    for key in ("a.x", "a.y", "b.x", "a.x"):
        outer, inner = key.split(".")
        group = nested.setdefault(outer, {})
        group[inner] = group.get(inner, 0) + 1
    print(nested, nested["a"]["x"])


if __name__ == "__main__":
    raise SystemExit(main())
