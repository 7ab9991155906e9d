"""The methods of OrderedDict."""

from collections import OrderedDict


def main() -> None:
    o: OrderedDict[str, int] = OrderedDict()
    o["a"] = 1
    o["b"] = 2
    o["c"] = 3
    o.move_to_end("a")
    print(o)
    o.move_to_end("a", last=False)
    print(o, list(reversed(o)), o.popitem(last=False), o.popitem(), o)
    print(o == OrderedDict(b=2), o == {"b": 2}, o.copy(), o.pop("b"), o.pop("z", 5), o.setdefault("q", 4), len(o))
    o.update({"r": 5})
    o.update([("s", 6)], t=7)
    print(o | {"u": 1}, OrderedDict.fromkeys("ab", 0), OrderedDict.fromkeys("ab"))
    o |= {"v": 3}
    print(list(o.items()), list(reversed(o.items())), list(reversed(o.keys())), list(reversed(o.values())))
    del o["v"]
    p = OrderedDict([("b", 1), ("a", 2)])
    q = OrderedDict([("a", 2), ("b", 1)])
    print(p == q, p != q, dict(p) == dict(q), p == dict(q))
    o.clear()
    print(o, bool(o), "a" in o, o.get("a"), repr(o), isinstance(o, dict))
    try:
        o.popitem()
    except KeyError as e:
        print(e)
    try:
        o.move_to_end("zz")
    except KeyError as e:
        print(e)
    print(next(iter(p)), p.keys(), p.values(), p.items(), str(p))
    print(sorted(p), max(p, key=p.get), OrderedDict(sorted(p.items())))


if __name__ == "__main__":
    main()
