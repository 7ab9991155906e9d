"""`str`: UTF-8 in one piece, `_nbytes` bytes that are `_nchars` code points; equal counts mean ASCII.

The methods are here; what they do to the bytes is in strmem.py, str_search.py, str_split.py, str_shape.py, str_case.py.
"""

from typing import Never

from lib.core import str_case, str_shape, str_split
from lib.core.chars import ascii_char
from lib.core.hashing import hash_bytes
from lib.core.iterator import Iterable, Iterator, Walk
from lib.core.str_codec import encode_str
from lib.core.str_join import join_list
from lib.core.str_repr import repr_str
from lib.core.str_search import count_str, find_str, matches_at, part_of, replace_str
from lib.core.slices import first_of, last_of
from lib.core.str_slice import stepped, straight
from lib.core.strmem import (
    code_at, code_width, compare_bytes, copy, data, new_str, offset_of, put_code, same_bytes, width_at,
)
from lib.core.text import concat2
from rumpk import cold, inline, noinline, prim, unchecked, usize


@noinline
@cold
def _no_index() -> Never:
    raise IndexError("string index out of range")


@noinline
@cold
def _no_substring() -> Never:
    raise ValueError("substring not found")


@noinline
@cold
def _no_character(count: int) -> Never:
    raise TypeError(f"ord() expected a character, but string of length {count} found")


@unchecked
def ord_of(s: "Str") -> int:
    """`ord(s)`."""
    if s._nchars != 1:
        _no_character(prim.zext(int, s._nchars))
    return code_at(data(s), 0)


def char_of(code: int) -> "Str":
    """A str of one code point."""
    if code < 128:
        return ascii_char(code)
    s = new_str(code_width(code), 1)
    put_code(data(s), 0, code)
    return s


class StrIterator:
    """Walks over the characters."""

    _text: "Str"
    _at: int                            # byte offset of the next character
    _size: int                          # bytes of the current one

    def __init__(self, text: "Str") -> None:
        self._text = text

    @inline
    @unchecked
    def _next(self) -> bool:
        at = self._at + self._size
        if at >= prim.zext(int, self._text._nbytes):
            return False
        self._at = at
        self._size = width_at(data(self._text), at)
        return True

    @inline
    def _value(self) -> "Str":
        if self._size == 1:
            return ascii_char(prim.zext(int, data(self._text)[self._at]))
        s = new_str(self._size, 1)
        copy(data(s), data(self._text) + self._at, self._size)
        return s

    def _walk(self) -> "StrIterator":
        return self


class AsciiIterator(StrIterator):
    """The same of a text in ASCII, for which CPython has another class."""


class Str(Iterable["Str"]):
    """A text."""

    _nbytes: usize
    _nchars: usize

    def __iter__(self) -> Iterator["Str"]:
        if self._nbytes == self._nchars:
            return Walk[Str, AsciiIterator](AsciiIterator(self))
        return Walk[Str, StrIterator](self._walk())

    @inline
    def __len__(self) -> int:
        return prim.zext(int, self._nchars)

    @inline
    def __bool__(self) -> bool:
        return self._nbytes != 0

    @unchecked
    def __getitem__(self, index: int) -> "Str":
        count = prim.zext(int, self._nchars)
        if index < 0:
            index += count
        if prim.icmp_uge(index, count):
            _no_index()
        if self._nbytes == self._nchars:
            return ascii_char(prim.zext(int, data(self)[index]))
        return char_of(code_at(data(self), offset_of(self, index)))

    @inline
    def _slice(self, start: int | None, stop: int | None, step: int | None) -> "Str":
        if step is None or step == 1:
            return straight(self, first_of(start), last_of(stop))
        return stepped(self, start, stop, step)

    def _walk(self) -> StrIterator:
        return StrIterator(self)

    def __add__(self, other: "Str") -> "Str":
        return concat2(self, other)

    @unchecked
    def __mul__(self, count: int) -> "Str":
        return str_shape.repeated(self, count)

    def __rmul__(self, count: int) -> "Str":
        return str_shape.repeated(self, count)

    @unchecked
    def __eq__(self, other: "Str") -> bool:
        if prim.ref_eq(self, other):
            return True
        return self._nbytes == other._nbytes and same_bytes(data(self), data(other), prim.zext(int, self._nbytes))

    @unchecked
    def _compare(self, other: "Str") -> int:
        return compare_bytes(data(self), prim.zext(int, self._nbytes), data(other), prim.zext(int, other._nbytes))

    def __lt__(self, other: "Str") -> bool:
        return self._compare(other) < 0

    def __le__(self, other: "Str") -> bool:
        return self._compare(other) <= 0

    def __gt__(self, other: "Str") -> bool:
        return self._compare(other) > 0

    def __ge__(self, other: "Str") -> bool:
        return self._compare(other) >= 0

    def __hash__(self) -> int:
        return hash_bytes(data(self), prim.zext(int, self._nbytes))

    def __str__(self) -> "Str":
        return self

    def __repr__(self) -> "Str":
        return repr_str(self)

    # Search

    def __contains__(self, part: "Str") -> bool:
        return find_str(self, part, None, None, False) >= 0

    def find(self, sub: "Str", start: int | None = None, end: int | None = None) -> int:
        return find_str(self, sub, start, end, False)

    def rfind(self, sub: "Str", start: int | None = None, end: int | None = None) -> int:
        return find_str(self, sub, start, end, True)

    def index(self, sub: "Str", start: int | None = None, end: int | None = None) -> int:
        at = find_str(self, sub, start, end, False)
        if at < 0:
            _no_substring()
        return at

    def rindex(self, sub: "Str", start: int | None = None, end: int | None = None) -> int:
        at = find_str(self, sub, start, end, True)
        if at < 0:
            _no_substring()
        return at

    def count(self, sub: "Str", start: int | None = None, end: int | None = None) -> int:
        return count_str(self, sub, start, end)

    def startswith(self, prefix: "Str", start: int | None = None, end: int | None = None) -> bool:
        return matches_at(self, prefix, start, end, False)

    def endswith(self, suffix: "Str", start: int | None = None, end: int | None = None) -> bool:
        return matches_at(self, suffix, start, end, True)

    def replace(self, old: "Str", new: "Str", count: int = -1) -> "Str":
        return replace_str(self, old, new, count)

    def removeprefix(self, prefix: "Str") -> "Str":
        if matches_at(self, prefix, None, None, False):
            return part_of(self, prim.zext(int, prefix._nbytes), prim.zext(int, self._nbytes))
        return self

    def removesuffix(self, suffix: "Str") -> "Str":
        if matches_at(self, suffix, None, None, True):
            return part_of(self, 0, prim.zext(int, self._nbytes - suffix._nbytes))
        return self

    # Parts

    def split(self, sep: "Str | None" = None, maxsplit: int = -1) -> "list[Str]":
        return str_split.split_str(self, sep, maxsplit)

    def rsplit(self, sep: "Str | None" = None, maxsplit: int = -1) -> "list[Str]":
        return str_split.rsplit_str(self, sep, maxsplit)

    def splitlines(self, keepends: bool = False) -> "list[Str]":
        return str_split.split_lines(self, keepends)

    def partition(self, sep: "Str") -> "tuple[Str, Str, Str]":
        return str_split.partition_str(self, sep)

    def rpartition(self, sep: "Str") -> "tuple[Str, Str, Str]":
        return str_split.rpartition_str(self, sep)

    def join(self, parts: "list[Str]") -> "Str":
        return join_list(self, parts)

    def strip(self, chars: "Str | None" = None) -> "Str":
        return str_shape.stripped(self, chars, True, True)

    def lstrip(self, chars: "Str | None" = None) -> "Str":
        return str_shape.stripped(self, chars, True, False)

    def rstrip(self, chars: "Str | None" = None) -> "Str":
        return str_shape.stripped(self, chars, False, True)

    # Width

    def ljust(self, width: int, fillchar: "Str" = " ") -> "Str":
        return str_shape.padded(self, 0, width - len(self), fillchar)

    def rjust(self, width: int, fillchar: "Str" = " ") -> "Str":
        return str_shape.padded(self, width - len(self), 0, fillchar)

    def center(self, width: int, fillchar: "Str" = " ") -> "Str":
        return str_shape.centered(self, width, fillchar)

    def zfill(self, width: int) -> "Str":
        return str_shape.zero_filled(self, width)

    def expandtabs(self, tabsize: int = 8) -> "Str":
        return str_shape.expanded(self, tabsize)

    # Case and classes of characters

    def upper(self) -> "Str":
        return str_case.upper_str(self)

    def lower(self) -> "Str":
        return str_case.lower_str(self)

    def capitalize(self) -> "Str":
        return str_case.capitalized(self)

    def title(self) -> "Str":
        return str_case.titled(self)

    def swapcase(self) -> "Str":
        return str_case.swapped(self)

    def casefold(self) -> "Str":
        return str_case.folded(self)

    def isascii(self) -> bool:
        return self._nbytes == self._nchars

    def isalpha(self) -> bool:
        return str_case.all_alpha(self)

    def isalnum(self) -> bool:
        return str_case.all_alnum(self)

    def isdigit(self) -> bool:
        return str_case.all_digit(self)

    def isdecimal(self) -> bool:
        return str_case.all_decimal(self)

    def isnumeric(self) -> bool:
        return str_case.all_numeric(self)

    def isspace(self) -> bool:
        return str_case.all_space(self)

    def isprintable(self) -> bool:
        return str_case.all_printable(self)

    def isidentifier(self) -> bool:
        return str_case.is_identifier(self)

    def isupper(self) -> bool:
        return str_case.is_upper_text(self)

    def islower(self) -> bool:
        return str_case.is_lower_text(self)

    def istitle(self) -> bool:
        return str_case.is_title_text(self)

    def encode(self, encoding: "Str" = "utf-8", errors: "Str" = "strict") -> bytes:
        return encode_str(self, encoding, errors)
