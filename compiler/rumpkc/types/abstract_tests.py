"""`isinstance(x, Mapping)`: tests for the classes of `collections.abc`, whatever `x` holds.

    x: int | list[int] | Table      isinstance(x, Sized)     ->      isinstance(x, (list, Table))

A builtin type is what CPython's is. A class of the program is a `Sequence` if it says so, and `Sized` if it has a
`__len__` (CPython's `__subclasshook__`).
"""

from __future__ import annotations

import builtins
import collections
import collections.abc
from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.source import Span
from rumpkc.types import boxes, protocol_tests
from rumpkc.types.structural import twin
from rumpkc.types.symbols import ClassInfo, FuncInfo, Special, Symbol
from rumpkc.types.types import ClassInst, FormsType, FuncType, Type

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx

NAMES = frozenset("""Sized Container Iterable Iterator Reversible Collection Hashable Sequence MutableSequence Mapping
MutableMapping AbstractSet MutableSet""".split())
# Methods that make a class one, whatever its bases.
HOOKS = {"Sized": ("__len__",), "Container": ("__contains__",), "Iterable": ("__iter__",),
         "Iterator": ("__iter__", "__next__"), "Reversible": ("__iter__", "__reversed__"),
         "Collection": ("__len__", "__iter__", "__contains__")}
KEPT = {"tuple[...]": tuple, "Iterator": type(iter([])), "deque": collections.deque}       # names that are no builtins


def is_name(symbol: Symbol | None) -> bool:
    """Whether a class in `isinstance` is one of these."""
    return isinstance(symbol, Special) and symbol.name.startswith("typing.") and symbol.name[7:] in NAMES


def types_of(fx: Fx, symbol: Symbol | None, subject: Type, at: Span) -> Type:
    """What a value of type `subject` is that passes the test. E0400 where types do not tell."""
    assert isinstance(symbol, Special)
    name = symbol.name.removeprefix("typing.")
    test = protocol_tests.Test(f"`{name}`", boxes.ANYTHING, lambda t: _passes(t, name, at), at)
    return protocol_tests.types_passing(fx, test, subject)


def _passes(t: Type, name: str, at: Span) -> bool:
    """Whether every value of `t` is one. E0400 where some may be none."""
    asked = getattr(collections.abc, "Set" if name == "AbstractSet" else name)
    if isinstance(t, (FuncType, FormsType)):
        return name == "Hashable"
    cpython = twin(t)
    if cpython is None and isinstance(t, ClassInst):
        if not t.info.module.library:
            return _class_passes(t.info, name, asked)
        cpython = KEPT.get(t.name) or getattr(collections, t.name, None)
        if cpython is None and t.name == "Iterable" and name == "Iterable":
            return True
        if name == "Hashable" and cpython is None and t.name == "Iterable":
            raise fail("E0400", f"whether {t} is a `{name}` is not known", at, help="test for a class")
    if not isinstance(cpython, type):
        raise fail("E0400", f"whether {t} is a `{name}` is not known", at, help="test for a class")
    return issubclass(cpython, asked)


def _class_passes(info: ClassInfo, name: str, asked: type) -> bool:
    """Whether objects of a class of the program are."""
    if name == "Hashable":
        return _is_hashable(info)
    for cls in info.ancestors():
        if any(issubclass(getattr(collections.abc, "Set" if n == "AbstractSet" else n), asked) for n in cls.abstract):
            return True
        builtin = _builtin(cls)
        if builtin is not None and issubclass(builtin, asked):
            return True
    if info.kind == "namedtuple" and issubclass(tuple, asked):
        return True
    hooks = HOOKS.get(name, ())
    return bool(hooks) and all(info.member(method) is not None for method in hooks)


def _builtin(cls: ClassInfo) -> type | None:
    """CPython's class for a base of the library's."""
    found = getattr(builtins, cls.shown_name, None) if cls.module.library else None
    return found if isinstance(found, type) and found is not object else None


def _is_hashable(info: ClassInfo) -> bool:
    """Whether the class has a `__hash__`, which an `__eq__` of its own takes away."""
    for cls in info.ancestors():
        if cls.module.library:
            builtin = _builtin(cls)
            return builtin is None or issubclass(builtin, collections.abc.Hashable)
        if "__hash__" in cls.members:
            return isinstance(cls.members["__hash__"], FuncInfo)
        if "__eq__" in cls.members and cls.kind != "namedtuple":
            return False
    return True
