"""`object`, the root of all classes that have identity.

An object begins with the address of its typeinfo: { bytes, map, parent typeinfo, name (a str), methods… }.
"""

from typing import Final

from lib.core.shown import begin, end
from rumpk import Ptr, prim, u8, usize

NO_KIND: Final = 0                      # what `_any_kind` tells of containers
LIST: Final = 1
TUPLE: Final = 2
DICT: Final = 3
SET: Final = 4

PARENT_WORD: Final = 2                  # of a typeinfo record, in words
NAME_WORD: Final = 3                    # of a typeinfo record, in words


class Object:
    """What every class is; it says nothing about equality, which is identity unless a class defines `__eq__`."""

    def __str__(self) -> str:
        return self.__repr__()

    def __repr__(self) -> str:
        return f"<{self._full_name_()} object at 0x{address_hex(prim.ref_ptr(self))}>"

    # The compiler writes these two where they are more than `type(self).__name__` (types/synth.py).

    def _qualified_name_(self) -> str:
        """`Outer.Inner` of a class inside another."""
        return type_name(self)

    def _full_name_(self) -> str:
        """`module.Outer.Inner`."""
        return type_name(self)

    def _repr_begins(self) -> bool:
        """Whether this is not being shown already: what the compiler's `__repr__` of a dataclass asks (shown.py)."""
        return begin(usize(prim.ref_ptr(self)))

    def _repr_ends(self) -> None:
        end()

    def __hash__(self) -> int:
        return prim.zext(int, usize(prim.ref_ptr(self)) >> 4)

    # What a value does that is only known to be an `object`. The compiler gives these to the classes that have the
    # methods behind them (types/wide.py), and only where something of the program asks.

    def _any_truth(self) -> bool:
        return True

    def _any_formatted(self, spec: str) -> str:
        if spec != "":
            raise TypeError("unsupported format string passed to " + type_name(self) + ".__format__")
        return str(self)

    def _any_answers(self, other: object) -> bool:
        """`self.__eq__(other)`, which may decline."""
        if prim.ref_eq(self, other):
            return True
        return NotImplemented

    def _any_same(self, other: object) -> bool:
        """`self is other`."""
        return prim.ref_eq(self, other)

    def _any_kind(self) -> int:
        """Which builtin container it is."""
        return NO_KIND

    def _any_items(self) -> object:
        """A `list[object]`: the items of a list or tuple, the members of a set, each key and value of a dict."""
        return self


def type_name(value: Object) -> str:
    """The name of the value's own class."""
    record = Ptr[Ptr[u8]](prim.ref_typeinfo(value))
    return prim.ptr_ref(str, record[NAME_WORD])


def is_below(value: Object, other: Object) -> bool:
    """Whether the class of `value` is a strict subclass of that of `other`."""
    wanted = prim.ref_typeinfo(other)
    at = Ptr[Ptr[u8]](prim.ref_typeinfo(value))[PARENT_WORD]
    while usize(at) != 0:
        if usize(at) == usize(wanted):
            return True
        at = Ptr[Ptr[u8]](at)[PARENT_WORD]
    return False


def same_class(value: Object, other: Object) -> bool:
    """Whether two objects are of one class."""
    return usize(prim.ref_typeinfo(value)) == usize(prim.ref_typeinfo(other))


def checked_length(size: int) -> int:
    """What `__len__` of a class of the program gave, or ValueError where that is below 0."""
    if size < 0:
        raise ValueError("__len__() should return >= 0")
    return size


def address_hex(place: Ptr[u8]) -> str:
    """An address as sixteen lower-case hexadecimal digits."""
    out = ""
    rest = usize(place)
    for _ in range(16):
        digit = prim.zext(int, rest & 15)
        out = "0123456789abcdef"[digit] + out
        rest = rest >> 4
    return out
