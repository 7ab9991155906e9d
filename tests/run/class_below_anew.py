# apart: functions are asked for their names, and objects for what becomes one, in all of the image
"""Classes below dict, list and set that define their methods anew, and `__missing__`: what calls them, and what does not."""

import heapq
import json
from typing import Generic, TypeVar

K = TypeVar("K")


class Section(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"<{key}>"

    def __setitem__(self, key: str, value: str) -> None:
        print("set", key)
        super().__setitem__(key.lower(), value.strip())

    def flag(self, key: str) -> bool:
        return self.get(key, "no").lower() in {"yes", "true"}


class Memo(dict[int, int]):
    def __missing__(self, n: int) -> int:
        value = self[n] = n if n < 2 else self[n - 1] + self[n - 2]
        return value


class Strict(dict[str, int]):
    def __setitem__(self, key: str, value: int) -> None:
        if key in self:
            raise KeyError(f"{key} is set already")
        dict.__setitem__(self, key, value)

    def __delitem__(self, key: str) -> None:
        print("del", key)
        super().__delitem__(key)

    def __getitem__(self, key: str) -> int:
        print("get", key)
        return super().__getitem__(key) * 10

    def __contains__(self, key: object) -> bool:
        print("in", key)
        return isinstance(key, str) and super().__contains__(key)


class Groups(dict[K, list[int]], Generic[K]):
    def __missing__(self, key: K) -> list[int]:
        self[key] = made = []
        return made


class Loud(list[str]):
    def append(self, item: str) -> None:
        print("append", item)
        super().append(item.upper())

    def insert(self, index: int, item: str) -> None:
        print("insert", item)
        super().insert(index, item)

    def remove(self, item: str) -> None:
        super().remove(item.upper())


class Louder(Loud):
    def append(self, item: str) -> None:
        super().append(item + "!")


class Small(set[int]):
    def add(self, item: int) -> None:
        if item < 10:
            super().add(item)

    def __contains__(self, item: object) -> bool:
        return isinstance(item, int) and super().__contains__(item)


def put(d: dict[str, str], k: str, v: str) -> str:
    d[k] = v
    d.setdefault("Default", " kept ")
    d.update({"Up": " date "})
    return d[k.lower()] if k.lower() in d else d[k]


def grow(xs: list[str]) -> None:
    xs.append("from grow")
    xs.extend(["x"])
    xs += ["y"]


def main() -> None:
    s = Section(Made=" as is ")
    s["Host"] = " localhost "
    print(s["host"], s["nothing"], s.get("nothing"), "nothing" in s, s.flag("host"), s)
    print(put(s, "Key", " value "), put({}, "Key", " value "), s)
    print(s.pop("host"), len(s), sorted(s), dict(s), {**s}, s | {"z": "1"})
    s |= {"More": " m "}
    print(json.dumps(s))
    m = Memo()
    print(m[50], len(m))
    t = Strict()
    t["a"] = 1
    try:
        t["a"] = 2
    except KeyError as e:
        print(e)
    print(t["a"], t.get("a"), list(t.values()), t == {"a": 1}, "b" in t)
    del t["a"]
    try:
        print(t["a"])
    except KeyError as e:
        print("KeyError", e)
    t["n"] = 0
    t["m"] = t["n"] + 1
    t.clear()
    g: Groups[str] = Groups()
    g["x"].append(1)
    g["x"].append(2)
    g["y"].append(3)
    print(g, len(g))
    xs = Loud(["a"])
    xs.append("b")
    xs.insert(0, "c")
    grow(xs)
    xs.remove("b")
    heapq.heappush(xs, "zz")
    print(xs, xs[0], xs[1:3], [x for x in xs])
    ys: Loud = Louder()
    ys.append("q")
    print(ys)
    f = ys.append
    f("r")
    print(ys, Loud.append is Louder.append)
    n = Small([50])
    for i in (5, 15):
        n.add(i)
    n |= {99}
    print(sorted(n), 5 in n, 15 in n)
    plain: list[list[str]] = [xs, ys, []]
    for one in plain:
        one.append("end")
    print(plain)


if __name__ == "__main__":
    main()
