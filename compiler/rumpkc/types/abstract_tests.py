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
from rumpkc.types.types import NEVER, ClassInst, FormsType, FuncType, Type, is_object
from rumpkc.types.wider_items import HOME

if TYPE_CHECKING:
    from rumpkc.types.fx import Fx

NAMES = frozenset("""Sized Container Iterable Iterator Reversible Collection Hashable Sequence MutableSequence Mapping
MutableMapping AbstractSet MutableSet""".split())
# Methods that make a class one, whatever its bases.
HOOKS = {"Sized": ("__len__",), "Container": ("__contains__",), "Iterable": ("__iter__",),
         "Iterator": ("__iter__", "__next__"), "Reversible": ("__iter__", "__reversed__"),
         "Collection": ("__len__", "__iter__", "__contains__")}
WALKED = ("list", "tuple[...]", "set", "frozenset", "dict", "str", "bytes", "bytearray", "range")
STANDING = {"Mapping": "dict", "MutableMapping": "dict", "AbstractSet": "set", "MutableSet": "set"}
# What classes of the library are whose names are no builtins. `Members` is a set or a frozenset.
KEPT = {"tuple[...]": tuple, "Iterator": type(iter([])), "deque": collections.deque, "Members": frozenset,
        "KeysView": type({}.keys()), "DictItems": type({}.items()), "ValuesView": type({}.values()),
        "KeysOf": collections.abc.KeysView, "ItemsOf": collections.abc.ItemsView,
        "ValuesOf": collections.abc.ValuesView}


def is_name(symbol: Symbol | None) -> bool:
    """Whether a class in `isinstance` is one of these."""
    return isinstance(symbol, Special) and symbol.name.startswith("typing.") and symbol.name[7:] in NAMES


def types_of(fx: Fx, symbol: Symbol | None, subject: Type, at: Span) -> Type:
    """What a value of type `subject` is that passes the test. E0400 where types do not tell."""
    assert isinstance(symbol, Special)
    name = symbol.name.removeprefix("typing.")
    for builtin in WALKED:              # the classes below Iterable are to be known
        fx.world.builtin(builtin)
    test = protocol_tests.Test(f"`{name}`", boxes.ANYTHING, lambda t: is_a(t, name, at), at,
                               lambda cls: _never(cls, name))
    found = protocol_tests.types_passing(fx, test, subject)
    if found is NEVER and is_object(subject):       # what stands behind the test is for one of objects, and never runs
        kind = STANDING.get(name, "list")
        return fx.world.cls(kind, *[subject] * (2 if kind == "dict" else 1))
    return found


def is_a(t: Type, name: str, at: Span) -> bool:
    """Whether every value of `t` is one. E0400 where some may be none."""
    asked = _asked(name)
    if isinstance(t, (FuncType, FormsType)):
        return name == "Hashable"
    cpython = twin(t)
    if cpython is None and isinstance(t, ClassInst):
        if not t.info.module.library:
            return _class_passes(t.info, name, asked)
        if t.info.module.name == HOME and t.name == "Iterable" and name != "Hashable":
            return name == "Iterable"           # … and else the classes below it are asked
        cpython = _of_library(t.info)
    if not isinstance(cpython, type):
        raise fail("E0400", f"whether {t} is a `{name}` is not known", at, help="test for a class")
    return issubclass(cpython, asked)


def _never(cls: ClassInfo, name: str) -> bool:
    """Whether no instance of a generic class of the library is one, whatever its type arguments."""
    if not cls.module.library:
        return False
    if any(above.shown_name == "Iterator" for above in cls.ancestors()):
        return name not in ("Iterator", "Iterable", "Hashable")
    if cls.shown_name == "WiderItems":          # a program with such a test makes none (wider_items.py)
        return True
    cpython = _of_library(cls)
    return cpython is not None and not issubclass(cpython, _asked(name))


def _of_library(cls: ClassInfo) -> type | None:
    """CPython's class for one of the library's, or for a base of it."""
    for above in cls.ancestors():
        found = KEPT.get(above.shown_name) or getattr(collections, above.shown_name, None) or _builtin(above)
        if isinstance(found, type):
            return found
    return KEPT["Iterator"] if cls.shown_name.endswith("Iterator") else None


def _asked(name: str) -> type:
    return getattr(collections.abc, "Set" if name == "AbstractSet" else name)


def is_a_class(info: ClassInfo, name: str) -> bool:
    """Whether objects of a class of the program are a `name`."""
    return _class_passes(info, name, _asked(name))


def _class_passes(info: ClassInfo, name: str, asked: type) -> bool:
    """Whether objects of a class of the program are."""
    if name == "Hashable":
        return _is_hashable(info)
    for cls in info.ancestors():
        if any(issubclass(_asked(n), asked) for n in cls.abstract):
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
