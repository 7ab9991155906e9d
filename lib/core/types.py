"""Classes as values."""

from typing import Generic, TypeVar

from lib.core.object import NAME_WORD, PARENT_WORD, Object
from rumpk import Ptr, prim, u8, usize, value

T = TypeVar("T")


@value
class Type(Generic[T]):
    """`type[T]`: the address of a class's typeinfo record."""

    _record: Ptr[u8]

    def __eq__(self, other: "Type[T]") -> bool:
        return is_same(self._record, other._record)

    def __hash__(self) -> int:
        return hash_of(self._record)


class ClassObject:
    """A class where an `object` is."""

    _record: Ptr[u8]

    def __init__(self, record: Ptr[u8]) -> None:
        self._record = record

    def __repr__(self) -> str:
        return repr(Type[Object](self._record))

    @property
    def __name__(self) -> str:
        return name_of(self._record)

    def __eq__(self, other: "ClassObject") -> bool:
        return is_same(self._record, other._record)

    def __hash__(self) -> int:
        return hash_of(self._record)


def name_of(record: Ptr[u8]) -> str:
    """`cls.__name__`"""
    return prim.ptr_ref(str, Ptr[Ptr[u8]](record)[NAME_WORD])


def text_of(record: Ptr[u8]) -> str:
    """The text of a builtin class, whose name is no module's."""
    return f"<class '{name_of(record)}'>"


def is_same(record: Ptr[u8], other: Ptr[u8]) -> bool:
    """Whether both are of one class: `list[int]` and `list[str]` have records of their own, and the class's one name
    (emit/classes.py). A class without a record is told apart by its type."""
    if record == other or usize(record) == 0 or usize(other) == 0:
        return record == other
    return prim.ref_eq(name_of(record), name_of(other))


def hash_of(record: Ptr[u8]) -> int:
    """The hash of the class, equal where `is_same` holds."""
    if usize(record) == 0:
        return 0
    return prim.zext(int, usize(Ptr[Ptr[u8]](record)[NAME_WORD]) >> 3)


def is_record_below(record: Ptr[u8], base: Ptr[u8]) -> bool:
    """Whether `record` is `base`, or that of a class that derives from it: of a generic class, the same instance."""
    while usize(record) != 0:
        if record == base:
            return True
        record = Ptr[Ptr[u8]](record)[PARENT_WORD]
    return False


def is_below(record: Ptr[u8], base: Ptr[u8]) -> bool:
    """Whether the class of `record` is that of `base`, or derives from it by the records of its bases."""
    wanted = name_of(base)
    while usize(record) != 0:
        if prim.ref_eq(name_of(record), wanted):
            return True
        record = Ptr[Ptr[u8]](record)[PARENT_WORD]
    return False


def is_below_any(record: Ptr[u8], base: Ptr[u8], builtin: Ptr[u8]) -> bool:
    """What `issubclass` says, where `builtin` is the record of what the class derives from besides, or 0."""
    return is_below(record, base) or is_below(builtin, base)


def is_one_of(record: Ptr[u8], classes: tuple[Type[T], ...], builtin: Ptr[u8]) -> bool:
    """Whether the class of `record`, which derives from `builtin` besides, is or derives from one of `classes`."""
    for cls in classes:
        if is_below_any(record, cls._record, builtin):
            return True
    return False
