"""Names of the library and of `typing` that no other program needs."""
import base64
import bisect
import collections.abc
import copy
import datetime
import functools
import hashlib
import hmac
import io
import operator
import random
import time
import typing
import zlib
from collections.abc import Container, MutableSet, Reversible
from collections.abc import Set as AnySet
from typing import (
    AbstractSet, ChainMap, Collection, FrozenSet, Hashable, ItemsView, KeysView, LiteralString, MutableMapping,
    MutableSequence, Never, NoReturn, Sized, SupportsAbs, SupportsFloat, SupportsIndex, SupportsInt, Text, ValuesView,
    assert_type, cast,
)


def views(d: dict[str, int]) -> None:
    keys: KeysView[str] = d.keys()
    values: ValuesView[int] = d.values()
    items: ItemsView[str, int] = d.items()
    print(keys, values, items)


def shapes(
    box: Container[int], back: Reversible[int], some: Collection[int], sized: Sized, key: Hashable, frozen: FrozenSet[int]
) -> None:
    print(1 in box, list(reversed(back)), sum(some), len(sized), hash(key) == hash(key), sorted(frozen))


def changed(m: MutableMapping[str, int], xs: MutableSequence[int], s: MutableSet[int]) -> None:
    m["new"] = 1
    xs.append(2)
    s.add(3)


def length(xs: collections.abc.Sequence[int]) -> int:
    return len(xs)


def more(a: typing.Container[int], b: typing.Reversible[int], c: typing.MutableSet[int]) -> None:
    c.discard(1)
    print(1 in a, list(reversed(b)), c)


def sets(a: AbstractSet[int], b: AnySet[int]) -> int:
    return len(a) + len(b)


def numbers(a: SupportsInt, b: SupportsFloat, c: SupportsIndex, d: SupportsAbs[int]) -> None:
    print(int(a), float(b), [10, 20, 30][c], abs(d))


def named(text: Text, literal: LiteralString) -> str:
    return text + literal


def stop(why: str) -> NoReturn:
    raise RuntimeError(why)


def unreachable(x: Never) -> None:
    typing.assert_never(x)


def kinds() -> None:
    d: dict[str, int] = {"a": 1}
    xs, s = [1], {1}
    changed(d, xs, s)
    views(d)
    shapes([1, 2], [3, 4], (5, 6), "seven", "key", frozenset({2, 1}))
    numbers(2.5, 3, 1, -4)
    more([1], (2, 3), {1, 5})
    print(xs, s, sets({1}, frozenset({2})), named("a", "b"), cast(int, d["a"]), assert_type(d["a"], int))
    chain: ChainMap[str, int] = typing.ChainMap(d)
    print(chain, length(xs))
    try:
        stop("here")
    except RuntimeError as error:
        print(error)


def library() -> None:
    print(base64.standard_b64encode(b"abc"), zlib.DEFLATED, zlib.DEF_BUF_SIZE, datetime.MINYEAR, datetime.MAXYEAR)
    xs = [1, 3]
    bisect.insort_right(xs, 2)
    print(xs, operator.gt(2, 1), operator.le(2, 1), operator.inv(5), datetime.UTC, isinstance(datetime.UTC, datetime.tzinfo))
    print([h(b"x").hexdigest()[:16] for h in (hashlib.sha3_224, hashlib.sha3_384, hashlib.sha3_512)])
    mac: hmac.HMAC = hmac.new(b"k", b"m", "sha256")
    print(mac.hexdigest()[:16], issubclass(copy.Error, Exception))
    data = io.BytesIO(b"abcdef")
    print(data.seek(-2, io.SEEK_END), data.read(), data.seek(1), data.seek(2, io.SEEK_CUR), data.read())
    random.seed(7)
    print(random.Random(-9223372036854775807 - 1).randint(1, 1000), random.gammavariate(2.0, 1.5), random.vonmisesvariate(0.5, 2.0))
    print(time.localtime(0).tm_year >= 1969, len(time.tzname), isinstance(time.timezone + time.altzone + time.daylight, int))
    print([(random.seed(key, version=1), random.randint(1, 10**9)) for key in ("", "old", "é€😀")])
    random.seed(b"\xff\x00", version=1)
    print(random.random(), random.Random(5).random())
    words = ["pear", "fig", "banana", "kiwi"]
    print(sorted(words, key=functools.cmp_to_key(lambda a, b: len(a) - len(b))))
    words.sort(key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b)))
    print(words, min(words, key=functools.cmp_to_key(lambda a, b: len(b) - len(a))))


class Matrix:
    def __init__(self, n: int) -> None:
        self.n = n

    def __matmul__(self, other: "Matrix") -> "Matrix":
        return Matrix(self.n * other.n)


def main() -> None:
    kinds()
    library()
    print(operator.matmul(Matrix(3), Matrix(4)).n)


if __name__ == "__main__":
    main()
