"""`bytearray`: bytes in a block that grows by doubling. Many methods that only read work on a copy as `bytes`."""

from typing import Never

from lib.core import bytes_case, bytes_ops
from lib.core.arena import allocate, extend
from lib.core.bytesmem import bytes_of, payload
from lib.core.iterator import Iterable, Iterator, Walk
from lib.core.slices import slice_count, slice_start, slice_step, slice_stop
from lib.core.str_repr import repr_bytes
from lib.core.str_search import clamp, count_bytes, find_bytes, rfind_bytes
from lib.core.strmem import compare_bytes, same_bytes
from rumpk import Ptr, cold, inline, noinline, prim, u8, unchecked, usize


@noinline
@cold
def _no_index(words: str) -> Never:
    raise IndexError(words)


def _empty() -> "ByteArray":
    """No bytes yet. (A call of the class itself is the builtin's, which comes here.)"""
    return prim.new_with(ByteArray, 0)


def _made(place: Ptr[u8], count: int) -> "ByteArray":
    out = _empty()
    out._add(place, count)
    return out


def bytearray_zeros(count: int) -> "ByteArray":
    """`bytearray(count)`."""
    if count < 0:
        raise ValueError("negative count")
    out = _empty()
    out._room(count)
    out._len = prim.zext(usize, count)
    return out


def bytearray_from_bytes(b: bytes) -> "ByteArray":
    """`bytearray(b)`."""
    return _made(payload(b), len(b))


def bytearray_from_bytearray(b: "ByteArray") -> "ByteArray":
    """A copy."""
    return _made(b._data, len(b))


def bytearray_from_list(items: list[int]) -> "ByteArray":
    """`bytearray(items)`."""
    out = _empty()
    out._room(len(items))
    for item in items:
        out.append(item)
    return out


class ByteArray(Iterable[int]):
    """Bytes that can be changed."""

    _len: usize
    _cap: usize
    _data: Ptr[u8]

    def __iter__(self) -> Iterator[int]:
        return Walk[int, ByteArrayIterator](self._walk())

    @inline
    def __len__(self) -> int:
        return prim.zext(int, self._len)

    @inline
    def __bool__(self) -> bool:
        return self._len != 0

    @unchecked
    def _room(self, more: int) -> None:
        """Make room for `more` bytes."""
        need = len(self) + more
        if need > prim.zext(int, self._cap):
            cap = max(prim.zext(int, self._cap) * 2, need, 16)
            if self._cap != 0 and extend(self._data, prim.zext(usize, cap)):
                self._cap = prim.zext(usize, cap)
                return
            block = allocate(prim.zext(usize, cap), False)
            prim.mem_copy(block, self._data, self._len)
            self._data = block
            self._cap = prim.zext(usize, cap)

    @unchecked
    def _add(self, place: Ptr[u8], count: int) -> None:
        """Add a copy of `count` bytes."""
        self._room(count)
        prim.mem_move(self._data + len(self), place, prim.zext(usize, count))
        self._len += prim.zext(usize, count)

    def _bytes(self) -> bytes:
        return bytes_of(self._data, len(self))

    @inline
    @unchecked
    def __getitem__(self, index: int) -> int:
        return prim.zext(int, self._data[self._place(index)])

    @inline
    @unchecked
    def __setitem__(self, index: int, value: int) -> None:
        byte = bytes_ops.byte_of(value)         # CPython looks at the value first
        self._data[self._place(index)] = byte

    @inline
    @unchecked
    def _place(self, index: int) -> int:
        """The place of a byte; a negative index counts from the end."""
        count = prim.zext(int, self._len)
        if prim.unlikely(prim.icmp_uge(index, count)):
            index += count
            if prim.icmp_uge(index, count):
                _no_index("bytearray index out of range")
        return index

    def __delitem__(self, index: int) -> None:
        self.pop(self._place(index))

    @inline
    @unchecked
    def append(self, value: int) -> None:
        if prim.unlikely(self._len == self._cap):
            self._room(1)
        self._data[prim.zext(int, self._len)] = bytes_ops.byte_of(value)
        self._len += 1

    def extend(self, more: bytes) -> None:
        self._add(payload(more), len(more))

    def __iadd__(self, more: bytes) -> "ByteArray":
        self._add(payload(more), len(more))
        return self

    @unchecked
    def insert(self, index: int, value: int) -> None:
        byte = bytes_ops.byte_of(value)
        length = len(self)
        at = max(index + length, 0) if index < 0 else min(index, length)
        self._room(1)
        prim.mem_move(self._data + (at + 1), self._data + at, prim.zext(usize, length - at))
        self._data[at] = byte
        self._len += 1

    @unchecked
    def pop(self, index: int = -1) -> int:
        length = len(self)
        if length == 0:
            _no_index("pop from empty bytearray")
        at = index + length if index < 0 else index
        if prim.icmp_uge(at, length):
            _no_index("pop index out of range")
        value = prim.zext(int, self._data[at])
        prim.mem_move(self._data + at, self._data + (at + 1), prim.zext(usize, length - at - 1))
        self._len -= 1
        return value

    def remove(self, value: int) -> None:
        wanted = bytes_ops.byte_of(value)
        for i in range(len(self)):
            if self._data[i] == wanted:
                self.pop(i)
                return
        raise ValueError("value not found in bytearray")

    def clear(self) -> None:
        self._len = usize(0)

    def copy(self) -> "ByteArray":
        return _made(self._data, len(self))

    @unchecked
    def reverse(self) -> None:
        low, high = 0, len(self) - 1
        while low < high:
            byte = self._data[low]
            self._data[low] = self._data[high]
            self._data[high] = byte
            low += 1
            high -= 1

    # Slices

    @unchecked
    def _slice(self, start: int | None, stop: int | None, step: int | None) -> "ByteArray":
        by, length = slice_step(step), len(self)
        first = slice_start(start, length, by)
        count = slice_count(first, slice_stop(stop, length, by), by)
        if by == 1:
            return _made(self._data + first, count)
        out = bytearray_zeros(count)
        for i in range(count):
            out._data[i] = self._data[first + i * by]
        return out

    @unchecked
    def _set_slice(self, start: int | None, stop: int | None, step: int | None, items: bytes) -> None:
        by, length, number = slice_step(step), len(self), len(items)
        first = slice_start(start, length, by)
        count = slice_count(first, slice_stop(stop, length, by), by)
        if by != 1:
            if number == 0:             # CPython deletes the places then
                self._del_slice(start, stop, step)
                return
            if number != count:
                raise ValueError(f"attempt to assign bytes of size {number} to extended slice of size {count}")
            for i in range(number):
                self._data[first + i * by] = payload(items)[i]
            return
        if number != count:
            self._room(max(number - count, 0))
            rest = prim.zext(usize, length - first - count)
            prim.mem_move(self._data + (first + number), self._data + (first + count), rest)
        prim.mem_copy(self._data + first, payload(items), prim.zext(usize, number))
        self._len = prim.zext(usize, length - count + number)

    @unchecked
    def _del_slice(self, start: int | None, stop: int | None, step: int | None) -> None:
        by, length = slice_step(step), len(self)
        first = slice_start(start, length, by)
        count = slice_count(first, slice_stop(stop, length, by), by)
        if by < 0:
            first, by = first + (count - 1) * by, -by
        to, skipped = first, 0
        for at in range(first, length):
            if skipped < count and at == first + skipped * by:
                skipped += 1
            else:
                self._data[to] = self._data[at]
                to += 1
        if count > 0:
            self._len = prim.zext(usize, to)

    def _walk(self) -> "ByteArrayIterator":
        return ByteArrayIterator(self)

    # Several

    def __add__(self, other: bytes) -> "ByteArray":
        out = self.copy()
        out._add(payload(other), len(other))
        return out

    def __mul__(self, count: int) -> "ByteArray":
        out = _empty()
        for _ in range(count):
            out._add(self._data, len(self))
        return out

    def __rmul__(self, count: int) -> "ByteArray":
        return self.__mul__(count)

    def __imul__(self, count: int) -> "ByteArray":
        length = len(self)
        if count <= 0:
            self._len = usize(0)
        for _ in range(count - 1):
            self._room(length)
            self._add(self._data, length)
        return self

    def __eq__(self, other: "ByteArray") -> bool:
        return self._len == other._len and same_bytes(self._data, other._data, len(self))

    def __lt__(self, other: "ByteArray") -> bool:
        return compare_bytes(self._data, len(self), other._data, len(other)) < 0

    def __repr__(self) -> str:
        return f"bytearray({repr_bytes(self._data, len(self), True)})"

    # Search

    def _has_byte(self, value: int) -> bool:
        """`value in b` for a number."""
        wanted = bytes_ops.byte_of(value)
        for i in range(len(self)):
            if self._data[i] == wanted:
                return True
        return False

    def __contains__(self, part: bytes) -> bool:
        return find_bytes(self._data, len(self), payload(part), len(part), 0) >= 0

    def find(self, sub: bytes, start: int | None = None, end: int | None = None) -> int:
        low, high = clamp(start, len(self), 0), clamp(end, len(self), len(self))
        if low > high or (start is not None and start > len(self)):
            return -1
        return find_bytes(self._data, high, payload(sub), len(sub), low)

    def rfind(self, sub: bytes, start: int | None = None, end: int | None = None) -> int:
        low, high = clamp(start, len(self), 0), clamp(end, len(self), len(self))
        if low > high or (start is not None and start > len(self)):
            return -1
        return rfind_bytes(self._data, high, payload(sub), len(sub), low)

    def index(self, sub: bytes, start: int | None = None, end: int | None = None) -> int:
        at = self.find(sub, start, end)
        if at < 0:
            bytes_ops.no_subsection()
        return at

    def count(self, sub: bytes, start: int | None = None, end: int | None = None) -> int:
        low, high = clamp(start, len(self), 0), clamp(end, len(self), len(self))
        if low > high or (start is not None and start > len(self)):
            return 0
        if len(sub) == 0:
            return high - low + 1
        return count_bytes(self._data, high, payload(sub), len(sub), low)

    def startswith(self, prefix: bytes, start: int | None = None, end: int | None = None) -> bool:
        low, high = clamp(start, len(self), 0), clamp(end, len(self), len(self))
        if low > high or (start is not None and start > len(self)) or high - low < len(prefix):
            return False
        return same_bytes(self._data + low, payload(prefix), len(prefix))

    def endswith(self, suffix: bytes, start: int | None = None, end: int | None = None) -> bool:
        low, high = clamp(start, len(self), 0), clamp(end, len(self), len(self))
        if low > high or (start is not None and start > len(self)) or high - low < len(suffix):
            return False
        return same_bytes(self._data + (high - len(suffix)), payload(suffix), len(suffix))

    # Read only: on a copy as bytes

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        return self._bytes().decode(encoding, errors)

    def hex(self, sep: str = "", bytes_per_sep: int = 1) -> str:
        return self._bytes().hex(sep, bytes_per_sep)

    def upper(self) -> "ByteArray":
        return bytearray_from_bytes(self._bytes().upper())

    def lower(self) -> "ByteArray":
        return bytearray_from_bytes(self._bytes().lower())

    def capitalize(self) -> "ByteArray":
        return bytearray_from_bytes(self._bytes().capitalize())

    def title(self) -> "ByteArray":
        return bytearray_from_bytes(self._bytes().title())

    def swapcase(self) -> "ByteArray":
        return bytearray_from_bytes(self._bytes().swapcase())

    def strip(self, chars: bytes | None = None) -> "ByteArray":
        return bytearray_from_bytes(self._bytes().strip(chars))

    def lstrip(self, chars: bytes | None = None) -> "ByteArray":
        return bytearray_from_bytes(self._bytes().lstrip(chars))

    def rstrip(self, chars: bytes | None = None) -> "ByteArray":
        return bytearray_from_bytes(self._bytes().rstrip(chars))

    def ljust(self, width: int, fillchar: bytes = b" ") -> "ByteArray":
        return bytearray_from_bytes(self._bytes().ljust(width, fillchar))

    def rjust(self, width: int, fillchar: bytes = b" ") -> "ByteArray":
        return bytearray_from_bytes(self._bytes().rjust(width, fillchar))

    def center(self, width: int, fillchar: bytes = b" ") -> "ByteArray":
        return bytearray_from_bytes(self._bytes().center(width, fillchar))

    def zfill(self, width: int) -> "ByteArray":
        return bytearray_from_bytes(self._bytes().zfill(width))

    def expandtabs(self, tabsize: int = 8) -> "ByteArray":
        return bytearray_from_bytes(self._bytes().expandtabs(tabsize))

    def replace(self, old: bytes, new: bytes, count: int = -1) -> "ByteArray":
        return bytearray_from_bytes(self._bytes().replace(old, new, count))

    def removeprefix(self, prefix: bytes) -> "ByteArray":
        return bytearray_from_bytes(self._bytes().removeprefix(prefix))

    def removesuffix(self, suffix: bytes) -> "ByteArray":
        return bytearray_from_bytes(self._bytes().removesuffix(suffix))

    def translate(self, table: bytes | None, /, delete: bytes = b"") -> "ByteArray":
        return bytearray_from_bytes(self._bytes().translate(table, delete))

    def join(self, parts: list[bytes]) -> "ByteArray":
        return bytearray_from_bytes(self._bytes().join(parts))

    def split(self, sep: bytes | None = None, maxsplit: int = -1) -> "list[ByteArray]":
        return [bytearray_from_bytes(part) for part in self._bytes().split(sep, maxsplit)]

    def rsplit(self, sep: bytes | None = None, maxsplit: int = -1) -> "list[ByteArray]":
        return [bytearray_from_bytes(part) for part in self._bytes().rsplit(sep, maxsplit)]

    def splitlines(self, keepends: bool = False) -> "list[ByteArray]":
        return [bytearray_from_bytes(part) for part in self._bytes().splitlines(keepends)]

    def partition(self, sep: bytes) -> "tuple[ByteArray, ByteArray, ByteArray]":
        before, at, behind = self._bytes().partition(sep)
        return bytearray_from_bytes(before), bytearray_from_bytes(at), bytearray_from_bytes(behind)

    def rpartition(self, sep: bytes) -> "tuple[ByteArray, ByteArray, ByteArray]":
        before, at, behind = self._bytes().rpartition(sep)
        return bytearray_from_bytes(before), bytearray_from_bytes(at), bytearray_from_bytes(behind)

    def rindex(self, sub: bytes, start: int | None = None, end: int | None = None) -> int:
        return self._bytes().rindex(sub, start, end)

    def isascii(self) -> bool:
        return self._bytes().isascii()

    def isalpha(self) -> bool:
        return self._bytes().isalpha()

    def isalnum(self) -> bool:
        return self._bytes().isalnum()

    def isdigit(self) -> bool:
        return self._bytes().isdigit()

    def isspace(self) -> bool:
        return self._bytes().isspace()

    def isupper(self) -> bool:
        return self._bytes().isupper()

    def islower(self) -> bool:
        return self._bytes().islower()

    def istitle(self) -> bool:
        return self._bytes().istitle()

    @staticmethod
    def maketrans(frm: bytes, to: bytes) -> bytes:
        return bytes_case.table_from(frm, to)

    @staticmethod
    def fromhex(text: str) -> "ByteArray":
        return bytearray_from_bytes(bytes_ops.from_hex(text))


class ByteArrayIterator:
    """Walks over the bytes; their number is read each time, as CPython does."""

    _bytes: ByteArray
    _at: int

    def __init__(self, data: ByteArray) -> None:
        self._bytes = data
        self._at = -1

    def _next(self) -> bool:
        self._at += 1
        return self._at < len(self._bytes)

    def _value(self) -> int:
        return self._bytes[self._at]

    def _walk(self) -> "ByteArrayIterator":
        return self
