# apart: what becomes an `object` anywhere, and which classes functions have, is asked of all of the image
"""`object` in containers, `__exit__` as strict code writes it, `Any`, walks over nested data."""

from types import TracebackType
from typing import Any
from collections.abc import Mapping


class Guard:
    def __init__(self, swallow: bool) -> None:
        self.swallow = swallow

    def __enter__(self) -> "Guard":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        print(kind is None, kind is ValueError, error, trace is None)
        if kind is not None:
            print(kind.__name__, issubclass(kind, LookupError))
        return self.swallow


class Loose:
    def __enter__(self) -> int:
        return 5

    def __exit__(self, *args: object) -> None:
        print(len(args), args[0] is None, args[1])
        kind = args[0]
        print(kind is KeyError)


class Plain:
    def __enter__(self) -> "Plain":
        return self

    def __exit__(self, kind: object | None, error: object | None, trace: object | None) -> bool:
        print(kind is ValueError, isinstance(error, ValueError), trace is not None)
        return True


CONFIG: dict[str, object] = {"name": "x", "size": 3, "ratio": 2.5, "on": True, "none": None, "list": [1, "a"],
                             "sub": {"k": (1, 2)}}
ROWS: list[object] = [1, "a", None, (1, 2), {1, 2}, b"z"]
ANY: object = 42


def walk(value: object, depth: int = 0) -> None:
    pad = "  " * depth
    if isinstance(value, dict):
        for key, item in value.items():
            print(f"{pad}{key}:")
            walk(item, depth + 1)
    elif isinstance(value, list):
        for item in value:
            walk(item, depth + 1)
    else:
        print(f"{pad}{value!r}")


def size(d: Mapping[str, object]) -> int:
    return sum(len(k) + len(str(v)) for k, v in d.items())


def get_int(d: dict[str, Any], key: str, default: int = 0) -> int:
    value = d.get(key)
    if isinstance(value, int):
        return int(value)
    return default


def flatten(items: list[object]) -> list[object]:
    out: list[object] = []
    for item in items:
        if isinstance(item, list):
            out.extend(flatten(item))
        else:
            out.append(item)
    return out


def main() -> None:
    with Guard(True):
        raise ValueError("bad")
    with Guard(True):
        raise KeyError("k")
    with Guard(False):
        pass
    try:
        with Loose() as n:
            print(n)
            raise KeyError("q")
    except KeyError as e:
        print("caught", e)
    with Loose():
        pass
    with Plain():
        raise ValueError
    walk(CONFIG)
    walk(ROWS)
    print(CONFIG, ROWS, ANY, ANY == 42)
    print(size(CONFIG), size({"a": 1}), size({"a": "b"}))
    print(get_int(CONFIG, "size"), get_int(CONFIG, "name", 7), get_int(CONFIG, "zz", 8))
    print(flatten([1, [2, [3, [4, "x"]]], [], None]))
    CONFIG["size"] = 4
    CONFIG["new"] = [1]
    print(CONFIG["size"], CONFIG.get("new"), CONFIG.get("zz"), "name" in CONFIG, sorted(CONFIG))
    try:
        raise ValueError((1, 2), "a", [3])
    except ValueError as e:
        first = e.args[0]
        print(e.args, first, isinstance(first, tuple))
        if isinstance(first, tuple):
            print(first[0], len(first))
    anything: Any = 3
    print(anything)
    anything = "text"
    print(anything, isinstance(anything, str))
    merged = {**CONFIG, "extra": 1.5}
    print(len(merged), merged["extra"])
    best: dict[str, object] = dict(CONFIG)
    best.update({"q": 1})
    print(len(best), best == CONFIG, {k: v for k, v in CONFIG.items()} == CONFIG)
    pairs: list[tuple[str, object]] = [("a", 1), ("b", None)]
    for name, value in pairs:
        print(name, value)
    print(dict(pairs), list(map(str, [value for _, value in pairs])))
    print("%s and %r" % (CONFIG["name"], CONFIG["list"]))
    print("{} {!r}".format(CONFIG["name"], CONFIG["ratio"]))


if __name__ == "__main__":
    main()
