"""`copy`: copy and deepcopy. types/copies.py expands one level of a type at a time; what recurs is here."""

from typing import TypeVar

from lib.collections import deque
from lib.functools import _Held
from rumpk import prim

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class Error(Exception):
    """What cannot be copied."""


class Memo:
    """The copies so far, by what they are copies of: an object that two others hold stays one object."""

    def __init__(self) -> None:
        self._made: dict[int, object] = {}

    def find(self, x: T) -> T | None:
        made = self._made.get(id(x))
        if made is None:
            return None
        return prim.ptr_ref(T, prim.ref_ptr(made))

    def add(self, x: T, made: T) -> None:
        self._made[id(x)] = made


def copy(x: T) -> T:
    return x


def deepcopy(x: T) -> T:
    return x


def _new_memo() -> Memo:
    return Memo()


def _as_dict(x: T) -> T:
    return x


def _as_tuple(x: T) -> T:
    return x


def _route(x: T, memo: Memo) -> T:
    return x


def _level(x: T, memo: Memo) -> T:
    return x


def _deep(x: T, memo: Memo) -> T:
    return _route(x, memo)


def _parts(x: T, memo: Memo) -> T:
    return _level(x, memo)


def _object(x: T, memo: Memo) -> T:
    known = memo.find(x)
    if known is not None:
        return known
    return _level(x, memo)


def _list(x: list[T], memo: Memo) -> list[T]:
    known = memo.find(x)
    if known is not None:
        return known
    out: list[T] = []
    memo.add(x, out)
    for item in x:
        out.append(_deep(item, memo))
    return out


def _dict(x: dict[K, V], memo: Memo) -> dict[K, V]:
    known = memo.find(x)
    if known is not None:
        return known
    out: dict[K, V] = {}
    memo.add(x, out)
    _fill(x, out, memo)
    return out


def _fill(x: dict[K, V], out: dict[K, V], memo: Memo) -> None:
    for key, value in x.items():
        out[_deep(key, memo)] = _deep(value, memo)


def _set(x: set[T], memo: Memo) -> set[T]:
    known = memo.find(x)
    if known is not None:
        return known
    out: set[T] = set()
    for item in x:
        out.add(_deep(item, memo))
    memo.add(x, out)
    return out


def _frozenset(x: frozenset[T], memo: Memo) -> frozenset[T]:
    return frozenset([_deep(item, memo) for item in x])


def _row(x: tuple[T, ...], memo: Memo) -> tuple[T, ...]:
    return tuple([_deep(item, memo) for item in x])


def _deque(x: deque[T], memo: Memo) -> deque[T]:
    known = memo.find(x)
    if known is not None:
        return known
    out = deque[T](None, x.maxlen)
    memo.add(x, out)
    for item in x:
        out.append(_deep(item, memo))
    return out


def _bytearray(x: bytearray, memo: Memo) -> bytearray:
    known = memo.find(x)
    if known is not None:
        return known
    out = x.copy()
    memo.add(x, out)
    return out


def _held(x: _Held[T], memo: Memo) -> _Held[T]:
    return _Held[T](_deep(x.value, memo))


def _optional(x: T | None, memo: Memo) -> T | None:
    if x is None:
        return None
    return _deep(x, memo)
