# alone: where a class is below OrderedDict, `copy` of one is refused
"""What the methods of OrderedDict, and what reads one, ask a class below it."""

from collections import OrderedDict
import json


class LRU(OrderedDict[str, int]):
    def __getitem__(self, k: str) -> int:
        print("get", k)
        return super().__getitem__(k)

    def __setitem__(self, k: str, v: int) -> None:
        print("set", k)
        super().__setitem__(k, v)

    def __delitem__(self, k: str) -> None:
        print("del", k)
        super().__delitem__(k)

    def __contains__(self, k: object) -> bool:
        assert isinstance(k, str)
        print("in", k)
        return super().__contains__(k)


class Plain(dict[str, int]):
    def __getitem__(self, k: str) -> int:
        print("plain get", k)
        return super().__getitem__(k)


def main() -> None:
    lru = LRU(a=1)
    print("update")
    lru.update({"b": 2})
    lru.update([("c", 3)])
    lru.update(d=4)
    print("sd")
    lru.setdefault("a", 3)
    lru.setdefault("q", 3)
    print("pop")
    lru.pop("a")
    lru.pop("zz", None)
    print("popitem")
    lru.popitem()
    print("mte")
    lru.move_to_end("b")
    lru.move_to_end("b", last=False)
    print("get")
    lru.get("b")
    print("dict")
    dict(lru)
    print("{**}")
    print({**lru})
    d: dict[str, int]
    print("dict.update")
    d = {}
    d.update(lru)
    print("ior")
    lru |= {"z": 1}
    print("eq")
    print(lru == {"z": 1}, lru == lru)
    print("items")
    print(list(lru.items()), list(lru.values()), list(lru))
    print("repr")
    print(repr(lru))
    print("list")
    print(sorted(lru), len(lru))
    print("reversed")
    print(list(reversed(lru)))
    p = Plain(x=1)
    print(dict(p), p["x"])
    lru.update(p)
    o: OrderedDict[str, int] = OrderedDict()
    o.update(p)
    print(o, OrderedDict(p), OrderedDict(lru), OrderedDict(o))
    m = LRU({"s": 1})
    m2 = LRU([("s", 1), ("t", 2)])
    del m2["s"]
    print(m2, "t" in m2)

    def count(d: dict[str, int]) -> int:
        d["n"] = 1
        return len(d) + d["n"]

    print(count(m), count({}))
    print("clear")
    lru.clear()
    lru["a"] = 1
    print(json.dumps(lru))


if __name__ == "__main__":
    main()
