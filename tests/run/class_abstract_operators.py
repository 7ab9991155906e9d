"""Operators and comparisons of classes below collections.abc, and such mappings as arguments."""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, MutableSet, Set
from typing import Self, TypeVar

V = TypeVar("V")


class Bag(MutableSet[str]):
    def __init__(self, it: Iterable[str] = ()) -> None:
        self._d = dict.fromkeys(it, 1)

    def __contains__(self, x: object) -> bool:
        return x in self._d

    def __iter__(self) -> Iterator[str]:
        return iter(self._d)

    def __len__(self) -> int:
        return len(self._d)

    def add(self, value: str) -> None:
        self._d[value] = 1

    def discard(self, value: str) -> None:
        self._d.pop(value, None)

    def __repr__(self) -> str:
        return f"Bag({list(self._d)})"


class Sub(Bag):
    pass


class Other(Set[str]):
    def __init__(self, it: Iterable[str]) -> None:
        self.t = tuple(sorted(set(it)))

    def __contains__(self, x: object) -> bool:
        return x in self.t

    def __iter__(self) -> Iterator[str]:
        return iter(self.t)

    def __len__(self) -> int:
        return len(self.t)

    def __repr__(self) -> str:
        return f"Other{self.t}"


class Tagged(Set[int]):
    def __init__(self, tag: str, it: Iterable[int]) -> None:
        self.tag = tag
        self.items = list(dict.fromkeys(it))

    @classmethod
    def _from_iterable(cls, it: Iterable[int]) -> Self:
        print("make")
        return cls("made", it)

    def __contains__(self, x: object) -> bool:
        return x in self.items

    def __iter__(self) -> Iterator[int]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


class Evens(Set[int]):
    def __init__(self, n: int) -> None:
        self.n = n

    def __contains__(self, x: object) -> bool:
        return isinstance(x, int) and x % 2 == 0 and 0 <= x < self.n

    def __iter__(self) -> Iterator[int]:
        return iter(range(0, self.n, 2))

    def __len__(self) -> int:
        return (self.n + 1) // 2


class Evens_set_mixed_types(Set[int]):
    def __init__(self, it: Iterable[int]) -> None:
        self.n = sorted(it)

    def __contains__(self, x: object) -> bool:
        return x in self.n

    def __iter__(self) -> Iterator[int]:
        return iter(self.n)

    def __len__(self) -> int:
        return len(self.n)


def show(s: Set[int]) -> int:
    return sum(s)


class M(Mapping[str, int]):
    def __init__(self, d: dict[str, int]) -> None:
        self.d = d

    def __getitem__(self, k: str) -> int:
        return self.d[k]

    def __iter__(self) -> Iterator[str]:
        return iter(self.d)

    def __len__(self) -> int:
        return len(self.d)


class N(M):
    pass


class M_map_param(Mapping[str, V]):
    def __init__(self, d: dict[str, V]) -> None:
        self.d = d

    def __getitem__(self, k: str) -> V:
        return self.d[k]

    def __iter__(self) -> Iterator[str]:
        return iter(self.d)

    def __len__(self) -> int:
        return len(self.d)


class Sub_map_param(M_map_param[int]):
    def __getitem__(self, k: str) -> int:
        return self.d[k] * 10


def total(m: Mapping[str, int]) -> int:
    return sum(v for k, v in m.items()) + sum(m[k] for k in m) + m.get("a", 100) + len(m) + ("a" in m)


def first(m: Mapping[str, V]) -> V:
    return m[next(iter(m))]


def show_map_param(m: Mapping[str, float]) -> str:
    return ", ".join(f"{k}={v:.1f}" for k, v in sorted(m.items()))


def copy(m: Mapping[str, int]) -> dict[str, int]:
    out = dict(m)
    out.update(m)
    return {**out, **m, "zz": 1}


def opt(m: Mapping[str, int] | None = None) -> int:
    return len(m) if m is not None else -1


def isd(m: Mapping[str, int]) -> str:
    return "dict" if isinstance(m, dict) else "other"


class Evens_abc_objects(Set[int]):
    def __init__(self, it: Iterable[int]) -> None:
        self.n = sorted(it)

    def __contains__(self, x: object) -> bool:
        return x in self.n

    def __iter__(self) -> Iterator[int]:
        return iter(self.n)

    def __len__(self) -> int:
        return len(self.n)


class M_abc_objects(Mapping[str, int]):
    def __init__(self, d: dict[str, int]) -> None:
        self.d = d

    def __getitem__(self, k: str) -> int:
        return self.d[k]

    def __iter__(self) -> Iterator[str]:
        return iter(self.d)

    def __len__(self) -> int:
        return len(self.d)


class KV(MutableMapping[str, int]):
    def __init__(self, source: Mapping[str, int] | Iterable[tuple[str, int]] = ()) -> None:
        self.d: dict[str, int] = {}
        self.update(source)

    def __getitem__(self, k: str) -> int:
        return self.d[k]

    def __setitem__(self, k: str, v: int) -> None:
        print("set", k)
        self.d[k] = v

    def __delitem__(self, k: str) -> None:
        del self.d[k]

    def __iter__(self) -> Iterator[str]:
        return iter(self.d)

    def __len__(self) -> int:
        return len(self.d)


def pairs() -> Iterator[tuple[str, int]]:
    yield "g", 1


class M_union_map1(Mapping[str, int]):
    def __init__(self, d: dict[str, int]) -> None:
        self.d = d

    def __getitem__(self, k: str) -> int:
        return self.d[k]

    def __iter__(self) -> Iterator[str]:
        return iter(self.d)

    def __len__(self) -> int:
        return len(self.d)


def f(m: Mapping[str, int] | int) -> int:
    return m if isinstance(m, int) else len(m)


class M_union_map2(Mapping[str, int]):
    def __init__(self, d: dict[str, int]) -> None:
        self.d = d

    def __getitem__(self, k: str) -> int:
        return self.d[k]

    def __iter__(self) -> Iterator[str]:
        return iter(self.d)

    def __len__(self) -> int:
        return len(self.d)


def f_union_map2(m: Mapping[str, int] | Iterable[tuple[str, int]]) -> dict[str, int]:
    return dict(m)


def g(m: Iterable[tuple[str, int]] | Mapping[str, int] = ()) -> dict[str, int]:
    out: dict[str, int] = {"base": 0}
    out.update(m)
    return out


class M_counter_own_mapping(Mapping[str, int]):
    def __init__(self, d: dict[str, int]) -> None:
        self.d = d

    def __getitem__(self, k: str) -> int:
        return self.d[k]

    def __iter__(self) -> Iterator[str]:
        return iter(self.d)

    def __len__(self) -> int:
        return len(self.d)


class Bag_mutableset_le_set(MutableSet[str]):
    def __init__(self, it: Iterable[str] = ()) -> None:
        self._d = dict.fromkeys(it, 1)

    def __contains__(self, x: object) -> bool:
        return x in self._d

    def __iter__(self) -> Iterator[str]:
        return iter(self._d)

    def __len__(self) -> int:
        return len(self._d)

    def add(self, value: str) -> None:
        self._d[value] = 1

    def discard(self, value: str) -> None:
        self._d.pop(value, None)


class KV_user_mapping_as_mapping(Mapping[str, int]):
    def __getitem__(self, k: str) -> int:
        return len(k)

    def __iter__(self) -> Iterator[str]:
        return iter(("a", "bb"))

    def __len__(self) -> int:
        return 2


def total_user_mapping_as_mapping(m: Mapping[str, int]) -> int:
    return sum(m.values())


class Sparse(Mapping[int, float]):
    def __init__(self, data: Mapping[int, float] | Iterable[tuple[int, float]] = ()) -> None:
        self.d = dict(data)

    def __getitem__(self, i: int) -> float:
        return self.d[i]

    def __iter__(self) -> Iterator[int]:
        return iter(self.d)

    def __len__(self) -> int:
        return len(self.d)


def run_set_ops_all() -> None:
    b = Bag("cab")
    f = frozenset("a")
    d = {"a": 1, "z": 2}
    print(b & {"a"}, b & ["c", "a"], b & "ac", {"a"} & b, f & b, b & f, b & Other("ab"), Other("ab") & b)
    print(b | {"x"}, {"x"} | b, f | b, b | ["q"], b | Other("z"), Other("z") | b)
    print(b - {"a"}, {"a", "q"} - b, f - b, b - f, b - Other("a"), Other("ax") - b, b - d.keys())
    print(b ^ {"a"}, {"a"} ^ b, f ^ b, b ^ Other("aq"), Other("aq") ^ b, b ^ d.keys())
    print(
        b == {"a", "b", "c"},
        {"a", "b", "c"} == b,
        b != {"a"},
        f == b,
        b == f,
        b == Other("abc"),
        Other("abc") == b,
        Sub("a") == Bag("a"),
        Bag("a") == Sub("a"),
    )
    print(
        b <= set("abcd"),
        b < set("abc"),
        b >= set("a"),
        b > f,
        set("a") <= b,
        set("abcd") >= b,
        f < b,
        f > b,
        b <= Other("abc"),
        b >= d.keys(),
        Other("a") <= b,
    )
    print(
        b.isdisjoint({"q"}),
        b.isdisjoint("a"),
        Sub("ab") | {"c"},
        type(Sub("ab") - Bag("a")).__name__,
        type(Bag("ab") - Sub("a")).__name__,
    )
    b |= {"n"}
    b &= {"a", "n", "c"}
    b -= {"c"}
    print(b)
    b ^= {"a", "m"}
    print(b)
    b ^= Other("m")
    b |= Other("xy")
    print(b, len(b))
    b -= b
    print(b)
    b ^= Bag("abc")
    b &= Other("ab")
    print(b)
    b ^= b
    print(b, bool(b))


def run_set_from_iterable() -> None:
    t = Tagged("x", [3, 1, 2])
    for u in (t & {1, 2}, t | {9}, t - {1}, t ^ {1, 7}, {1, 5} - t, {1, 5} ^ t):
        print(u.tag, u.items)


def run_set_no_iterable_ctor() -> None:
    e = Evens(10)
    print(e == {0, 2, 4, 6, 8}, e <= set(range(10)), 4 in e, e >= {2}, {2} < e, e == Evens(9), Evens(3) < e)


def run_set_mixed_types() -> None:
    e = Evens_set_mixed_types([4, 2])
    print(show(e), show({1, 2}), show(frozenset([5])), show({1: 2}.keys()))
    x: object = e
    print(x == {2, 4}, x == e, e == x)
    ls: list[Evens_set_mixed_types] = [e, Evens_set_mixed_types([1])]
    print(Evens_set_mixed_types([1]) in ls, Evens_set_mixed_types([7]) in ls, [e] == [Evens_set_mixed_types([2, 4])])
    o: Evens_set_mixed_types | None = e
    print(o == e, o is None)


def run_map_eq() -> None:
    m = M({"a": 1})
    od = OrderedDict(a=1)
    dd: defaultdict[str, int] = defaultdict(int, {"a": 1})
    print(m == od, od == m, m == dd, dd == m, m == N({"a": 1}), N({"a": 1}) == m, m == Counter("a"), Counter("a") == m)
    print([m] == [m], m != M({"a": 1}), m in [M({"a": 1})])
    ks = m.keys()
    print(
        ks == {"a"},
        {"a"} == ks,
        ks == {"a": 3}.keys(),
        ks <= {"a", "b"},
        ks < {"a"},
        ks >= {"a"},
        ks > set(),
        {"a"} <= ks,
        ks == N({"a": 5}).keys(),
    )
    print(
        m.items() == {("a", 1)},
        m.items() == {"a": 1}.items(),
        m.items() & {("a", 1), ("b", 2)},
        m.items() - {("a", 1)},
        m.items() <= {("a", 1), ("b", 2)},
        sorted(m.items() | {("c", 3)}),
        sorted(m.items() ^ {("c", 3), ("a", 1)}),
    )
    print(
        ks & ["a", "q"],
        {"a", "z"} & ks,
        sorted({"z"} | ks),
        {"a", "z"} - ks,
        sorted({"a", "z"} ^ ks),
        sorted(ks ^ {"q"}),
        ks.isdisjoint(["b"]),
        m.items().isdisjoint([("a", 2)]),
    )
    print(
        {"a": 1, "y": 2}.keys() & ks,
        {"a": 1, "y": 2}.keys() - ks,
        sorted({"a": 1, "y": 2}.keys() | ks),
        {"a": 1}.keys() == ks,
    )


def run_map_param() -> None:
    print(total(M_map_param({"a": 1, "b": 2})), total({"a": 1}), total(Sub_map_param({"q": 4})))
    print(first(M_map_param({"x": "y"})), first({"x": 1}), first(Sub_map_param({"x": 2})))
    print(show_map_param(M_map_param({"x": 1.5})), show_map_param(Sub_map_param({"z": 2, "y": 1})))
    print(
        copy(M_map_param({"k": 1})),
        copy(Sub_map_param({"k": 1})),
        opt(),
        opt(M_map_param({"p": 1})),
        opt({"p": 1, "q": 2}),
    )
    print(
        isd(M_map_param({"a": 1})),
        isd({"a": 1}),
        isinstance(M_map_param({"a": 1}), Mapping),
        isinstance(M_map_param({"a": 1}), MutableMapping),
    )
    print({**Sub_map_param({"s": 1})}, {"b": 1, **M_map_param({"a": 2}), "c": 3})


def run_abc_objects() -> None:
    x: object = M_abc_objects({"a": 1})
    y: object = {"a": 1}
    z: object = Evens_abc_objects([2])
    xs: list[object] = [x, y, z, {2}, frozenset([2]), Evens_abc_objects([2]), M_abc_objects({"b": 1}), 1, "a", None]
    for a in xs:
        print([a == b for b in xs])
    print(x == {"a": 1}, {2} == z, z in [{2}], xs.index({2}))


def run_map_update() -> None:
    o = KV()
    o["a"] = 1
    p = KV()
    p.update(o)
    p.update({"b": 2})
    p.update([("c", 3)])
    p.update(o, z=1)
    p.update(q=3)
    p.update(pairs())
    p.update(zip("xy", [7, 8]))
    p.update({"e": 1}.items())
    p.update()
    print(dict(p), p == {"a": 1}, len(p))
    plain: dict[str, int] = dict(o)
    plain.update(o)
    print(plain, {**o}, dict(o, b=3), {**o, "a": 5})
    print(dict(KV({"i": 1})), dict(KV([("j", 2)])), dict(KV(o)), dict(KV(pairs())))


def run_union_map1() -> None:
    print(f(M_union_map1({})), f(3), f({"a": 1}))


def run_union_map2() -> None:
    print(
        f_union_map2(M_union_map2({"a": 1})),
        f_union_map2({"a": 1}),
        f_union_map2([("a", 1)]),
        f_union_map2((("b", 2),)),
        f_union_map2(x for x in [("q", 1)]),
    )
    print(g(M_union_map2({"a": 1})), g({"a": 1}), g([("a", 1)]), g((("b", 2),)), g(), g(zip("ab", [1, 2])))


def run_counter_own_mapping() -> None:
    c = Counter(M_counter_own_mapping({"a": 5}))
    c.update(M_counter_own_mapping({"a": 2, "b": 1}))
    c.subtract(M_counter_own_mapping({"b": 4}))
    print(c)


def run_mutableset_le_set() -> None:
    b = Bag_mutableset_le_set("abc")
    print(b <= Bag_mutableset_le_set("abcd"), b < Bag_mutableset_le_set("abc"), b >= Bag_mutableset_le_set("a"))
    print(b <= {"a", "b", "c", "d"})


def run_user_mapping_as_mapping() -> None:
    print(total_user_mapping_as_mapping(KV_user_mapping_as_mapping()), total_user_mapping_as_mapping({"x": 2}))


def run_m35a_mapping_or_iterable_default() -> None:
    print(Sparse().d, Sparse({1: 2.0}).d, Sparse([(3, 4.0)]).d, Sparse(Sparse({5: 6.0})).d)


def main() -> None:
    run_set_ops_all()
    run_set_from_iterable()
    run_set_no_iterable_ctor()
    run_set_mixed_types()
    run_map_eq()
    run_map_param()
    run_abc_objects()
    run_map_update()
    run_union_map1()
    run_union_map2()
    run_counter_own_mapping()
    run_mutableset_le_set()
    run_user_mapping_as_mapping()
    run_m35a_mapping_or_iterable_default()


if __name__ == "__main__":
    main()
