"""KeysView, ValuesView, ItemsView as types."""

from collections.abc import KeysView, ValuesView, ItemsView


def ks(v: KeysView[str]) -> list[str]:
    return sorted(v)


def vs(v: ValuesView[int]) -> int:
    return sum(v)


def its(v: ItemsView[str, int]) -> list[tuple[str, int]]:
    return list(v)


class Reg:
    def __init__(self) -> None:
        self._d: dict[str, int] = {"a": 1, "b": 2}

    def keys(self) -> KeysView[str]:
        return self._d.keys()

    def values(self) -> ValuesView[int]:
        return self._d.values()

    def items(self) -> ItemsView[str, int]:
        return self._d.items()


def main() -> None:
    letters = {"a": 1, "b": 2}
    print(letters.keys().isdisjoint({"z"}), letters.keys().isdisjoint(["b"]), letters.keys().isdisjoint({"q": 1}.keys()))
    print(letters.items().isdisjoint([("a", 1)]), letters.items().isdisjoint({("a", 2)}), letters.keys().isdisjoint(letters))
    d = {"x": 1, "y": 2}
    print(ks(d.keys()), vs(d.values()), its(d.items()))
    r = Reg()
    print(list(r.keys()), sum(r.values()), dict(r.items()), "a" in r.keys(), len(r.items()))
    for k, v in r.items():
        print(k, v)
    print(r.keys() & d.keys(), r.keys() | d.keys() == {"a", "b", "x", "y"})


if __name__ == "__main__":
    main()
