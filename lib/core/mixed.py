"""Comparisons of containers whose items have different types that compare with each other: `[1, 2] == [1.0, 2.0]`.

The checker calls these where the two sides are of different classes; where they are not, the class's own methods do it.
"""

from typing import TypeVar

from lib.core.dict import Dict
from lib.core.list import List
from lib.core.set import Members
from lib.core.vartuple import VarTuple

K = TypeVar("K")
L = TypeVar("L")
M = TypeVar("M")
N = TypeVar("N")
T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V")


def lists_equal(a: List[T], b: List[U]) -> bool:
    if len(a) != len(b):
        return False
    at = 0
    while at < len(a) and at < len(b):
        if not (a[at] == b[at]):
            return False
        at += 1
    return len(a) == len(b)


def _first_difference(a: List[T], b: List[U]) -> int:
    at = 0
    while at < len(a) and at < len(b) and a[at] == b[at]:
        at += 1
    return at


def lists_less(a: List[T], b: List[U]) -> bool:
    at = _first_difference(a, b)
    if at < len(a) and at < len(b):
        return a[at] < b[at]
    return len(a) < len(b)


def lists_less_equal(a: List[T], b: List[U]) -> bool:
    at = _first_difference(a, b)
    if at < len(a) and at < len(b):
        return a[at] <= b[at]
    return len(a) <= len(b)


def rows_equal(a: VarTuple[T], b: VarTuple[U]) -> bool:
    return lists_equal(a._list(), b._list())


def rows_less(a: VarTuple[T], b: VarTuple[U]) -> bool:
    return lists_less(a._list(), b._list())


def rows_less_equal(a: VarTuple[T], b: VarTuple[U]) -> bool:
    return lists_less_equal(a._list(), b._list())


def deques_equal(a: M, b: N) -> bool:
    if len(a) != len(b):
        return False
    for one, other in zip(a, b):
        if not (one == other):
            return False
    return True


def dicts_equal(a: Dict[K, V], b: Dict[K, U]) -> bool:
    if len(a) != len(b):
        return False
    for key, value in a.items():
        if key not in b or not (value == b[key]):
            return False
    return True


def dicts_of_other_keys_equal(a: Dict[K, V], b: Dict[L, U]) -> bool:
    if len(a) != len(b):
        return False
    for key, value in a.items():
        if key not in b or not _holds(b, key, value):
            return False
    return True


def _holds(b: Dict[L, U], key: K, value: V) -> bool:
    """Whether the value of `key`, which is in `b`, is equal to `value`."""
    for other, held in b.items():
        if other == key:
            return held == value
    return False


def key_like(d: Dict[K, V], key: object) -> K:
    """The key of `d` that equals `key`."""
    for one in d:
        if one == key:
            return one
    raise KeyError(key)


def sets_equal(a: Members[T], b: Members[U]) -> bool:
    if len(a) != len(b):
        return False
    for item in a:
        if item not in b:
            return False
    return True
