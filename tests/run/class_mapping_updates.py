"""`update` of classes below MutableMapping: pairs, mappings, names, in the order in which CPython sets them."""

from collections.abc import MutableMapping, Iterator


class CIDict(MutableMapping[str, int]):
    def __init__(self, **kw: int) -> None:
        self._d: dict[str, int] = {}
        self.update(**kw)
        self.update({"zero": 0}, z=1)

    def __getitem__(self, k: str) -> int:
        return self._d[k.lower()]

    def __setitem__(self, k: str, v: int) -> None:
        print("set", k, v)
        self._d[k.lower()] = v

    def __delitem__(self, k: str) -> None:
        del self._d[k.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._d)

    def __len__(self) -> int:
        return len(self._d)


def n(x: int) -> int:
    print("arg", x)
    return x


def main() -> None:
    d = CIDict(A=5)
    d["A"] = 1
    d.update({"B": 2}, c=n(3), D=n(4))
    d.update([("e", 5), ("f", 6)], g=7)
    d.update(q=1)
    d.update({"w": n(9)})
    print(
        d["a"],
        "b" in d,
        d.get("z"),
        d.get("Z", 9),
        list(d.items()),
        d.pop("C"),
        d.setdefault("q", 5),
        len(d),
        dict(d),
        d.pop("nope", -1),
        sorted(d.keys()),
        list(d.values())[:2],
    )
    try:
        d["zz"]
    except KeyError as e:
        print("KeyError", e)
    try:
        d.pop("zz")
    except KeyError as e:
        print("KeyError", e)
    d.clear()
    print(len(d), bool(d))


if __name__ == "__main__":
    main()
