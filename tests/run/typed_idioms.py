# apart: whether programs ask which tuple one is, is asked of all of the image
"""Idioms of typed code: optional keys, wider tuples, kept expressions with :=, properties that give functions, asdict of a base."""

from __future__ import annotations

import itertools
import json
import operator as op
from dataclasses import asdict, astuple, dataclass, field, fields
from typing import Annotated, Any, Callable, Generator, Iterable, Iterator, Optional, TypeVar

T = TypeVar("T")


def f(kids: int | tuple[int | str, ...]) -> int:
    return len(kids) if isinstance(kids, tuple) else -1


def g(kids: tuple[int | str, ...]) -> int:
    return len(kids)


def nb(p: int) -> Iterator[tuple[str, int]]:
    yield from ((d, q) for d in "ab" if (q := p + len(d)) > 1)


def first(xs: list[str]) -> int | None:
    return next((n for x in xs if (n := len(x)) > 2), None)


class Side:
    def __init__(self, buy: bool) -> None:
        self.buy = buy

    @property
    def crosses(self) -> Callable[[int, int], bool]:
        return op.ge if self.buy else op.le

    @property
    def fmt(self) -> Callable[[int], str]:
        return lambda n: f"{n}{self.buy}"


class P:
    pass


class A(P):
    pass


REG: dict[str, type[P]] = {"a": A}


Port = Annotated[int, "1..65535"]


def f_annotated_alias(p: Port) -> Port:
    return p + 1


class S:
    def __init__(self, xs: list[str]) -> None:
        self.xs = xs

    def ordered(self, key: Callable[[str], int] | None = None) -> list[str]:
        return sorted(self.xs, key=key)

    def kept(self, pred: Callable[[str], bool] | None = None) -> list[str]:
        return list(filter(pred, self.xs))


def query(xs: list[str], key: Callable[[str], Any] = lambda t: t) -> list[str]:
    return sorted(xs, key=key)


def query2(xs: list[str], *, key: Callable[[str], Any]) -> list[str]:
    return sorted(xs, key=key)


@dataclass
class A_m29c_asdict_subclassed:
    x: int


@dataclass
class B(A_m29c_asdict_subclassed):
    y: int


def g_m39_stopiteration_value() -> Generator[int, None, str]:
    yield 1
    return "done"


class P_w1:
    def __init__(self, k: int) -> None:
        self.k = k

    @property
    def f(self) -> "P_w1":
        return P_w1(self.k + 1)

    def __call__(self, a: int, b: int = 2) -> int:
        return self.k * 100 + a * 10 + b


class Q(P_w1):
    @property
    def f(self) -> "P_w1":
        print("Q.f")
        return P_w1(0)


def twice(xs: list[int]) -> tuple[list[int], list[int]]:
    a = (y for x in xs if (y := x * 2) > 2)
    b = (y for x in xs if (y := x * 3) > 2)
    return list(a), list(b)


def nested(xs: list[list[str]]) -> Iterator[tuple[str, int]]:
    g = ((w, n) for row in xs for w in row if (n := len(w)) and (_m := n * 2) > 2)
    yield from g


def out(xs: list[int]) -> int:
    if any((y := x) > 2 for x in xs):
        return y
    return -1


class R:
    def m(self, xs: list[str]) -> dict[str, int]:
        return dict((k, n) for k in xs if (n := len(k)) > 1)

    def nx(self, xs: list[str]) -> str:
        return next((t for x in xs if (t := x.strip())), "none")

    def jn(self, xs: list[str]) -> str:
        return ",".join(t for x in xs if (t := x.strip()))


class P_tis:
    pass


class A_tis(P_tis):
    pass


class B_tis(A_tis):
    pass


class H:
    def __init__(self, kind: type[P_tis]) -> None:
        self.kind = kind

    def fits(self, p: P_tis) -> bool:
        return type(p) is self.kind

    def fits2(self, p: P_tis) -> bool:
        return type(p) is self.kind and type(p) is not A_tis


UserId = Annotated[str, "a user", 3]
L = Annotated[list[int], "x..y", "not a [type"]


def f_tis(x: UserId, y: L) -> Annotated[int, "res.ult"]:
    return len(x) + len(y)


class Sh:
    def __init__(self, n: int) -> None:
        self.n = n

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.n})"


class Ci(Sh):
    pass


def shapes(xs: tuple[Sh, ...]) -> str:
    return repr(xs) + str(len(xs)) + str(xs[-1:])


def opt(xs: tuple[int | None, ...] | None) -> str:
    return "none" if xs is None else repr(xs)


def nested_t1(xs: tuple[tuple[int | str, ...], ...]) -> str:
    return repr(xs)


def obj(xs: tuple[object, ...]) -> str:
    return repr(xs)


def fl(xs: tuple[float, ...]) -> str:
    return repr(xs) + repr(sum(xs))


@dataclass(frozen=True)
class K:
    parts: tuple[int | str, ...] = ()

    def add(self, more: tuple[int, ...]) -> "K":
        return K(self.parts + more)


def srt(xs: Iterable[T], key: Callable[[T], int] | None = None, reverse: bool = False) -> list[T]:
    return sorted(xs, key=key, reverse=reverse)  # type: ignore


def mx(xs: list[str], key: Optional[Callable[[str], int]] = None) -> str:
    return max(xs, key=key) + min(xs, key=key)


class C:
    def __init__(self, key: Callable[[str], tuple[int, str]] | None = None) -> None:
        self.key = key
        self.xs = ["bb", "a", "ccc", "aa"]

    def sort(self) -> list[str]:
        self.xs.sort(key=self.key)
        return self.xs

    def srt(self) -> list[str]:
        return sorted(self.xs, key=self.key, reverse=True)

    def lam(self, key: Callable[[str], int] | None) -> list[str]:
        ys = self.xs[:]
        ys.sort(key=key)

        def f() -> list[str]:
            return sorted(ys, key=key)

        return f()


class Own:
    def sort(self, key: Callable[[int], int] | None = lambda x: 5) -> int:
        return 0 if key is None else key(1)


def own(key: Callable[[int], int] | None) -> int:
    return Own().sort(key=key)


def flt(xs: list[int], pred: Callable[[int], bool] | None = None) -> list[int]:
    out = []
    for x in filter(pred, xs):
        out.append(x)
    return out + list(filter(pred, xs))


def known(xs: list[int], key: Callable[[int], int] | None) -> list[int]:
    if key is None:
        return sorted(xs, key=key)
    return sorted(xs, key=key)


def grp(xs: list[str], key: Callable[[str], int]) -> list[tuple[int, list[str]]]:
    return [(k, list(g)) for k, g in itertools.groupby(xs, key=key)]


@dataclass
class Base:
    id: int
    tags: list[str] = field(default_factory=list)


@dataclass
class User(Base):
    name: str = "n"


@dataclass
class Admin(User):
    level: float = 1.5
    parts: dict[str, int] = field(default_factory=dict)


@dataclass
class Holder:
    items: list[Base]
    one: Base


@dataclass
class Base_d2:
    id: int


@dataclass
class User_d2(Base_d2):
    name: str = "n"


@dataclass
class Holder_d2:
    items: list[Base_d2]
    one: Base_d2
    opt: User_d2 | None = None


def g_st(n: int) -> Generator[int, None, str]:
    yield n
    return "done" + str(n)


def h() -> Generator[int, None, tuple[int, str]]:
    yield 1
    return 1, "x"


def run(it: Generator[int, None, str]) -> str:
    while True:
        try:
            next(it)
        except StopIteration as e:
            return e.value


N = 10


def best(xs: Iterable[T], key: Callable[[T], Any] = lambda x: x) -> T:
    return max(xs, key=key)


def by(xs: list[int], key: Callable[[int], Any] = lambda x: (x % 3, -x * N), *, reverse: bool = False) -> list[int]:
    return sorted(xs, key=key, reverse=reverse)


def apply(x: T, f: Callable[[T], int] = lambda y: 5) -> int:
    return f(x)


class S_ka:
    def srt(self, xs: list[str], key: Callable[[str], Any] = lambda s: s) -> list[str]:
        return sorted(xs, key=key)


def run_tuple_gen_covariant() -> None:
    xs = [1, 2]
    print(g(tuple(x for x in xs)))
    t: tuple[int, ...] = tuple(xs)
    print(g(t))
    print(f(tuple(x for x in xs)))
    print(f(t))


def run_walrus_in_genexp_kept() -> None:
    def f(xs: list[int]) -> list[int]:
        return list(y for x in xs if (y := x * 2) > 2)

    def g(xs: list[int]) -> int:
        return sum(y for x in xs if (y := x * 2) > 2)

    print(g([1, 2]), f([1, 2, 3]))
    it = (y for x in [1, 2, 3] if (y := x * 2) > 2)
    print(next(it))


def run_walrus_in_genexp_kept2() -> None:
    print(list(nb(1)), first(["a", "bbb"]))


def run_property_returns_callable() -> None:
    s = Side(True)
    print(s.crosses(3, 2), s.fmt(4))
    f = s.fmt
    print(f(5))


def run_type_is_loopvar() -> None:
    for key, cls in REG.items():
        p = cls()
        print(type(p) is cls)


def run_annotated_alias() -> None:
    print(f_annotated_alias(3))


def run_optional_key_passthrough() -> None:
    s = S(["bb", "a", ""])
    print(s.ordered(), s.ordered(len), s.kept(), s.kept(str.isalpha))


def run_key_any() -> None:
    xs = ["b", "aaa", "cc"]
    print(query(xs), query(xs, len), query(xs, key=lambda t: (-len(t), t)))
    print(query2(xs, key=len), query2(xs, key=lambda t: (-len(t), t)))


def run_m29c_asdict_subclassed() -> None:
    print(asdict(B(1, 2)), asdict(A_m29c_asdict_subclassed(1)))
    a: A_m29c_asdict_subclassed = B(3, 4)
    print(asdict(a), astuple(A_m29c_asdict_subclassed(2)), [f.name for f in fields(A_m29c_asdict_subclassed)])


def run_m39_stopiteration_value() -> None:
    it = g_m39_stopiteration_value()
    try:
        while True:
            print(next(it))
    except StopIteration as e:
        r: str = e.value
        print(r.upper())


def run_w1() -> None:
    p = P_w1(1)
    print(p.f(3), p.f(3, b=4), Q(5).f(1), p(1))
    q: P_w1 = Q(5)
    print(q.f(b=1, a=2))
    print(twice([1, 2]), list(nested([["a", "bb"], ["ccc"]])), out([1, 3, 5]))
    print(R().m(["a", "bb"]), R().nx(["  ", " z "]), R().nx([]), R().jn([" a", " ", "b"]))


def run_tis() -> None:
    kinds: list[type[P_tis]] = [A_tis, B_tis, P_tis]
    for k in kinds:
        print(
            [type(p) is k for p in (A_tis(), B_tis(), P_tis())],
            [type(p) is not k for p in (A_tis(), B_tis(), P_tis())],
            type(A_tis()) is k,
        )
    print([H(k).fits(A_tis()) for k in kinds], [H(k).fits2(B_tis()) for k in kinds], f_tis("ab", [1]))
    d = {"x": A_tis, "y": B_tis}
    print(type(B_tis()) is d["y"], type(B_tis()) is d["x"])


def run_t1() -> None:
    cs: tuple[Ci, ...] = tuple(Ci(i) for i in range(3))
    print(shapes(cs), shapes(()))
    t: tuple[int, ...] = (1, 2)
    print(opt(t), opt(None), obj(t), fl(t), fl((1.5,)))
    tt: tuple[tuple[int, ...], ...] = (t, t)
    print(nested_t1(tt), nested_t1(((1, "a"), ())))
    w: tuple[int | str, ...] = t
    print(w == t, hash(w) == hash(t), w + ("x",))
    k = K(t)
    print(k, K((1, "b")).add(t), K(t) == K((1, 2)))
    a: dict[tuple[int | str, ...], int] = {t: 1}
    print(a[(1, 2)], a[t])


def run_k1() -> None:
    print(srt([3, 1, 2]), srt([3, 1, 2], lambda x: -x), srt(["b", "a"], reverse=True))
    print(mx(["bb", "a", "ccc", "z"]), mx(["bb", "a", "ccc", "z"], len))
    print(C().sort(), C(lambda s: (-len(s), s)).sort(), C().srt(), C(lambda s: (len(s), s)).srt())
    print(C().lam(None), C().lam(len), own(None), own(lambda x: x + 1))
    print(
        flt([0, 1, 2]),
        flt([0, 1, 2], lambda x: x < 1),
        known([2, 1], None),
        known([1, 2], lambda x: -x),
        grp(["a", "b", "cc"], len),
    )


def run_d1() -> None:
    b: list[Base] = [Base(1), Admin(3, ["x"], "a", 2.5, {"k": 1})]
    for x in b:
        print(asdict(x))
    d = asdict(b[1])
    d["tags"] = 5
    print(d, b[1])
    print(json.dumps(asdict(b[0])))


def run_d2() -> None:
    h = Holder_d2([Base_d2(1), User_d2(2, "z")], User_d2(5), User_d2(6))
    print(asdict(h), asdict(Holder_d2([], Base_d2(3))))
    print(asdict(Base_d2(1)) == {"id": 1}, asdict(User_d2(1, "q"))["name"])
    for k, v in asdict(h.one).items():
        print(k, v)


def run_st() -> None:
    print(run(g_st(3)))
    it = g_st(4)
    next(it)
    try:
        next(it)
    except StopIteration as stop:
        s: str = stop.value
        print(s.upper())
    try:
        raise StopIteration
    except StopIteration as stop:
        print(stop.value)


def run_ka() -> None:
    print(best([1, 3, 2]), best(["a", "b"]), best(["a", "bb", "c"], len), best([1, 2], key=lambda x: -x))
    print(
        by([1, 2, 3, 4]),
        by([1, 2, 3], reverse=True),
        by([3, 1], lambda x: x, reverse=True),
        apply("q"),
        apply(3, lambda x: x + 1),
    )
    print(S_ka().srt(["b", "a"]), S_ka().srt(["bb", "a"], len))


def main() -> None:
    run_tuple_gen_covariant()
    run_walrus_in_genexp_kept()
    run_walrus_in_genexp_kept2()
    run_property_returns_callable()
    run_type_is_loopvar()
    run_annotated_alias()
    run_optional_key_passthrough()
    run_key_any()
    run_m29c_asdict_subclassed()
    run_m39_stopiteration_value()
    run_w1()
    run_tis()
    run_t1()
    run_k1()
    run_d1()
    run_d2()
    run_st()
    run_ka()


if __name__ == "__main__":
    main()
