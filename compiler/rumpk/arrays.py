"""`Array[T, N]`: N elements in place.  `Span[T]`: a checked view of elements that somebody else owns.

    table: Array[u8, 16] = Array[u8, 16]()          zero-initialised
    head = table.span()[0:4]                         a Span[u8]; nothing is copied
    head[0] = 7                                      table[0] is 7

Elements are converted to T when they are stored, so a value outside T's range raises `OverflowError`.  An index counts
from the end when it is negative and raises `IndexError` outside, as for a list.  A slice has step 1.
"""

from __future__ import annotations

import types
import typing
from typing import Any, Iterable, Iterator, MutableSequence

_SCALARS = (int, float, bool, str, bytes)


def converter(item: Any) -> Any:
    """What turns a value into an element of type `item`: the type for numbers, nothing for classes and unions."""
    return item if isinstance(item, type) and issubclass(item, (int, float)) and item is not bool else None


def zero(item: Any) -> Any:
    """The value that an element of type `item` has before anything is stored."""
    origin = typing.get_origin(item)
    if item is None or origin is typing.Union or origin is types.UnionType:
        return None
    if origin is tuple:
        return tuple(zero(part) for part in typing.get_args(item))
    return item()


def _resolve(length: int, index: int) -> int:
    """A Python index as an offset from the start, or `IndexError`."""
    if index < 0:
        index += length
    if not 0 <= index < length:
        raise IndexError("array index out of range")
    return index


class Array:
    """N elements of one type, in place.  `Array[u8, 16]` is a class; calling it makes a zeroed array."""

    ITEM: Any = None
    LENGTH: int = 0
    __slots__ = ("_items",)
    _instances: dict[tuple[Any, int], type] = {}

    def __class_getitem__(cls, parameters: tuple[Any, int]) -> Any:
        """The class of arrays of `item` with `length` elements; the same one for the same parameters."""
        item, length = parameters
        key = (item, int(length))
        if key not in cls._instances:
            if length < 0:
                raise TypeError("an Array has a length of at least 0")
            name = f"Array[{getattr(item, '__name__', item)}, {length}]"
            cls._instances[key] = type(name, (Array,), {"ITEM": item, "LENGTH": int(length), "__slots__": ()})
        return cls._instances[key]

    def __init__(self, values: Iterable[Any] | None = None) -> None:
        """Zeroed, or filled from exactly N values (`ValueError` otherwise)."""
        if self.ITEM is None:
            raise TypeError("write the element type and the length: Array[u8, 16]()")
        if values is None:
            self._items = [zero(self.ITEM) for _ in range(self.LENGTH)]
            return
        convert = converter(self.ITEM)
        self._items = [convert(value) if convert else value for value in values]
        if len(self._items) != self.LENGTH:
            count = "too many" if len(self._items) > self.LENGTH else len(self._items)
            raise ValueError(f"{count} items for an array of {self.LENGTH}")

    def __len__(self) -> int:
        return self.LENGTH

    def __iter__(self) -> Iterator[Any]:
        return iter(self._items)

    def __getitem__(self, index: Any) -> Any:
        """An element, or for a slice a `Span` of this array."""
        if isinstance(index, slice):
            return self.span()[index]
        return self._items[_resolve(self.LENGTH, index)]

    def __setitem__(self, index: int, value: Any) -> None:
        convert = converter(self.ITEM)
        self._items[_resolve(self.LENGTH, index)] = convert(value) if convert else value

    def __contains__(self, value: object) -> bool:
        return value in self._items

    def __eq__(self, other: object) -> bool:
        """Equal length and elements."""
        return self._items == other._items if isinstance(other, Array) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._items!r})"

    def span(self) -> Any:
        """A view of the whole array."""
        return Span[self.ITEM](self)

    def __bytes__(self) -> bytes:
        return bytes(self.span())

    def fill(self, value: Any) -> None:
        """Stores `value` in every element."""
        for index in range(self.LENGTH):
            self[index] = value

    def copy_from(self, source: Any) -> None:
        """What the span of the array does: where one is expected, the array itself arrives under CPython."""
        self.span().copy_from(source)


class Span:
    """A view: where it starts, how long it is.  `Span[u8](buffer)` views bytes, bytearray, list, array or Array."""

    ITEM: Any = None
    __slots__ = ("_base", "_start", "_length")
    _instances: dict[Any, type] = {}

    def __class_getitem__(cls, item: Any) -> Any:
        if item not in cls._instances:
            name = f"Span[{getattr(item, '__name__', item)}]"
            cls._instances[item] = type(name, (Span,), {"ITEM": item, "__slots__": ()})
        return cls._instances[item]

    def __init__(self, buffer: Any) -> None:
        """A view of all of `buffer`; of another span, a view of the same elements."""
        if isinstance(buffer, Span):
            self._base, self._start, self._length = buffer._base, buffer._start, buffer._length
        else:
            self._base: MutableSequence[Any] = buffer._items if isinstance(buffer, Array) else buffer
            self._start = 0
            self._length = len(buffer)

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, index: Any) -> Any:
        """An element, or for a slice a view of a part; bounds outside are cut, as for a list."""
        if isinstance(index, slice):
            if index.step not in (None, 1):
                raise ValueError("a span has slices of step 1 only")
            start, stop, _ = index.indices(self._length)
            part = type(self)(self)
            part._start += start
            part._length = max(0, stop - start)
            return part
        value = self._base[self._start + _resolve(self._length, index)]
        convert = converter(self.ITEM)
        return convert(value) if convert else value

    def __setitem__(self, index: int, value: Any) -> None:
        """Stores into the viewed memory; a view of `bytes` raises `TypeError`."""
        convert = converter(self.ITEM)
        place = self._start + _resolve(self._length, index)
        self._base[place] = convert(value) if convert else value

    def __iter__(self) -> Iterator[Any]:
        for index in range(self._length):
            yield self[index]

    def __contains__(self, value: object) -> bool:
        return any(item == value for item in self)

    def __eq__(self, other: object) -> bool:
        """Equal length and elements."""
        return list(self) == list(other) if isinstance(other, Span) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self)!r})"

    def __bytes__(self) -> bytes:
        return bytes(int(value) for value in self)

    def fill(self, value: Any) -> None:
        """Stores `value` in every element."""
        for index in range(self._length):
            self[index] = value

    def copy_from(self, source: Any) -> None:
        """Copies all elements of `source` (a span of the same length; `ValueError` otherwise).  Overlap is safe."""
        values = list(source)
        if len(values) != self._length:
            raise ValueError("spans have different lengths")
        for index, value in enumerate(values):
            self[index] = value


class Inline:
    """`Inline[T]`: a field whose object lies inside its owner; built once in `__init__`, never bound again."""

    def __class_getitem__(cls, item: Any) -> Any:
        """Under CPython the object is an ordinary one: `Inline[T]` is T."""
        return item
