"""Decorators that tell the compiler something about a function or a class.

Under CPython each gives its argument back and notes itself in the attribute `__rumpk__`, a dictionary from the mark's
name to its argument (True where it has none), so that a test can ask for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Iterable, TypeVar, dataclass_transform, overload

T = TypeVar("T")
C = TypeVar("C")
R = TypeVar("R", bound=Iterable[Any])


def marks_of(target: object) -> dict[str, object]:
    """The marks of a function or class, by name; its own, not those of a base class."""
    return vars(target).get("__rumpk__", {})


def _mark(target: T, name: str, value: object = True) -> T:
    marks = dict(marks_of(target))
    marks[name] = value
    setattr(target, "__rumpk__", marks)
    return target


def export(name: str) -> Callable[[T], T]:
    """The function is visible to the linker under `name`, with the C ABI; it is a root of the program."""
    return lambda target: _mark(target, "export", name)


def section(name: str) -> Callable[[T], T]:
    """The function or object goes into the section `name`."""
    return lambda target: _mark(target, "section", name)


def align(count: int) -> Callable[[T], T]:
    """The function or object starts at a multiple of `count` bytes, a power of two."""
    if count < 1 or count & (count - 1):
        raise ValueError("an alignment is a power of two")
    return lambda target: _mark(target, "align", count)


def layout(kind: str) -> Callable[[T], T]:
    """The class has the field layout of a C struct (`"C"`)."""
    if kind != "C":
        raise ValueError(f"unknown layout {kind!r}: write layout(\"C\")")
    return lambda target: _record(target, "layout", kind)


def _record(target: Any, name: str, argument: object = True) -> Any:
    """Marks a record class; calling the class makes a record of zeros."""
    def new(cls: type) -> Any:
        from rumpk.records import sizeof, view
        return view(target, bytearray(int(sizeof(target))))

    target.__new__ = new
    return _mark(target, name, argument)


@overload
def extern(target: str) -> Callable[[T], T]: ...
@overload
def extern(target: T) -> T: ...
def extern(target: Any) -> Any:
    """The function is defined elsewhere (C ABI), under its own name or the one given.  CPython cannot call it."""
    if isinstance(target, str):
        return lambda function: _external(function, target)
    return _external(target, target.__name__)


def _external(function: Any, name: str) -> Any:
    def missing(*args: object) -> object:
        raise NotImplementedError(f"'{name}' is defined outside the program: it runs on the board only")
    missing.__name__ = function.__name__
    missing.__doc__ = function.__doc__
    return _mark(missing, "extern", name)


def noalloc(target: T) -> T:
    """The function allocates nothing, nor does anything that it calls: proven by the compiler."""
    return _mark(target, "noalloc")


def noraise(target: T) -> T:
    """No exception leaves the function: proven by the compiler."""
    return _mark(target, "noraise")


def nonblocking(target: T) -> T:
    """The function waits for nothing: proven by the compiler."""
    return _mark(target, "nonblocking")


def inline(target: T) -> T:
    """The function is always expanded at its calls."""
    return _mark(target, "inline")


def noinline(target: T) -> T:
    """The function is never expanded at its calls."""
    return _mark(target, "noinline")


def cold(target: T) -> T:
    """The function is seldom called: its code is kept away from the hot paths."""
    return _mark(target, "cold")


def unchecked(target: T) -> T:
    """Overflow and bounds are not checked in this function; the build report lists it.

    What would have raised is then undefined: prove it cannot happen, in a comment."""
    return _mark(target, "unchecked")


def entry(target: T) -> T:
    """The first dialect function that the boot code calls."""
    return _mark(target, "entry")


def interrupt(target: T) -> T:
    """A trap handler: `noalloc`, `noraise` and `nonblocking` by proof."""
    return _mark(target, "interrupt")


def naked(target: T) -> T:
    """No prologue, no epilogue."""
    return _mark(target, "naked")


def asm(target: T) -> T:
    """The function's docstring is assembly: for reset, trap entry and the context switch only."""
    return _mark(target, "asm")


def packed(target: T) -> T:
    """The class's fields lie without gaps."""
    return _record(target, "packed")


@dataclass_transform(eq_default=False, frozen_default=True)
def value(target: type[C]) -> type[C]:
    """The class is an immutable value without identity: it lives in registers and has no subclasses.

    Without an `__init__` of its own it is called with its fields, in order or by name."""
    if "__init__" not in vars(target):
        target = dataclass(eq=False, repr=False)(target)
    setattr(target, "__setattr__", _store_once)
    return _mark(target, "value")


def _store_once(self: object, name: str, value: object) -> None:
    if name in vars(self):
        raise AttributeError("can't set attribute")
    object.__setattr__(self, name, value)


def static_assert(condition: bool, message: str = "static assertion failed") -> None:
    """Checked while the program is compiled (under CPython: when the module is imported).  Raises `AssertionError`."""
    if not condition:
        raise AssertionError(message)


def unroll(iterable: R) -> R:
    """`for i in unroll(range(4))`: the loop's body is written out for every step."""
    return iterable
