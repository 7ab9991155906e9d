"""`bytes`: `_len` bytes in one piece and a NUL. What the methods do is in bytes_ops.py."""

from typing import Never

from lib.core import bytes_case, bytes_ops
from lib.core.bytesmem import bytes_of, new_bytes, payload
from lib.core.hashing import hash_bytes
from lib.core.iterator import Indexed, Iterable, Iterator
from lib.core.slices import bound, first_of, last_of, slice_count, slice_start, slice_step, slice_stop
from lib.core.str_codec import decode_bytes
from lib.core.str_repr import repr_bytes
from lib.core.str_search import clamp, count_bytes, find_bytes, rfind_bytes
from lib.core.strmem import compare_bytes, same_bytes
from rumpk import cold, inline, noinline, prim, u8, unchecked, usize


@noinline
@cold
def _no_index() -> Never:
    raise IndexError("index out of range")


def bytes_zeros(count: int) -> "Bytes":
    """`bytes(count)`."""
    if count < 0:
        raise ValueError("negative count")
    return new_bytes(count)


def bytes_from_bytearray(b: bytearray) -> "Bytes":
    """`bytes(b)`."""
    return bytes_of(b._data, len(b))


def one_byte(value: int) -> "Bytes":
    """A number as what `find` and its like look for."""
    return bytes_from_list([prim.zext(int, bytes_ops.byte_of(value))])


@unchecked
def bytes_from_list(items: list[int]) -> "Bytes":
    """`bytes(items)`."""
    out = new_bytes(len(items))
    place, at = payload(out), 0
    for item in items:
        if prim.icmp_uge(item, 256):
            bytes_ops.bad_byte("bytes must be in range(0, 256)")
        place[at] = prim.trunc(u8, item)
        at += 1
    return out


class Bytes(Iterable[int]):
    """Immutable bytes."""

    _len: usize

    def __iter__(self) -> Iterator[int]:
        return Indexed[int, Bytes](self)

    @inline
    def __len__(self) -> int:
        return prim.zext(int, self._len)

    @inline
    def __bool__(self) -> bool:
        return self._len != 0

    @inline
    @unchecked
    def __getitem__(self, index: int) -> int:
        count = prim.zext(int, self._len)
        if prim.unlikely(prim.icmp_uge(index, count)):
            index += count
            if prim.icmp_uge(index, count):
                _no_index()
        return prim.zext(int, payload(self)[index])

    @inline
    def _slice(self, start: int | None, stop: int | None, step: int | None) -> "Bytes":
        if step is None or step == 1:
            return self._straight(first_of(start), last_of(stop))
        return self._stepped(start, stop, step)

    @unchecked
    def _straight(self, start: int, stop: int) -> "Bytes":
        """`self[start:stop]`"""
        first, last = bound(start, len(self)), bound(stop, len(self))
        if first >= last:
            return b""
        return self if last - first == len(self) else bytes_of(payload(self) + first, last - first)

    @unchecked
    def _stepped(self, start: int | None, stop: int | None, step: int) -> "Bytes":
        by, length = slice_step(step), len(self)
        first = slice_start(start, length, by)
        count = slice_count(first, slice_stop(stop, length, by), by)
        out = new_bytes(count)
        to, source = payload(out), payload(self)
        for i in range(count):
            to[i] = source[first + i * by]
        return out

    def __add__(self, other: "Bytes") -> "Bytes":
        out = new_bytes(len(self) + len(other))
        prim.mem_copy(payload(out), payload(self), self._len)
        prim.mem_copy(payload(out) + len(self), payload(other), other._len)
        return out

    def __mul__(self, count: int) -> "Bytes":
        if count <= 0:
            return b""
        out = new_bytes(len(self) * count)
        for i in range(count):
            prim.mem_copy(payload(out) + i * len(self), payload(self), self._len)
        return out

    def __rmul__(self, count: int) -> "Bytes":
        return self.__mul__(count)

    def __eq__(self, other: "Bytes") -> bool:
        return self._len == other._len and same_bytes(payload(self), payload(other), len(self))

    def _compare(self, other: "Bytes") -> int:
        return compare_bytes(payload(self), len(self), payload(other), len(other))

    def __lt__(self, other: "Bytes") -> bool:
        return self._compare(other) < 0

    def __le__(self, other: "Bytes") -> bool:
        return self._compare(other) <= 0

    def __gt__(self, other: "Bytes") -> bool:
        return self._compare(other) > 0

    def __ge__(self, other: "Bytes") -> bool:
        return self._compare(other) >= 0

    def __hash__(self) -> int:
        return hash_bytes(payload(self), len(self))

    def __repr__(self) -> str:
        return repr_bytes(payload(self), len(self))

    # Search

    def __contains__(self, part: "Bytes") -> bool:
        return find_bytes(payload(self), len(self), payload(part), len(part), 0) >= 0

    def _has_byte(self, value: int) -> bool:
        """`value in b` for a number."""
        wanted = bytes_ops.byte_of(value)
        for i in range(len(self)):
            if payload(self)[i] == wanted:
                return True
        return False

    def find(self, sub: "Bytes", start: int | None = None, end: int | None = None) -> int:
        low, high = clamp(start, len(self), 0), clamp(end, len(self), len(self))
        if low > high or (start is not None and start > len(self)):
            return -1
        return find_bytes(payload(self), high, payload(sub), len(sub), low)

    def rfind(self, sub: "Bytes", start: int | None = None, end: int | None = None) -> int:
        low, high = clamp(start, len(self), 0), clamp(end, len(self), len(self))
        if low > high or (start is not None and start > len(self)):
            return -1
        return rfind_bytes(payload(self), high, payload(sub), len(sub), low)

    def index(self, sub: "Bytes", start: int | None = None, end: int | None = None) -> int:
        at = self.find(sub, start, end)
        if at < 0:
            bytes_ops.no_subsection()
        return at

    def rindex(self, sub: "Bytes", start: int | None = None, end: int | None = None) -> int:
        at = self.rfind(sub, start, end)
        if at < 0:
            bytes_ops.no_subsection()
        return at

    def count(self, sub: "Bytes", start: int | None = None, end: int | None = None) -> int:
        low, high = clamp(start, len(self), 0), clamp(end, len(self), len(self))
        if low > high or (start is not None and start > len(self)):
            return 0
        if len(sub) == 0:
            return high - low + 1
        return count_bytes(payload(self), high, payload(sub), len(sub), low)

    def startswith(self, prefix: "Bytes", start: int | None = None, end: int | None = None) -> bool:
        low, high = clamp(start, len(self), 0), clamp(end, len(self), len(self))
        if low > high or (start is not None and start > len(self)) or high - low < len(prefix):
            return False
        return same_bytes(payload(self) + low, payload(prefix), len(prefix))

    def endswith(self, suffix: "Bytes", start: int | None = None, end: int | None = None) -> bool:
        low, high = clamp(start, len(self), 0), clamp(end, len(self), len(self))
        if low > high or (start is not None and start > len(self)) or high - low < len(suffix):
            return False
        return same_bytes(payload(self) + (high - len(suffix)), payload(suffix), len(suffix))

    def replace(self, old: "Bytes", new: "Bytes", count: int = -1) -> "Bytes":
        return bytes_ops.replaced(self, old, new, count)

    def removeprefix(self, prefix: "Bytes") -> "Bytes":
        return bytes_of(payload(self) + len(prefix), len(self) - len(prefix)) if self.startswith(prefix) else self

    def removesuffix(self, suffix: "Bytes") -> "Bytes":
        return bytes_of(payload(self), len(self) - len(suffix)) if self.endswith(suffix) else self

    # Parts

    def split(self, sep: "Bytes | None" = None, maxsplit: int = -1) -> "list[Bytes]":
        return bytes_ops.split_parts(payload(self), len(self), sep, maxsplit)

    def rsplit(self, sep: "Bytes | None" = None, maxsplit: int = -1) -> "list[Bytes]":
        return bytes_ops.rsplit_parts(payload(self), len(self), sep, maxsplit)

    def join(self, parts: "list[Bytes]") -> "Bytes":
        return bytes_ops.joined(self, parts)

    def partition(self, sep: "Bytes") -> "tuple[Bytes, Bytes, Bytes]":
        at = self.find(sep)
        if len(sep) == 0:
            raise ValueError("empty separator")
        return (self, b"", b"") if at < 0 else (self[:at], sep, self[at + len(sep):])

    def rpartition(self, sep: "Bytes") -> "tuple[Bytes, Bytes, Bytes]":
        at = self.rfind(sep)
        if len(sep) == 0:
            raise ValueError("empty separator")
        return (b"", b"", self) if at < 0 else (self[:at], sep, self[at + len(sep):])

    def strip(self, chars: "Bytes | None" = None) -> "Bytes":
        start = bytes_ops.strip_start(payload(self), len(self), chars)
        return bytes_of(payload(self) + start, bytes_ops.strip_end(payload(self), start, len(self), chars) - start)

    def lstrip(self, chars: "Bytes | None" = None) -> "Bytes":
        start = bytes_ops.strip_start(payload(self), len(self), chars)
        return bytes_of(payload(self) + start, len(self) - start)

    def rstrip(self, chars: "Bytes | None" = None) -> "Bytes":
        return bytes_of(payload(self), bytes_ops.strip_end(payload(self), 0, len(self), chars))

    def ljust(self, width: int, fillchar: "Bytes" = b" ") -> "Bytes":
        return bytes_ops.padded_bytes(self, 0, width - len(self), fillchar)

    def rjust(self, width: int, fillchar: "Bytes" = b" ") -> "Bytes":
        return bytes_ops.padded_bytes(self, width - len(self), 0, fillchar)

    def center(self, width: int, fillchar: "Bytes" = b" ") -> "Bytes":
        extra = max(0, width - len(self))
        before = extra // 2 + (extra & width & 1)
        return bytes_ops.padded_bytes(self, before, extra - before, fillchar)

    def zfill(self, width: int) -> "Bytes":
        signed = 1 if self.startswith(b"+") or self.startswith(b"-") else 0
        return self[:signed] + b"0" * (width - len(self)) + self[signed:]

    def splitlines(self, keepends: bool = False) -> "list[Bytes]":
        return bytes_ops.split_lines(payload(self), len(self), keepends)

    @unchecked
    def upper(self) -> "Bytes":
        out = bytes_of(payload(self), len(self))
        place = payload(out)
        for i in range(len(self)):
            if 97 <= place[i] and place[i] <= 122:
                place[i] = place[i] - 32
        return out

    @unchecked
    def lower(self) -> "Bytes":
        out = bytes_of(payload(self), len(self))
        place = payload(out)
        for i in range(len(self)):
            if 65 <= place[i] and place[i] <= 90:
                place[i] = place[i] + 32
        return out

    def capitalize(self) -> "Bytes":
        return bytes_case.with_case(self, True, False)

    def title(self) -> "Bytes":
        return bytes_case.with_case(self, False, True)

    def swapcase(self) -> "Bytes":
        return bytes_case.swapped_bytes(self)

    def istitle(self) -> bool:
        return bytes_case.is_title_bytes(self)

    def expandtabs(self, tabsize: int = 8) -> "Bytes":
        return bytes_case.expanded_bytes(self, tabsize)

    def translate(self, table: "Bytes | None", /, delete: "Bytes" = b"") -> "Bytes":
        return bytes_case.translated_bytes(self, table, delete)

    @staticmethod
    def maketrans(frm: "Bytes", to: "Bytes") -> "Bytes":
        return bytes_case.table_from(frm, to)

    def isascii(self) -> bool:
        for i in range(len(self)):
            if payload(self)[i] >= 128:
                return False
        return True

    def isdigit(self) -> bool:
        for i in range(len(self)):
            if payload(self)[i] < 48 or payload(self)[i] > 57:
                return False
        return len(self) > 0

    def isalpha(self) -> bool:
        for i in range(len(self)):
            if not bytes_ops.is_letter(payload(self)[i]):
                return False
        return len(self) > 0

    def isalnum(self) -> bool:
        for i in range(len(self)):
            byte = payload(self)[i]
            if not bytes_ops.is_letter(byte) and (byte < 48 or byte > 57):
                return False
        return len(self) > 0

    def isupper(self) -> bool:
        return self.upper() == self and self.lower() != self

    def islower(self) -> bool:
        return self.lower() == self and self.upper() != self

    def isspace(self) -> bool:
        for i in range(len(self)):
            if not bytes_ops.is_blank(payload(self)[i]):
                return False
        return len(self) > 0

    # Text

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        return decode_bytes(self, encoding, errors)

    def hex(self, sep: str = "", bytes_per_sep: int = 1) -> str:
        if sep == "":
            return bytes_ops.hex_of(payload(self), len(self))
        return bytes_ops.hex_with(payload(self), len(self), sep, bytes_per_sep)

    @staticmethod
    def fromhex(text: str) -> "Bytes":
        return bytes_ops.from_hex(text)
