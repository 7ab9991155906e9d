# alone: operations on Any are chosen among all that a program makes objects of
"""Keys, indices and what is looked for, of which only the run tells the class; sums of such values."""

from collections import Counter, OrderedDict, defaultdict, deque
from enum import IntEnum, StrEnum
from typing import Any, NamedTuple


class L(IntEnum):
    A = 1


class S(StrEnum):
    X = "a"


def tries(x: Any, y: Any) -> None:
    try:
        print(x[y])
    except (TypeError, KeyError, IndexError) as e:
        print(type(e).__name__, e)


def known(d: dict[str, Any], k: Any) -> None:
    print(d.get(k), d.get(k, 7), d.get(k, "no"), k in d)
    try:
        print(d[k])
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
    try:
        print(d.pop(k, None), d.pop(k))
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
    try:
        del d[k]
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)


class N(NamedTuple):
    p: int
    q: str


class Place:
    def __repr__(self) -> str:
        return "Place"

    def __index__(self) -> int:
        return 1


def kept(y: Any) -> None:
    xs = [1, 2, 3]
    try:
        print(xs[y])
    except (TypeError, IndexError) as e:
        print(type(e).__name__, e)
    try:
        xs[y] = 5
        print(xs)
        del xs[y]
        print(xs)
    except (TypeError, IndexError) as e:
        print(type(e).__name__, e)
    try:
        print("abc"[y], b"abc"[y], (1, 2, 3)[y], bytearray(b"abc")[y], range(5)[y], deque([1, 2])[y])
    except (TypeError, IndexError) as e:
        print(type(e).__name__, e)


def any_index_by_any() -> None:
    cases: list[tuple[Any, Any]] = [({"a": 1}, 3), ({"a": 1}, []), ("ab", "b"), ([1], "x"), ([1], (2,)), ((1, 2), "k")]
    for x, y in cases:
        try:
            print(x[y])
        except (TypeError, KeyError) as e:
            print(type(e).__name__, e)


def any_in_any() -> None:
    cases: list[tuple[Any, Any]] = [(1, "ab"), (None, "ab"), ("a", b"ab")]
    for x, y in cases:
        try:
            print(x in y)
        except TypeError as e:
            print(type(e).__name__, e)


def dict_get_any_key() -> None:
    d: dict[str, Any] = {"a": 1}
    k: Any = 3
    print(k in d)
    print(d.get(k))


def sum_of_any() -> None:
    vals: list[Any] = ["ab", [1, 2, 3], "abc"]
    for v in vals:
        try:
            print(sum(v))
        except Exception as e:
            print(f"<{type(e).__name__}: {e}>")


def keys1() -> None:
    d: dict[str, Any] = {"a": 1, "b": None}
    keys: list[Any] = ["a", 3, 1.5, None, True, (1, 2), S.X, L.A, "zz", b"a"]
    for k in keys:
        known(dict(d), k)
    n: dict[int, str] = {1: "one", 2: "two"}
    c: Counter[str] = Counter("abca")
    o: OrderedDict[str, int] = OrderedDict(a=1)
    t: dict[tuple[int, int], str] = {(1, 2): "pair"}
    f: dict[float, str] = {1.5: "f", 3: "three"}
    u: dict[int | str, int] = {1: 2, "a": 4}
    for k in keys:
        tries(n, k)
        tries(o, k)
        tries(t, k)
        tries(f, k)
        tries(u, k)
        print(n.get(k), c[k], c.get(k), o.get(k), t.get(k), f.get(k), u.get(k, 0), k in n, k in c, k in t, k in u)
    bad: Any = [1]
    try:
        print(d.get(bad))
    except TypeError as e:
        print(e)
    try:
        print(n.get(bad))
    except TypeError as e:
        print(e)
    try:
        print(bad in d)
    except TypeError as e:
        print(e)
    dd: defaultdict[str, int] = defaultdict(int)
    w: Any = "w"
    dd[w] += 1
    print(dd[w], dd.get(w), dd.get(keys[1]), dict(dd))


def seqs() -> None:
    row: tuple[int, ...] = tuple([4, 5])
    cases: list[Any] = [
        [1, 2],
        "ab",
        b"ab",
        bytearray(b"xy"),
        range(4),
        deque([1, 2]),
        (1, "x"),
        row,
        N(1, "a"),
        {1: 2},
        5,
        None,
    ]
    for x in cases:
        for y in [0, "a", None, 1.5, True, Place(), (1,), 9]:
            tries(x, y)
    for z in [0, "a", None, True, Place(), 9]:
        kept(z)
    for x in cases:
        for v in ["a", 1, None, b"a", [1]]:
            try:
                print(v in x)
            except TypeError as e:
                print(type(e).__name__, e)
    a: Any = 3
    s = "abc"
    try:
        print(a in s)
    except TypeError as e:
        print(e)
    a = "b"
    print(a in s)


def sums() -> None:
    vals: list[Any] = [
        "ab",
        [1, 2, 3],
        "abc",
        [1, "x"],
        [1.5, "x"],
        ["x"],
        [[1], [2]],
        5,
        None,
        [True, False],
        {1: 2},
        [None],
        (1, 2.5),
    ]
    for v in vals:
        try:
            print(sum(v))
        except Exception as e:
            print(f"<{type(e).__name__}: {e}>")
        try:
            print(sum(v, 1.5))
        except Exception as e:
            print(f"<{type(e).__name__}: {e}>")


def main() -> None:
    any_index_by_any()
    any_in_any()
    dict_get_any_key()
    sum_of_any()
    keys1()
    seqs()
    sums()


if __name__ == "__main__":
    main()
