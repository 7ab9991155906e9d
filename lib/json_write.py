"""How `json` writes: any type that is made of what JSON has, compiled for it."""

from typing import Callable, Final, TypeVar

from lib.core.text import StrBuilder

T = TypeVar("T")
K = TypeVar("K")
HEX = "0123456789abcdef"
DEEP: Final = 100                       # levels, from which on containers inside of themselves are looked for


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
        write(out, self.default(x), self, level)


def margin_of(indent: int | str | None) -> str | None:
    if isinstance(indent, int):
        return " " * indent
    return indent


def separators_of(indent: int | str | None, separators: tuple[str, str] | None) -> tuple[str, str]:
    """What goes behind an item, and behind a key."""
    if separators is not None:
        return separators
    return (", " if indent is None else ",", ": ")


def write(out: StrBuilder, x: T, style: Style, level: int) -> None:
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
            write(out, part, style, level + 1)
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
        write(out, one, style, level + 1)
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
        write(out, x[key], style, level + 1)
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
    """The escape of a character: a backslash, `u` and four digits."""
    return "\\u" + HEX[code >> 12] + HEX[code >> 8 & 15] + HEX[code >> 4 & 15] + HEX[code & 15]
