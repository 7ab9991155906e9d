"""`json`: `loads` and `dumps`, and `load` and `dump` of what is like a file.

RFC 8259, with CPython's messages and CPython's `NaN`, `Infinity`.

`loads` gives a `Json`: a program that names the type writes the same union; with hooks it is in json_hooks.py. `dumps`
takes any type that is made of what JSON has, and is compiled for it. Numbers without point and exponent are ints, of
64 bits.
"""

from typing import Callable, Hashable, TypeAlias, TypeVar

from lib.core.strmem import data, nbytes, width_at
from lib.core.text import StrBuilder
from lib.json_encoder import JSONEncoder as JSONEncoder
from lib.json_scan import JSONDecodeError as JSONDecodeError
from lib.json_scan import NO_NUMBER, REAL, Scanner
from lib.json_write import Style, StyleWithDefault, margin_of, separators_of, write

T = TypeVar("T")
F = TypeVar("F")                        # an object with `write`, or with `read`
Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


# Reading

def text_of(s: Hashable) -> str:
    """The text that `loads` reads."""
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
        return s
    if isinstance(s, bytes):
        return s.decode()
    if isinstance(s, bytearray):
        return s.decode()
    raise TypeError(f"the JSON object must be str, bytes or bytearray, not {type(s).__name__}")


def loads(s: Hashable) -> Json:
    return _only_value(Scanner(text_of(s)))


def _only_value(scanner: Scanner) -> Json:
    """The value that the whole text is."""
    scanner.white()
    out = _value(scanner)
    scanner.white()
    if not scanner.ended():
        raise scanner.error("Extra data")
    return out


def _value(scanner: Scanner) -> Json:
    c = scanner.peek()
    if c == 0x22:
        scanner.at += 1
        return scanner.text()
    if c == 0x7B:
        return _object(scanner)
    if c == 0x5B:
        return _array(scanner)
    if c == 0x2D or 0x30 <= c <= 0x39:
        kind = scanner.number()
        if kind == REAL:
            return scanner.real
        if kind != NO_NUMBER:
            return scanner.integer
    if scanner.word("null"):
        return None
    if scanner.word("true"):
        return True
    if scanner.word("false"):
        return False
    if scanner.word("NaN"):
        return float("nan")
    if scanner.word("Infinity"):
        return float("inf")
    if scanner.word("-Infinity"):
        return float("-inf")
    raise scanner.error("Expecting value")


def _object(scanner: Scanner) -> Json:
    out: dict[str, Json] = {}
    scanner.at += 1
    scanner.white()
    if scanner.peek() == 0x7D:
        scanner.at += 1
        return out
    while True:
        if scanner.peek() != 0x22:
            raise scanner.error("Expecting property name enclosed in double quotes")
        scanner.at += 1
        key = scanner.text()
        scanner.white()
        if scanner.peek() != 0x3A:
            raise scanner.error("Expecting ':' delimiter")
        scanner.at += 1
        scanner.white()
        out[key] = _value(scanner)
        scanner.white()
        if scanner.peek() == 0x7D:
            scanner.at += 1
            return out
        if scanner.peek() != 0x2C:
            raise scanner.error("Expecting ',' delimiter")
        scanner.at += 1
        scanner.white()


def _array(scanner: Scanner) -> Json:
    out: list[Json] = []
    scanner.at += 1
    scanner.white()
    if scanner.peek() == 0x5D:
        scanner.at += 1
        return out
    while True:
        out.append(_value(scanner))
        scanner.white()
        if scanner.peek() == 0x5D:
            scanner.at += 1
            return out
        if scanner.peek() != 0x2C:
            raise scanner.error("Expecting ',' delimiter")
        scanner.at += 1
        scanner.white()


class JSONDecoder:
    """Reads JSON."""

    def decode(self, s: str) -> Json:
        return _only_value(Scanner(s))

    def raw_decode(self, s: str, idx: int = 0) -> tuple[Json, int]:
        """The value that begins at a place, and where it ends."""
        if idx < 0:
            raise ValueError("idx cannot be negative")
        scanner = Scanner(s)
        chars = 0
        while chars < idx and scanner.at < nbytes(s):
            scanner.at += width_at(data(s), scanner.at)
            chars += 1
        if chars < idx:
            raise JSONDecodeError("Expecting value", s, idx)
        start = scanner.at
        out = _value(scanner)
        return out, chars + scanner.chars_since(start)


# Writing

def dumps(
    obj: T,
    *,
    skipkeys: bool = False,
    ensure_ascii: bool = True,
    check_circular: bool = True,
    allow_nan: bool = True,
    indent: int | str | None = None,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,
) -> str:
    item, key = separators_of(indent, separators)
    out = StrBuilder()
    style = Style(margin_of(indent), item, key, ensure_ascii, allow_nan, sort_keys, skipkeys, check_circular)
    write(out, obj, style, 0)
    return out.finish()


def _dumps_default(
    obj: T,
    *,
    default: Callable[[object], object],
    skipkeys: bool = False,
    ensure_ascii: bool = True,
    check_circular: bool = True,
    allow_nan: bool = True,
    indent: int | str | None = None,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,
) -> str:
    """`dumps(obj, default=f)`."""
    item, key = separators_of(indent, separators)
    out = StrBuilder()
    style = StyleWithDefault(margin_of(indent), item, key, ensure_ascii, allow_nan, sort_keys, skipkeys, check_circular)
    style.default = default
    write(out, obj, style, 0)
    return out.finish()


def dump(
    obj: T,
    fp: F,
    *,
    skipkeys: bool = False,
    ensure_ascii: bool = True,
    check_circular: bool = True,
    allow_nan: bool = True,
    indent: int | str | None = None,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,
) -> None:
    fp.write(dumps(obj, skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                   allow_nan=allow_nan, indent=indent, separators=separators, sort_keys=sort_keys))


def _dump_default(
    obj: T,
    fp: F,
    *,
    default: Callable[[object], object],
    skipkeys: bool = False,
    ensure_ascii: bool = True,
    check_circular: bool = True,
    allow_nan: bool = True,
    indent: int | str | None = None,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,
) -> None:
    """`dump(obj, fp, default=f)`."""
    fp.write(_dumps_default(obj, default=default, skipkeys=skipkeys, ensure_ascii=ensure_ascii,
                            check_circular=check_circular, allow_nan=allow_nan, indent=indent, separators=separators,
                            sort_keys=sort_keys))


def load(fp: F) -> Json:
    return loads(fp.read())
