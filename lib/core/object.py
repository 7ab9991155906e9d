"""`object`, the root of all classes that have identity.

An object begins with the address of its typeinfo: { bytes, map, parent typeinfo, name (a str), methods… }.
"""

from typing import Final

from rumpk import Ptr, prim, u8, usize

PARENT_WORD: Final = 2                  # of a typeinfo record, in words
NAME_WORD: Final = 3                    # of a typeinfo record, in words


class Object:
    """What every class is; it says nothing about equality, which is identity unless a class defines `__eq__`."""

    def __str__(self) -> str:
        return self.__repr__()

    def __repr__(self) -> str:
        return f"<{type_name(self)} object at 0x{address_hex(prim.ref_ptr(self))}>"

    def __hash__(self) -> int:
        return prim.zext(int, usize(prim.ref_ptr(self)) >> 4)


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


def address_hex(place: Ptr[u8]) -> str:
    """An address as sixteen lower-case hexadecimal digits."""
    out = ""
    rest = usize(place)
    for _ in range(16):
        digit = prim.zext(int, rest & 15)
        out = "0123456789abcdef"[digit] + out
        rest = rest >> 4
    return out
