# alone: where a class is below OrderedDict, `copy` of one is refused
"""Caches below OrderedDict, and which updates ask a __setitem__ of the program."""

from collections import OrderedDict
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class LRUCache(OrderedDict[K, V]):
    """Least recently used."""

    def __init__(self, maxsize: int = 128) -> None:
        super().__init__()
        self.maxsize = maxsize
        self.hits = 0

    def __getitem__(self, key: K) -> V:
        value = super().__getitem__(key)
        self.move_to_end(key)
        self.hits += 1
        return value

    def __setitem__(self, key: K, value: V) -> None:
        if key in self:
            self.move_to_end(key)
        super().__setitem__(key, value)
        while len(self) > self.maxsize:
            self.popitem(last=False)


class Reg(OrderedDict[str, int]):
    def __init__(self, *names: str, start: int = 0) -> None:
        super().__init__((n, start + i) for i, n in enumerate(names))


class R2(OrderedDict[str, int]):
    def __init__(self, items: dict[str, int]) -> None:
        super().__init__(items, z=1)

    def __setitem__(self, k: str, v: int) -> None:
        if k in self:
            raise KeyError(f"duplicate {k}")
        super().__setitem__(k, v)


class Loud(OrderedDict[str, int]):
    def __setitem__(self, k: str, v: int) -> None:
        print("set", k)
        super().__setitem__(k, v)


class Quiet(dict[str, int]):
    def __setitem__(self, k: str, v: int) -> None:
        print("set", k)
        super().__setitem__(k, v)


def put_all(d: dict[str, int]) -> None:
    d.update(q=1)
    d.update([("r", 2)])
    d.update({"t": 1})
    d.setdefault("s", 3)
    for k in "ab":
        d[k] = 5
    d.pop("a")
    print(d, len(d))


class Keys:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def keys(self) -> list[str]:
        self.asked.append("keys")
        return ["x", "y"]

    def __getitem__(self, k: str) -> int:
        self.asked.append(k)
        return len(k)


def main() -> None:
    c: LRUCache[str, list[int]] = LRUCache(2)
    c["a"] = [1]
    c["b"] = [2]
    c["a"].append(3)
    c["c"] = [4]
    print(c, c.hits, dict(c), list(c))
    few: LRUCache[int, str] = LRUCache(maxsize=1)
    few[1] = "x"
    few[2] = "y"
    try:
        print(few[1])
    except KeyError as e:
        print("KeyError", e)
    print(few, few.maxsize, len(few), isinstance(few, dict))
    print(Reg("a", "b", start=5), R2({"q": 1}))
    try:
        R2({"z": 1})
    except KeyError as e:
        print(e)
    try:
        r = R2({})
        r.update([("m", 1), ("m", 2)])
    except KeyError as e:
        print(e)
    for d in (Loud(), Quiet(), OrderedDict[str, int](), dict[str, int]()):
        put_all(d)
    keys = Keys()
    print(dict(keys), keys.asked)
    e = {"x": 5}
    e.update(keys)
    print(e, keys.asked)
    q = Quiet()
    q.update(keys)
    loud = Loud()
    loud.update(keys)
    print(q, loud)


if __name__ == "__main__":
    main()
