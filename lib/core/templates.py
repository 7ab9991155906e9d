"""`text.format(…)` where only running tells the text: fields are found and bound as CPython 3.11 does it
(Objects/stringlib/unicode_format.h).

    show(which, how, spec)      the text of the argument `which` (positional ones first, then the named), converted:
                                how 0: not at all, 1: by `repr`, 2: by `str`, 3: by `ascii`
"""

from typing import Callable, Final

PLAIN: Final = 0
REPR: Final = 1
STR: Final = 2
ASCII: Final = 3
DEPTH: Final = 2                        # a format spec may hold fields, whose own specs may not
DIGITS: Final = 18                      # of a number that surely fits
UNNUMBERED: Final = 0
AUTOMATIC: Final = 1
MANUAL: Final = 2


class Fields:
    """One call's arguments, and how its fields are numbered."""

    def __init__(self, count: int, names: list[str], show: Callable[[int, int, str], str]) -> None:
        self.count = count
        self.names = names
        self.show = show
        self.numbering = UNNUMBERED
        self.next = 0

    def text(self, number: int, name: str, how: int, spec: str) -> str:
        """The text of the argument that `which` has found."""
        return self.show(number, how, spec)

    def ask(self, name: str) -> None:
        """KeyError where nothing has the name: before anything is wrong with the conversion."""

    def which(self, name: str) -> int:
        """The argument that a field names."""
        number = number_of(name)
        if number < 0 and name != "":
            if name not in self.names:
                raise KeyError(name)
            return self.count + self.names.index(name)
        if self.numbering == UNNUMBERED:
            self.numbering = AUTOMATIC if name == "" else MANUAL
        if name == "":
            if self.numbering == MANUAL:
                raise ValueError("cannot switch from manual field specification to automatic field numbering")
            number = self.next
            self.next += 1
        elif self.numbering == AUTOMATIC:
            raise ValueError("cannot switch from automatic field numbering to manual field specification")
        if number >= self.count:
            raise IndexError(f"Replacement index {number} out of range for positional args tuple")
        return number


class Mapped(Fields):
    """The fields of `format_map`, or of `format(**values)`, by name."""

    def __init__(self, find: Callable[[str, int, str], str], numbers: bool) -> None:
        super().__init__(0, [], no_argument)
        self.find = find
        self.numbers = numbers          # of arguments, of which there are none

    def which(self, name: str) -> int:
        if number_of(name) >= 0 or name == "":
            if not self.numbers:
                raise ValueError("Format string contains positional fields")
            return super().which(name)
        return 0

    def ask(self, name: str) -> None:
        self.find(name, STR, "")

    def text(self, number: int, name: str, how: int, spec: str) -> str:
        return self.find(name, how, spec)


def no_argument(_which: int, _how: int, _spec: str) -> str:
    return ""


def format_text(template: str, count: int, names: list[str], show: Callable[[int, int, str], str]) -> str:
    """`template.format(…)`"""
    return written(template, DEPTH, Fields(count, names, show))


def format_mapped(template: str, find: Callable[[str, int, str], str], numbers: bool) -> str:
    """`template.format_map(…)`, and with `numbers` `template.format(**values)`."""
    return written(template, DEPTH, Mapped(find, numbers))


def number_of(name: str) -> int:
    """The number that a field is; -1 for a name."""
    if not name.isdecimal():
        return -1
    if len(name) > DIGITS:
        raise ValueError("Too many decimal digits in format string")
    return int(name)


def written(template: str, depth: int, fields: Fields) -> str:
    """The text of `template`, whose fields are those."""
    if depth <= 0:
        raise ValueError("Max string recursion exceeded")
    out: list[str] = []
    at, end = 0, len(template)
    while at < end:
        start = at
        while at < end and template[at] != "{" and template[at] != "}":
            at += 1
        out.append(template[start:at])
        if at == end:
            break
        brace = template[at]
        at += 1
        if at < end and template[at] == brace:
            out.append(brace)
            at += 1
        elif brace == "}":
            raise ValueError("Single '}' encountered in format string")
        elif at == end:
            raise ValueError("Single '{' encountered in format string")
        else:
            at = field(template, at, depth, fields, out)
    return "".join(out)


def field(template: str, at: int, depth: int, fields: Fields, out: list[str]) -> int:
    """Write the field that begins at `at`; where it ends."""
    start, end = at, len(template)
    at = end_of_name(template, at)
    name = template[start:at]
    mark = template[at] if at < end else ""
    at += 1
    if mark == "":
        raise ValueError("expected '}' before end of string")
    conversion = ""
    if mark == "!":
        if at >= end:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = template[at]
        at += 1
        if at < end:
            mark = template[at]
            at += 1
            if mark != "}" and mark != ":":
                raise ValueError("expected ':' after conversion specifier")
    spec = ""
    if mark != "}":
        start = at
        at = end_of_spec(template, at)
        spec = template[start:at]
        at += 1
    head = plain_name(name)
    number = fields.which(head)
    if conversion not in ("", "r", "s", "a"):
        fields.ask(head)
    how = how_of(conversion)
    if "{" in spec:
        spec = written(spec, depth - 1, fields)
    out.append(fields.text(number, head, how, spec))
    return at


def end_of_name(template: str, at: int) -> int:
    """Where a field's name ends: at `}`, `:`, `!` or behind the text."""
    end = len(template)
    while at < end:
        c = template[at]
        if c == "{":
            raise ValueError("unexpected '{' in field name")
        if c == "}" or c == ":" or c == "!":
            return at
        at += 1
        if c == "[":
            while at < end and template[at] != "]":
                at += 1
    return at


def end_of_spec(template: str, at: int) -> int:
    """Where the `}` behind a format spec stands."""
    open_ = 1
    while at < len(template):
        c = template[at]
        if c == "{":
            open_ += 1
        elif c == "}":
            open_ -= 1
            if open_ == 0:
                return at
        at += 1
    raise ValueError("unmatched '{' in format spec")


def plain_name(name: str) -> str:
    """The name, which asks for no part of its value."""
    if "." in name or "[" in name:
        raise NotImplementedError(f"a format text that is not a literal asks for a part of a value: {{{name}}}")
    return name


def how_of(conversion: str) -> int:
    """What `!conversion` does; without one, the value itself is formatted."""
    if conversion == "":
        return PLAIN
    if conversion == "r":
        return REPR
    if conversion == "s":
        return STR
    if conversion == "a":
        return ASCII
    if 32 < ord(conversion) < 127:
        raise ValueError(f"Unknown conversion specifier {conversion}")
    raise ValueError(f"Unknown conversion specifier \\x{ord(conversion):x}")
