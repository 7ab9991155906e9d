# apart: an int where `float` is written makes every `float` of the image take ints
"""Library calls with iterables of a kind that only the run tells, fractions, objects and bytearrays."""

import math
import operator
from collections import Counter, OrderedDict, deque
from datetime import date, datetime, time, timedelta, timezone
from fractions import Fraction
from functools import reduce
from itertools import accumulate, tee
from statistics import fmean, mean, median, median_low, mode, pvariance, variance
from typing import Iterable, Iterator, NamedTuple


def hist(xs: Iterable[str]) -> Counter[str]:
    c = Counter(xs)
    c.update(xs)
    c.update(xs, z=1)
    c.subtract(xs)
    return c


def gen() -> Iterator[str]:
    yield from "abca"


def opt(xs: Iterable[str] | None) -> Counter[str]:
    return Counter(xs)


def most(words: Iterable[str], n: int) -> list[tuple[str, int]]:
    return Counter(w.lower() for w in words).most_common(n)


def tup(words: Iterable[tuple[str, int]]) -> int:
    return Counter(words)["a", 1]


class P(NamedTuple):
    x: int
    y: int


def f(xs: tuple[str, ...], n: str) -> tuple[str, ...]:
    return (n,) + xs


def w(xs: tuple[int, ...]) -> tuple[int, ...]:
    return () + xs


def m(xs: tuple[str, ...]) -> tuple[int | str, ...]:
    return (1, "a") + xs


def fl(xs: tuple[int, ...]) -> tuple[float, ...]:
    return (1.5,) + xs


def acc(path: tuple[str, ...], n: int) -> tuple[str, ...]:
    if n == 0:
        return path
    return acc((str(n),) + path, n - 1) + ("end",)


def np(xs: tuple[int, ...]) -> tuple[int, ...]:
    return P(1, 2) + xs


def mv(xs: tuple[int, ...]) -> tuple[int | str, ...]:
    return xs + ("a",)


def opt_tup_cat(xs: tuple[int | None, ...]) -> tuple[int | None, ...]:
    return (None,) + xs


xs: list[str | None] = ["a", None, "b", ""]
ys: list[int | None] = [0, 1, None, 2]


class Q:
    def __init__(self, n: int) -> None:
        self.n = n

    def __len__(self) -> int:
        return self.n


def f_filter_none2(vals: Iterable[int | None]) -> int:
    return sum(filter(None, vals))


class Idx:
    def __init__(self, v: int) -> None:
        self.v = v

    def __index__(self) -> int:
        return self.v


class B:
    def __bytes__(self) -> bytes:
        return b"xyz"

    def __index__(self) -> int:
        return 2


class Idx_slice_bool2:
    def __init__(self, v: int) -> None:
        self.v = v

    def __index__(self) -> int:
        return self.v


class P_math_objects:
    def __init__(self, v: int) -> None:
        self.v = v

    def __mul__(self, o: "P_math_objects") -> "P_math_objects":
        return P_math_objects(self.v * o.v)


class R:
    def __init__(self, n: float) -> None:
        self.n = n

    def __floor__(self) -> int:
        return int(self.n // 1)

    def __ceil__(self) -> int:
        return -int(-self.n // 1)

    def __trunc__(self) -> int:
        return int(self.n)

    def __round__(self, n: int = 0) -> float:
        return round(self.n, n)


class Acc:
    def __init__(self, n: int = 0) -> None:
        self.n = n

    def apply(self, s: str) -> "Acc":
        return Acc(self.n + len(s))


def window(xs: list[int], n: int) -> list[tuple[int, ...]]:
    its = tee(xs, n)
    for i, it in enumerate(its):
        for _ in range(i):
            next(it, None)
    return list(zip(*its))


def f_tuple_concat_fixed_var(xs: tuple[str, ...], n: str) -> tuple[str, ...]:
    return (n,) + xs


def g(xs: tuple[int, ...]) -> tuple[int, ...]:
    return xs + (1, 2)


def h(xs: tuple[str, ...]) -> tuple[str, ...]:
    a = ("x", "y") + xs
    return a


def hist_counter_update_iterable(xs: Iterable[str]) -> Counter[str]:
    c: Counter[str] = Counter()
    c.update(xs)
    return c


def gen_counter_update_iterable() -> Iterator[str]:
    yield from "abca"


class Acc_accumulate_fold:
    def __init__(self, n: int = 0) -> None:
        self.n = n

    def apply(self, s: str) -> "Acc_accumulate_fold":
        return Acc_accumulate_fold(self.n + len(s))


def run_counter_any() -> None:
    print(
        hist("aab"),
        hist(["q"]),
        hist({"a": 3}),
        hist(Counter("xyx")),
        hist(OrderedDict(a=2)),
        hist({"s"}),
        hist(("t", "t")),
    )
    print(Counter(gen()), opt(None), opt("zz"), most(gen(), 1), most(["A", "a"], 2), tup([("a", 1), ("a", 1)]))
    c: Counter[str] = Counter()
    c.update({"a": 2})
    c.update(map(str.upper, "ab"))
    c.update(x for x in "ab")
    print(c, Counter(map(len, ["a", "bb"])), Counter(x for x in [1, 1]))
    it: Iterable[int] = [1, 1, 2]
    print(Counter(it), dict(Counter(it)), sorted(Counter(it).elements()))


def run_tup_cat() -> None:
    print(f(("a",), "b"), w((1,)), m(("q",)), fl((2,)), acc((), 2), np((3,)))
    print(opt_tup_cat((1,)), (None,) + tuple([1, None]), (0,) + tuple(range(3)), mv((1,)))
    xs: tuple[int, ...] = (1,)
    xs = (0,) + xs
    xs += (5,)
    print(xs, ((1, "a"),) + tuple([(2, "b")]))


def run_tup_bool() -> None:
    print((True,) + tuple([1, 2]), tuple([1]) + (False,))


def run_filter_none2() -> None:
    t = tuple(filter(None, xs))
    ll = list(filter(None, ys))
    print(t, ll, sum(filter(None, ys)), sorted(filter(None, xs)), max(filter(None, ys)), f_filter_none2(ys))
    for s in filter(None, xs):
        print(s.upper())
    it = filter(None, xs)
    print(next(it).upper(), [q.n for q in filter(None, [Q(0), Q(2), None])], [x + 1 for x in filter(None, ys)])
    ms: list[int | str | None] = [1, "a", None, 0]
    print(list(filter(None, ms)), " ".join(map(str, filter(None, ms))))
    d: dict[str, str | None] = {"k": None, "l": "v"}
    print(
        ",".join(filter(None, d.values())),
        {v for v in filter(None, d.values())},
        ",".join(filter(None, [d.get("k"), d.get("l"), "w"])),
    )
    e = "/".join(filter(None, ("a", "", "b")))
    print(e, list(filter(None, [1, 0])), deque(filter(None, ys), maxlen=1))


def run_bytes_index() -> None:
    print(bytes(Idx(3)), bytearray(Idx(2)), bytes(True), bytearray(False), bytes(B()), bytearray(B()))
    try:
        bytes(Idx(-1))
    except ValueError as e:
        print(e)


def run_slice_bool2() -> None:
    neg = len("abc") == 3
    s = "abcdef"
    xs = [1, 2, 3]
    t: tuple[int, ...] = tuple(xs)
    b = b"abc"
    print(s[neg:], s[:neg], s[neg::2], xs[neg:], xs[:neg], t[neg:], b[neg:], bytearray(b)[:neg], range(5)[neg:])
    print(xs[neg], t[neg], b[neg], s[neg], (1, 2)[neg])
    xs[neg:] = [9]
    print(xs)
    del xs[:neg]
    print(xs, s[Idx_slice_bool2(2) :], xs[Idx_slice_bool2(0)], s[Idx_slice_bool2(1)])


def run_math_objects() -> None:
    print(
        math.prod([P_math_objects(2), P_math_objects(3)], start=P_math_objects(1)).v,
        math.prod((P_math_objects(i) for i in range(1, 5)), start=P_math_objects(1)).v,
    )
    print(math.prod([Fraction(1, 2), Fraction(2, 3)], start=Fraction(3)), math.prod([Fraction(1, 2), Fraction(2, 3)]))
    print(math.prod([1, 2, 3]), math.prod([1.5, 2]), math.prod([2, 3], start=1.5))
    fs = [Fraction(1, 2), Fraction(1, 3), Fraction(5, 7)]
    m: Fraction = mean(fs)
    print(m, mean(fs) * 2, variance(fs), pvariance(fs), median(fs), median(fs[:2]), fmean(fs), median_low(fs), mode(fs))
    print(
        mean(f for f in fs),
        mean([Fraction(1, 2), 2]),
        mean([Fraction(3)]),
        repr(mean([Fraction(2), Fraction(4)])),
        repr(variance([Fraction(2), Fraction(4)])),
    )
    print(mean([1, 2]), variance([1, 2, 4]), pvariance([1.5, 2.5]), mean((1, 2, 3)), mean([1, 2.5]))
    for q in (Fraction(22, 7), Fraction(-22, 7), Fraction(1, 2), Fraction(5, 2), Fraction(12345, 10)):
        print(
            round(q),
            round(q, 0),
            round(q, 1),
            round(q, 2),
            round(q, -1),
            round(q, -3),
            math.floor(q),
            math.ceil(q),
            math.trunc(q),
            repr(round(q, 1)),
        )
    print(
        math.floor(R(2.5)),
        math.ceil(R(2.5)),
        math.trunc(R(-2.5)),
        round(R(2.567), 2),
        math.floor(2.5),
        math.ceil(True),
        math.trunc(-2.5),
        math.floor(7),
    )
    x: int | float = 2.5
    print(math.floor(x), math.ceil(x), [math.floor(v) for v in (1.5, -1.5)], list(map(math.floor, [1.5, 2.5])))


def run_join_bytes() -> None:
    ba = bytearray(b"ab")
    parts = [b"x", b"y"]
    mixed: list[bytes | bytearray] = [b"1", ba, b"2"]
    bas = [ba, bytearray(b"q")]
    print(
        b"".join([ba, b"z"]),
        b"-".join([b"z", ba]),
        bytearray().join([b"a", b"b"]),
        bytearray(b"+").join(bas),
        b"|".join(bas),
        b",".join(mixed),
    )
    print(
        b",".join(parts),
        b",".join(p for p in parts),
        b",".join(map(bytes, parts)),
        b",".join([]),
        b",".join(()),
        b"".join((b"a", ba)),
        b",".join([p * 2 for p in parts]),
        b"".join(reversed(parts)),
        b"".join({b"k": 1}),
    )
    out = []
    out.append(b"m")
    print(b"".join(out), b"".join([bytes(b) for b in bas]), b"".join([b + b"!" for b in bas]), b"".join(b for b in bas))


def run_acc_initial() -> None:
    print(list(accumulate([1.5, 2.5], initial=0)))
    print(
        list(accumulate([1, 2], initial=100)),
        list(accumulate([1, 2], operator.mul, initial=2)),
        list(accumulate([1, 2], initial=None)),
    )
    print(
        [a.n for a in accumulate(["a", "bb"], Acc.apply, initial=Acc())],
        list(accumulate("abc", lambda n, s: n + ord(s), initial=0)),
    )
    print(list(accumulate(["a", "b"], lambda acc, s: acc + [s], initial=[""])))
    print(
        list(accumulate([3, 1], func=max, initial=2)), list(accumulate(["x"], func=lambda a, b: a + len(b), initial=1))
    )


def run_acc_real() -> None:
    print(list(accumulate([1.5], lambda a, x: a + x, initial=0)))


def run_tee_n() -> None:
    print(window([1, 2, 3, 4], 3), window([1], 1), len(tee([1], 0)))
    a, b = tee([1, 2])
    print(list(a), list(b), [list(t) for t in tee("ab", len("xyz"))])
    try:
        tee([1], len("") - 1)
    except ValueError as e:
        print(e)


def run_combine2() -> None:
    d, t = date(2024, 2, 29), time(13, 5)
    tz = timezone(timedelta(hours=2))
    print(
        datetime.combine(d, t),
        datetime.combine(d, t, timezone.utc),
        datetime.combine(d, t, tzinfo=tz),
        repr(datetime.combine(d, time(1, tzinfo=tz))),
    )
    print(
        datetime.combine(d, time(1, tzinfo=tz), None),
        datetime.combine(d, time(1, tzinfo=tz), tzinfo=timezone.utc),
        repr(datetime.combine(datetime(2020, 1, 2, 3), time(4, fold=1, tzinfo=tz))),
        repr(time(1, 2, fold=1)),
    )
    print(datetime.combine(date=d, time=t))


def run_tuple_concat_fixed_var() -> None:
    print(f_tuple_concat_fixed_var(("a",), "b"), g((5,)), h(()))


def run_m09_floor_fraction() -> None:
    f = Fraction(-7, 2)
    print(math.floor(f), math.ceil(f), math.trunc(f))


def run_counter_update_iterable() -> None:
    print(
        hist_counter_update_iterable(gen_counter_update_iterable()),
        hist_counter_update_iterable("aab"),
        hist_counter_update_iterable(["q"]),
    )


def run_accumulate_fold() -> None:
    print([a.n for a in accumulate(["a", "bb"], Acc_accumulate_fold.apply, initial=Acc_accumulate_fold())])
    print(reduce(Acc_accumulate_fold.apply, ["a", "bb"], Acc_accumulate_fold()).n)
    print(list(accumulate("abc", lambda n, s: n + ord(s), initial=0)))


def main() -> None:
    run_counter_any()
    run_tup_cat()
    run_tup_bool()
    run_filter_none2()
    run_bytes_index()
    run_slice_bool2()
    run_math_objects()
    run_join_bytes()
    run_acc_initial()
    run_acc_real()
    run_tee_n()
    run_combine2()
    run_tuple_concat_fixed_var()
    run_m09_floor_fraction()
    run_counter_update_iterable()
    run_accumulate_fold()


if __name__ == "__main__":
    main()
