"""Classes as values: what `__exit__` gets as its first argument."""

from lib.core.object import NAME_WORD, PARENT_WORD, Object
from rumpk import Ptr, prim, u8, usize


class Type:
    """`type[C]`: the address of a class's typeinfo record."""

    _record: Ptr[u8]

    def __init__(self, record: Ptr[u8]) -> None:
        self._record = record

    @property
    def __name__(self) -> str:
        return prim.ptr_ref(str, Ptr[Ptr[u8]](self._record)[NAME_WORD])

    def __eq__(self, other: "Type") -> bool:
        return self._record == other._record

    def __hash__(self) -> int:
        return prim.zext(int, usize(self._record) >> 4)


def class_of(value: Object) -> Type:
    """The class of an object."""
    return Type(prim.ref_typeinfo(value))


def is_below(kind: Type, base: Ptr[u8]) -> bool:
    """Whether `kind` is the class of the record `base`, or derives from it."""
    record = kind._record
    while usize(record) != 0:
        if record == base:
            return True
        record = Ptr[Ptr[u8]](record)[PARENT_WORD]
    return False
