"""Layout of records: `sizeof`, `offsetof`, fields of stated byte order, and `view` of bytes as a record.

    @packed
    class EthernetHeader:
        destination: Array[u8, 6]
        source: Array[u8, 6]
        kind: be16

    header = view(EthernetHeader, frame)        one bounds check; reads and writes go to the frame
    header.kind                                 a u16, whatever the machine's byte order
"""

from __future__ import annotations

import typing
from typing import Any

from rumpk.arrays import Array, Span
from rumpk.integers import u8, u16, u32, u64
from rumpk.marks import marks_of
from rumpk.memory import decode, encode, item_size
from rumpk.words import Word


class Ordered:
    """Base of the types that state their byte order in memory.  The value that a program sees is a u16, u32 or u64."""

    VALUE: Any = None
    ORDER: Any = "little"

    def __init_subclass__(cls, value: Any = None, order: str = "little") -> None:
        cls.VALUE = value
        cls.ORDER = order

    def __new__(cls, number: int = 0) -> Any:
        """`be16(x)` is the checked u16: the byte order is a matter of the place, not of the value."""
        return cls.VALUE(number)


class be16(Ordered, value=u16, order="big"):
    """A u16, most significant byte first in memory."""


class be32(Ordered, value=u32, order="big"):
    """A u32, most significant byte first in memory."""


class be64(Ordered, value=u64, order="big"):
    """A u64, most significant byte first in memory."""


class le16(Ordered, value=u16):
    """A u16, least significant byte first in memory."""


class le32(Ordered, value=u32):
    """A u32, least significant byte first in memory."""


class le64(Ordered, value=u64):
    """A u64, least significant byte first in memory."""


def fields_of(record: type) -> dict[str, Any]:
    """The fields of a record class in order, base class first; `ClassVar`s are left out."""
    hints = typing.get_type_hints(record)
    return {name: hint for name, hint in hints.items() if typing.get_origin(hint) is not typing.ClassVar}


def _is_record(item: Any) -> bool:
    return isinstance(item, type) and bool({"packed", "layout"} & set(marks_of(item)))


def alignof(item: Any) -> int:
    """The alignment of a type in bytes, as C has it whatever the byte order; packed records have 1."""
    if isinstance(item, type) and issubclass(item, Ordered):
        return item_size(item.VALUE)
    if isinstance(item, type) and issubclass(item, Array):
        return alignof(item.ITEM)
    if _is_record(item):
        packed = "packed" in marks_of(item)
        return 1 if packed else max((alignof(hint) for hint in fields_of(item).values()), default=1)
    return item_size(item)


def sizeof(item: Any) -> Any:
    """Bytes that a value of the type takes in memory, as a `usize`.  `TypeError` for a type without a fixed layout."""
    if isinstance(item, type) and issubclass(item, Ordered):
        return u64(item_size(item.VALUE))
    if isinstance(item, type) and issubclass(item, Array):
        return u64(item.LENGTH * int(sizeof(item.ITEM)))
    if _is_record(item):
        end = max((offset + int(sizeof(hint)) for offset, hint in _places(item).values()), default=0)
        return u64(_round_up(end, alignof(item)))
    return u64(item_size(item))


def has_references(item: Any) -> bool:
    """Whether a value of the type may hold an address of the arena; here, where nothing has one: it may."""
    return True


def _round_up(number: int, step: int) -> int:
    return -(-number // step) * step


def _places(record: type) -> dict[str, tuple[int, Any]]:
    """Every field's offset and type."""
    packed = "packed" in marks_of(record)
    places: dict[str, tuple[int, Any]] = {}
    offset = 0
    for name, hint in fields_of(record).items():
        if not packed:
            offset = _round_up(offset, alignof(hint))
        places[name] = (offset, hint)
        offset += int(sizeof(hint))
    return places


def offsetof(record: type, name: str) -> Any:
    """The offset of a field in bytes, as a `usize`.  `AttributeError` for an unknown field."""
    if not _is_record(record):
        raise TypeError(f"{record.__name__} has no fixed layout: mark it @packed or @layout(\"C\")")
    places = _places(record)
    if name not in places:
        raise AttributeError(f"{record.__name__} has no field '{name}'")
    return u64(places[name][0])


_views: dict[type, type] = {}


def view(record: type, span: Any) -> Any:
    """The bytes of `span` (a `Span[u8]`, bytearray, bytes) as a record.  `IndexError` when it is too short."""
    if not _is_record(record):
        raise TypeError(f"{record.__name__} has no fixed layout: mark it @packed or @layout(\"C\")")
    buffer = Span[u8](span)
    size = int(sizeof(record))
    if len(buffer) < size:
        raise IndexError(f"{record.__name__} takes {size} bytes, the span has {len(buffer)}")
    if record not in _views:
        members = {name: _member(offset, hint) for name, (offset, hint) in _places(record).items()}
        _views[record] = type(record.__name__, (record,), members)
    made = object.__new__(_views[record])
    made.__dict__["_span"] = buffer[:size]
    return made


def _member(offset: int, hint: Any) -> property:
    """The property that reads and writes one field of a view."""
    size = int(sizeof(hint))

    def part(self: Any) -> Any:
        return self.__dict__["_span"][offset:offset + size]

    def read(self: Any) -> Any:
        return load(hint, part(self))

    def write(self: Any, value: Any) -> None:
        part(self).copy_from(list(store(hint, value)))

    return property(read, write)


def load(item: Any, place: Any) -> Any:
    """A value of type `item` from the span that holds it; an array of bytes and a record stay views."""
    if issubclass(item, Array):
        if item.ITEM in (u8, int) or issubclass(item.ITEM, Word) and item.ITEM.BITS == 8:
            return place
        step = int(sizeof(item.ITEM))
        return item(load(item.ITEM, place[i * step:(i + 1) * step]) for i in range(item.LENGTH))
    if _is_record(item):
        return view(item, place)
    if issubclass(item, Ordered):
        return item.VALUE(int.from_bytes(bytes(place), item.ORDER))
    return decode(item, bytes(place))


def store(item: Any, value: Any) -> bytes:
    """The bytes of a value of type `item`."""
    if issubclass(item, Array):
        return b"".join(store(item.ITEM, part) for part in value)
    if _is_record(item):
        return b"".join(store(hint, getattr(value, name)) for name, hint in fields_of(item).items())
    if issubclass(item, Ordered):
        return int(item.VALUE(value)).to_bytes(item_size(item.VALUE), item.ORDER)
    return encode(item, value)

