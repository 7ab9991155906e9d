"""`text % values` where only running tells the text: its fields are found and bound as CPython 3.11 does it
(Objects/unicodeobject.c, unicode_format_arg_parse and what is around it).

    show(which, kind, flags, width, precision)      the text of a value as `%…kind` shows it
    size(which)                                     the value for a `*`
    find(name, kind, flags, width, precision)       what `show` gives, of what a mapping has for a name
    size_of(name)                                   what `size` gives, of that
"""

from typing import Callable, Final, Never

from lib.core.percent import (
    ALTERNATE,
    BLANK,
    LEFT,
    PLUS,
    ZERO,
    at_least_zero,
    percent_char,
    percent_char_of,
    percent_cut,
    percent_float,
    percent_int,
)

KINDS: Final = "diuoxXeEfFgGcsra"
DIGITS: Final = 18                      # of a width that surely fits
ANY_CODE: Final = 0x110000
ASK: Final = 0                          # the kind with which `find` only asks whether there is such a name


class Fields:
    """One format text, and which value its next field takes: behind a name, what a mapping has for that."""

    def __init__(self, template: str, count: int, show: Callable[[int, int, int, int, int], str],
                 size: Callable[[int], int], find: Callable[[str, int, int, int, int], str],
                 size_of: Callable[[str], int], mapping: bool) -> None:
        self.template = template
        self.count = count
        self.show = show
        self.size = size
        self.find = find
        self.size_of = size_of
        self.mapping = mapping
        self.named = False
        self.key = ""
        self.next = 0
        self.at = 0

    def take(self) -> int:
        """The next value."""
        if self.next >= self.count:
            raise TypeError("not enough arguments for format string")
        self.next += 1
        return self.next - 1

    def star(self) -> int:
        """The next value, as a width or precision."""
        which = self.take()
        return self.size_of(self.key) if self.named else self.size(which)

    def more(self) -> str:
        """The next character of a field."""
        if self.at >= len(self.template):
            raise ValueError("incomplete format")
        self.at += 1
        return self.template[self.at - 1]

    def name(self) -> None:
        """The name in parentheses, of which the first has been read."""
        if not self.mapping:
            self.find("", ASK, 0, 0, -1)        # which says so
        start, depth = self.at, 1
        while depth > 0:
            if self.at >= len(self.template):
                raise ValueError("incomplete format key")
            c = self.template[self.at]
            self.at += 1
            depth += 1 if c == "(" else -1 if c == ")" else 0
        self.named, self.key, self.next = True, self.template[start:self.at - 1], 0
        self.find(self.key, ASK, 0, 0, -1)

    def number(self, first: str, what: str) -> tuple[int, str]:
        """A width or precision that begins with a digit, and the character behind it."""
        digits, c = "", first
        while "0" <= c <= "9":
            digits += c
            c = self.more()
        if len(digits.lstrip("0")) > DIGITS:
            raise ValueError(f"{what} too big")
        return int("0" + digits), c

    def field(self) -> str:
        """The text of the field behind a `%`."""
        c, flags, width, precision = self.more(), 0, 0, -1
        if c == "%":
            return c
        if c == "(":
            self.name()
            c = self.more()
        while (flag := flag_of(c)) != 0:
            flags, c = flags | flag, self.more()
        if c == "*":
            width, c = self.star(), self.more()
        elif "0" <= c <= "9":
            width, c = self.number(c, "width")
        if c == ".":
            c, precision = self.more(), 0
            if c == "*":
                precision, c = at_least_zero(self.star()), self.more()
            elif "0" <= c <= "9":
                precision, c = self.number(c, "precision")
        if c == "h" or c == "l" or c == "L":
            c = self.more()
        which = self.take()
        if c not in KINDS:
            shown = c if "\x1f" <= c <= "~" else "?"
            raise ValueError(f"unsupported format character '{shown}' (0x{ord(c):x}) at index {self.at - 1}")
        if self.named:
            return self.find(self.key, ord(c), flags, width, precision)
        return self.show(which, ord(c), flags, width, precision)


def flag_of(c: str) -> int:
    """The flag that a character is; 0 for another one."""
    if c == "-":
        return LEFT
    if c == "+":
        return PLUS
    if c == " ":
        return BLANK
    if c == "#":
        return ALTERNATE
    return ZERO if c == "0" else 0


def written(template: str, count: int, show: Callable[[int, int, int, int, int], str],
            size: Callable[[int], int], find: Callable[[str, int, int, int, int], str], size_of: Callable[[str], int],
            mapping: bool) -> str:
    """`template % values`"""
    fields = Fields(template, count, show, size, find, size_of, mapping)
    out: list[str] = []
    while True:
        end = template.find("%", fields.at)
        if end < 0:
            break
        out.append(template[fields.at:end])
        fields.at = end + 1
        out.append(fields.field())
    out.append(template[fields.at:])
    if fields.next < count and not mapping:
        raise TypeError("not all arguments converted during string formatting")
    return "".join(out)


def no_item(words: str) -> Never:
    """A name, and values that have none."""
    raise TypeError(words)


def wrong(kind: int, shown: str) -> str:
    """The TypeError of a value of the class `shown`."""
    c = chr(kind)
    if c in "diu":
        raise TypeError(f"%{c} format: a real number is required, not {shown}")
    if c in "oxX":
        raise TypeError(f"%{c} format: an integer is required, not {shown}")
    if c == "c":
        raise TypeError("%c requires int or char")
    raise TypeError(f"must be real number, not {shown}")


def no_size() -> int:
    """A `*` whose value is no int."""
    raise TypeError("* wants int")


def late_int(x: int, kind: int, flags: int, width: int, precision: int) -> str:
    """An int, as a kind of number or character."""
    c = chr(kind)
    if c == "c":
        return percent_char(x, flags, width, ANY_CODE)
    if c in "diuoxX":
        return percent_int(x, 100 if c in "iu" else kind, flags, width, precision)
    return percent_float(float(x), kind, flags, width, precision)


def late_float(x: float, kind: int, flags: int, width: int, precision: int) -> str:
    """A float, as a kind of number."""
    c = chr(kind)
    if c in "diu":
        return percent_cut(x, 100, flags, width, precision)
    return wrong(kind, "float") if c in "oxXc" else percent_float(x, kind, flags, width, precision)


def late_str(x: str, kind: int, flags: int, width: int, shown: str) -> str:
    """A text of the class `shown`, as a character."""
    return percent_char_of(x, flags, width, ANY_CODE) if kind == 99 else wrong(kind, shown)


def late_object(x: object, kind: int, flags: int, width: int, precision: int) -> str:
    """A value of which only running tells what it is."""
    if isinstance(x, int):
        return late_int(int(x), kind, flags, width, precision)
    if isinstance(x, float):
        return late_float(x, kind, flags, width, precision)
    if isinstance(x, str):
        return late_str(x, kind, flags, width, type(x).__name__)
    return wrong(kind, type(x).__name__)


def size_of_object(x: object) -> int:
    """The value for a `*`, of which only running tells what it is."""
    return int(x) if isinstance(x, int) else no_size()
