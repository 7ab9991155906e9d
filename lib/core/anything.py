"""`==`, `in` and the like of values that are only known to be an `object`, and what containers do for them.

The compiler makes methods of the functions that begin with a class's name (types/wide.py): `_any_answers` of a
`list[int]` is `list_answers`.
"""

from typing import Never, TypeVar

from lib.core.dict import Dict
from lib.core.list import List
from lib.core.object import DICT, LIST, SET, TUPLE, is_below, type_name
from lib.core.runtime import take_declined
from lib.core.set import Members
from lib.core.vartuple import VarTuple
from rumpk import prim

K = TypeVar("K")
T = TypeVar("T")
V = TypeVar("V")


def equal(a: object, b: object) -> bool:
    """`a == b`: each side may decline, the right one goes first where its class is below the left one's."""
    if is_below(b, a):
        a, b = b, a
    take_declined()
    found = a._any_answers(b)
    if take_declined():
        found = b._any_answers(a)
        if take_declined():
            return prim.ref_eq(a, b)
    return found


def equal_items(a: object, b: object) -> bool:
    """Whether containers take two items for equal: one object is, without a question."""
    return prim.ref_eq(a, b) or equal(a, b)


def same(a: object, b: object) -> bool:
    """`a is b`."""
    return prim.ref_eq(a, b) or a._any_same(b)


def not_hashable(value: object) -> Never:
    raise TypeError("unhashable type: '" + type_name(value) + "'")


def _items(value: object) -> List[object]:
    return prim.ptr_ref(List[object], prim.ref_ptr(value._any_items()))


def _equal_rows(a: object, b: object) -> bool:
    left, right = _items(a), _items(b)
    if len(left) != len(right):
        return False
    for index in range(len(left)):
        if not equal_items(left[index], right[index]):
            return False
    return True


# Containers

def list_items(self: List[T]) -> object:
    out: list[object] = []
    for item in self:
        out.append(item)
    return out


def list_answers(self: List[T], other: object) -> bool:
    if other._any_kind() != LIST:
        return NotImplemented
    return _equal_rows(self, other)


def tuple_items(self: VarTuple[T]) -> object:
    out: list[object] = []
    for item in self:
        out.append(item)
    return out


def tuple_answers(self: object, other: object) -> bool:
    if other._any_kind() != TUPLE:
        return NotImplemented
    return _equal_rows(self, other)


def set_items(self: Members[T]) -> object:
    out: list[object] = []
    for item in self:
        out.append(item)
    return out


def set_answers(self: object, other: object) -> bool:
    if other._any_kind() != SET:
        return NotImplemented
    left, right = _items(self), _items(other)
    return len(left) == len(right) and {*left} == {*right}


def dict_items(self: Dict[K, V]) -> object:
    out: list[object] = []
    for key in self:
        out.append(key)
        out.append(self[key])
    return out


def dict_answers(self: object, other: object) -> bool:
    if other._any_kind() != DICT:
        return NotImplemented
    left, right = _items(self), _items(other)
    if len(left) != len(right):
        return False
    values: dict[object, object] = {}
    for index in range(0, len(left), 2):
        values[left[index]] = left[index + 1]
    for index in range(0, len(right), 2):
        if right[index] not in values or not equal_items(values[right[index]], right[index + 1]):
            return False
    return True


# Classes of the program below those of `collections.abc`: what an object of the same class does not answer

def setlike_answers(self: T, other: object) -> bool:
    if other._any_kind() != SET:
        return NotImplemented
    mine: set[object] = set()
    for item in self:
        mine.add(item)
    return mine == {*_items(other)}


def mapping_answers(self: T, other: object) -> bool:
    if other._any_kind() != DICT:
        return NotImplemented
    mine: dict[object, object] = {}
    for key in self:
        mine[key] = self[key]
    return dict_answers(mine, other)
