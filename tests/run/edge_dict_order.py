"""dict order and mutation: re-insertion, updates, views that follow, merges, popitem, comparison, errors while iterating."""


class Key:
    made = 0

    def __init__(self, name: str, code: int) -> None:
        self.name, self.code = name, code
        Key.made += 1

    def __hash__(self) -> int:
        return self.code

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self.name.lower() == other.name.lower()

    def __repr__(self) -> str:
        return f"<{self.name}>"


def main() -> None:
    d = {"b": 1, "a": 2, "c": 3}
    del d["b"]
    d["b"] = 4
    d["a"] = 5
    keys, values, items = d.keys(), d.values(), d.items()
    print(d, list(keys), list(values), list(items), d.popitem(), list(keys), len(items), ("a", 5) in items, 5 in values, "z" in keys)
    d |= {"z": 9, "a": 0}
    print(d | {"c": 7}, {"c": 7} | d, d, list(reversed(d)), list(reversed(d.items())), keys & {"a", "q"}, keys | {"n"} == {"a", "c", "z", "n"}, keys - {"a"} == {"c", "z"}, keys ^ {"a", "x"} == {"c", "z", "x"})
    print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2}, {1: "x", 2: "y", 1 + 0: "z"})
    same = {Key("One", 1): "first"}
    same[Key("ONE", 1)] = "second"
    same[Key("other", 1)] = "third"
    print(same, same[Key("one", 1)], Key("one", 2) in same, len(same), Key.made)
    counts: dict[str, list[int]] = {}
    for n, word in enumerate("to be or not to be".split()):
        counts.setdefault(word, []).append(n)
    print(counts, counts.pop("to"), counts.pop("xx", [-1]), counts.get("be"), counts.get("xx"), dict.fromkeys("aba", 0), dict.fromkeys([3, 1, 3]))
    for action in (lambda: d["nope"], lambda: d.pop("nope"), lambda: same[Key("none", 3)]):
        try:
            action()
        except KeyError as error:
            print("KeyError", error)
    empty: dict[int, int] = {}
    try:
        empty.popitem()
    except KeyError as error:
        print(error)
    try:
        for key in d:
            d[key + "!"] = 1
    except RuntimeError as error:
        print(error, len(d))
    try:
        for key in d:
            del d[key]
    except RuntimeError as error:
        print(error, len(d))
    for key in list(d):
        d[key] += 1
    print(d, {v: k for k, v in d.items()}, {k: v for k, v in zip("xyz", range(9))}, dict([("p", 1)], q=2), dict(d), dict(**{"r": 3}))
    copy = d.copy()
    d.clear()
    print(copy != d, d, list(keys), not d)
    nested = {"x": {"y": [1, 2]}}
    shallow = nested.copy()
    shallow["x"]["y"].append(3)
    print(nested, shallow is nested, shallow["x"] is nested["x"], {**nested, "k": {}} == {"k": {}, **nested})
