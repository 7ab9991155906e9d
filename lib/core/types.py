"""Classes as values."""

from typing import Generic, TypeVar

from lib.core.object import NAME_WORD, PARENT_WORD
from rumpk import Ptr, prim, u8, usize, value

T = TypeVar("T")


@value
class Type(Generic[T]):
    """`type[T]`: the address of a class's typeinfo record."""

    _record: Ptr[u8]

    def __eq__(self, other: "Type[T]") -> bool:
        return self._record == other._record

    def __hash__(self) -> int:
        return prim.zext(int, usize(self._record) >> 4)


class ClassObject:
    """A class where an `object` is."""

    _record: Ptr[u8]

    def __init__(self, record: Ptr[u8]) -> None:
        self._record = record

    @property
    def __name__(self) -> str:
        return name_of(self._record)

    def __eq__(self, other: "ClassObject") -> bool:
        return self._record == other._record

    def __hash__(self) -> int:
        return prim.zext(int, usize(self._record) >> 4)


def name_of(record: Ptr[u8]) -> str:
    """`cls.__name__`"""
    return prim.ptr_ref(str, Ptr[Ptr[u8]](record)[NAME_WORD])


def is_below(record: Ptr[u8], base: Ptr[u8]) -> bool:
    """Whether the class of `record` is that of `base`, or derives from it."""
    while usize(record) != 0:
        if record == base:
            return True
        record = Ptr[Ptr[u8]](record)[PARENT_WORD]
    return False


def is_one_of(record: Ptr[u8], classes: tuple[Type[T], ...]) -> bool:
    """Whether the class of `record` is or derives from one of `classes`."""
    for cls in classes:
        if is_below(record, cls._record):
            return True
    return False
