"""`json`: `loads` and `dumps`, and `load` and `dump` of what is like a file.

RFC 8259, with CPython's messages and CPython's `NaN`, `Infinity`.

`loads` gives a `Json`: a program that names the type writes the same union; with hooks it is in json_hooks.py. `dumps`
takes any type that is made of what JSON has, and is compiled for it. Numbers without point and exponent are ints, of
64 bits.
"""

from typing import Callable, Final, Hashable, TypeAlias, TypeVar

from lib.core.text import StrBuilder
from lib.json_scan import JSONDecodeError as JSONDecodeError
from lib.json_scan import NO_NUMBER, REAL, Scanner

T = TypeVar("T")
K = TypeVar("K")
F = TypeVar("F")                        # an object with `write`, or with `read`
Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

HEX = "0123456789abcdef"
DEEP: Final = 100                       # levels, from which on containers inside of themselves are looked for


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
    scanner = Scanner(text_of(s))
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


# Writing

class Style:
    """How to write."""

    def __init__(
        self, indent: str | None, item: str, key: str, ascii_only: bool, nan: bool, sort: bool, skip: bool,
        circular: bool,
    ) -> None:
        self.indent: str | None = indent
        self.item = item
        self.key = key
        self.ascii_only = ascii_only
        self.nan = nan
        self.sort = sort
        self.skip = skip
        self.circular = circular
        self.above: list[int] = []      # the containers from level DEEP on that are being written

    def write_unknown(self, out: StrBuilder, x: T, level: int) -> None:
        """Write what JSON has not."""
        raise TypeError(f"Object of type {type(x).__name__} is not JSON serializable")

    def enter(self, container: int, level: int) -> None:
        """A container begins at a level: ValueError where it is inside of itself."""
        if self.circular:
            del self.above[level - DEEP:]
            if container in self.above:
                raise ValueError("Circular reference detected")
            self.above.append(container)


class StyleWithDefault(Style):
    """How to write, where a function makes something known of what JSON has not."""

    default: Callable[[object], object]

    def write_unknown(self, out: StrBuilder, x: T, level: int) -> None:
        _write(out, self.default(x), self, level)


def _margin(indent: int | str | None) -> str | None:
    if isinstance(indent, int):
        return " " * indent
    return indent


def _separators(indent: int | str | None, separators: tuple[str, str] | None) -> tuple[str, str]:
    """What goes behind an item, and behind a key."""
    if separators is not None:
        return separators
    return (", " if indent is None else ",", ": ")


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
    item, key = _separators(indent, separators)
    out = StrBuilder()
    _write(out, obj, Style(_margin(indent), item, key, ensure_ascii, allow_nan, sort_keys, skipkeys, check_circular), 0)
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
    item, key = _separators(indent, separators)
    out = StrBuilder()
    style = StyleWithDefault(_margin(indent), item, key, ensure_ascii, allow_nan, sort_keys, skipkeys, check_circular)
    style.default = default
    _write(out, obj, style, 0)
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


def _write(out: StrBuilder, x: T, style: Style, level: int) -> None:
    if x is None:
        out.append("null")
    elif isinstance(x, str):
        _quote(out, x, style.ascii_only)
    elif isinstance(x, bool):
        out.append("true" if x else "false")
    elif isinstance(x, int):
        out.append(str(x))
    elif isinstance(x, float):
        out.append(_float(x, style.nan))
    elif isinstance(x, dict):
        _write_dict(out, x, style, level)
    elif isinstance(x, list):
        _write_list(out, x, style, level)
    elif isinstance(x, tuple):
        _open(out, "[", len(x), style, level)
        place = 0
        for part in x:
            _between(out, place, style, level)
            _write(out, part, style, level + 1)
            place += 1
        _close(out, "]", len(x), style, level)
    else:
        style.write_unknown(out, x, level)


def _write_list(out: StrBuilder, x: list[T], style: Style, level: int) -> None:
    if level >= DEEP:
        style.enter(id(x), level)
    _open(out, "[", len(x), style, level)
    for i, one in enumerate(x):
        _between(out, i, style, level)
        _write(out, one, style, level + 1)
    _close(out, "]", len(x), style, level)


def _write_dict(out: StrBuilder, x: dict[K, T], style: Style, level: int) -> None:
    if level >= DEEP:
        style.enter(id(x), level)
    _open(out, "{", len(x), style, level)
    keys = list(x)
    if style.sort:
        keys = _ordered(keys)
    place = 0
    for key in keys:
        text = _key(key, style.nan)
        if text is None:
            if style.skip:
                continue
            raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")
        _between(out, place, style, level)
        place += 1
        _quote(out, text, style.ascii_only)
        out.append(style.key)
        _write(out, x[key], style, level + 1)
    _close(out, "}", len(x), style, level)


def _ordered(keys: list[K]) -> list[K]:
    """The keys of a type that has an order, sorted. Of other types: `_ordered_any`."""
    return sorted(keys)


def _ordered_any(keys: list[K]) -> list[K]:
    """Keys that may be of several types, sorted where they are all text or all numbers."""
    texts: dict[str, K] = {}
    whole: dict[int, K] = {}
    broken: dict[float, K] = {}
    before = ""
    for key in keys:
        if isinstance(key, str):
            texts[key] = key
            kind = "str"
        elif isinstance(key, (int, bool)):
            whole[int(key)] = key
            broken[float(key)] = key
            kind = "int"
        elif isinstance(key, float):
            broken[key] = key
            kind = "float"
        else:
            kind = type(key).__name__
        if before and (before == "str") != (kind == "str") or len(keys) > 1 and kind not in ("str", "int", "float"):
            raise TypeError(f"'<' not supported between instances of '{kind}' and '{before or kind}'")
        before = kind
    if before == "str":
        return [texts[text] for text in sorted(texts)]
    if len(whole) == len(keys):
        return [whole[number] for number in sorted(whole)]
    return [broken[number] for number in sorted(broken)] if len(broken) == len(keys) else keys


def _key(x: K, nan: bool) -> str | None:
    """A key as text; None for what is no key."""
    if isinstance(x, str):
        return x
    if x is None:
        return "null"
    if isinstance(x, bool):
        return "true" if x else "false"
    if isinstance(x, int):
        return str(x)
    if isinstance(x, float):
        return _float(x, nan)
    return None


def _float(x: float, nan: bool) -> str:
    if x - x == 0.0:
        return repr(x)
    if not nan:
        raise ValueError("Out of range float values are not JSON compliant")
    if x != x:
        return "NaN"
    return "Infinity" if x > 0.0 else "-Infinity"


def _open(out: StrBuilder, bracket: str, count: int, style: Style, level: int) -> None:
    out.append(bracket)
    if count > 0:
        _new_line(out, style, level + 1)


def _between(out: StrBuilder, place: int, style: Style, level: int) -> None:
    if place > 0:
        out.append(style.item)
        _new_line(out, style, level + 1)


def _close(out: StrBuilder, bracket: str, count: int, style: Style, level: int) -> None:
    if count > 0:
        _new_line(out, style, level)
    out.append(bracket)


def _new_line(out: StrBuilder, style: Style, level: int) -> None:
    margin = style.indent
    if margin is not None:
        out.append("\n")
        out.append(margin * level)


def _quote(out: StrBuilder, text: str, ascii_only: bool) -> None:
    out.append('"')
    for c in text:
        plain = c >= " " and c != '"' and c != "\\" and (c <= "~" or not ascii_only)
        out.append(c if plain else _escaped(c))
    out.append('"')


def _escaped(c: str) -> str:
    place = '"\\\n\r\t\f\b'.find(c)
    if place >= 0:
        return "\\" + '"\\nrtfb'[place]
    code = ord(c)
    if code > 0xFFFF:
        code -= 0x10000
        return _unit(0xD800 + (code >> 10)) + _unit(0xDC00 + (code & 0x3FF))
    return _unit(code)


def _unit(code: int) -> str:
    """`\\uXXXX`."""
    return "\\u" + HEX[code >> 12] + HEX[code >> 8 & 15] + HEX[code >> 4 & 15] + HEX[code & 15]
