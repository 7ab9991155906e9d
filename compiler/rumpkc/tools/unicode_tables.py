"""Writes lib/core/unicode_tables.py from the Unicode data of the running CPython (3.11: Unicode 14).

    python -m rumpkc.tools.unicode_tables > lib/core/unicode_tables.py

The packing is described where it is read: lib/core/unicode.py.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterable

END = 0x110000
PER_LINE = 28                           # bytes of a table on one source line


def number(value: int) -> bytes:
    """`value` in seven bits a byte, the lowest first; the eighth bit says that more follow."""
    out = bytearray()
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def runs(test: Callable[[str], bool]) -> bytes:
    """The lengths of the runs outside and inside a set, alternately; what lies behind the last run is outside."""
    out, start, inside = b"", 0, False
    for code in range(END):
        if test(chr(code)) != inside:
            out += number(code - start)
            start, inside = code, not inside
    return out + (number(END - start) if inside else b"")


def mapping(change: Callable[[str], str]) -> bytes:
    """One-to-one changes as rows: gap to the row before, count, step (1 or 2), change (its sign in the lowest bit)."""
    changed = [(c, change(chr(c))) for c in range(128, END)]
    pairs = [(c, ord(text) - c) for c, text in changed if len(text) == 1 and ord(text) != c]
    rows: list[list[int]] = []                      # start, count, step, change
    for code, delta in pairs:
        if rows and rows[-1][3] == delta:
            start, count, step, _ = rows[-1]
            gap = code - (start + (count - 1) * step)
            if count == 1 and gap in (1, 2) or gap == step:
                rows[-1][1:3] = [count + 1, gap]
                continue
        rows.append([code, 1, 1, delta])
    out, last = b"", 0
    for start, count, step, delta in rows:
        out += number(start - last) + number(count << 1 | step - 1) + number(abs(delta) << 1 | (delta < 0))
        last = start
    return out


def expansions(change: Callable[[str], str]) -> bytes:
    """One-to-many changes as rows: gap, count, code points."""
    out, last = b"", 0
    for code in range(128, END):
        text = change(chr(code))
        if len(text) > 1:
            out += number(code - last) + number(len(text)) + b"".join(number(ord(c)) for c in text)
            last = code
    return out


def fold_only(char: str) -> str:
    """The case-folded form where it is not simply the lower-case one."""
    return char.casefold() if char.casefold() != char.lower() else char


def title_only(char: str) -> str:
    """The title-case form where it is not simply the upper-case one."""
    return char.title() if char.title() != char.upper() else char


def is_ignorable(char: str) -> bool:
    """Case_Ignorable, found by what it does to a final sigma: the letter behind it does not end a word."""
    return ("A" + char + "\u03a3").lower()[-1] == "\u03c2" and not is_cased(char)


def is_cased(char: str) -> bool:
    return ("\u03a3" + char).lower()[0] == "\u03c3" and (char + "\u03a3").lower()[-1] == "\u03c2"


def is_combining(char: str) -> bool:
    """Whether a terminal shows it on the character before it: marks, formats, Hangul vowels and finals."""
    return "\u1160" <= char <= "\u11ff" or unicodedata.category(char) in ("Mn", "Me", "Cf") and char != "\u00ad"


def is_wide(char: str) -> bool:
    """Whether a terminal gives it two columns (UAX 11: wide and full width).

    What is not assigned is wide on the two planes of ideographs only; CPython 3.11 says "F" of it everywhere.
    """
    if unicodedata.category(char) == "Cn":
        return 0x20000 <= ord(char) <= 0x3FFFD
    return unicodedata.east_asian_width(char) in ("W", "F") and not is_combining(char)


TABLES = {
    "ALPHA": ("str.isalpha", lambda: runs(str.isalpha)),
    "DECIMAL": ("str.isdecimal", lambda: runs(str.isdecimal)),
    "DIGIT": ("str.isdigit", lambda: runs(str.isdigit)),
    "NUMERIC": ("str.isnumeric", lambda: runs(str.isnumeric)),
    "PRINTABLE": ("str.isprintable", lambda: runs(str.isprintable)),
    "UPPER": ("str.isupper of one character", lambda: runs(str.isupper)),
    "LOWER": ("str.islower of one character", lambda: runs(str.islower)),
    "TITLE": ("title case letters", lambda: runs(lambda c: unicodedata.category(c) == "Lt")),
    "CASED": ("the property Cased", lambda: runs(is_cased)),
    "IGNORABLE": ("the property Case_Ignorable", lambda: runs(is_ignorable)),
    "ID_START": ("first character of an identifier", lambda: runs(str.isidentifier)),
    "ID_CONTINUE": ("later character of an identifier", lambda: runs(lambda c: ("a" + c).isidentifier())),
    "TO_UPPER": ("one to one", lambda: mapping(str.upper)),
    "TO_LOWER": ("one to one", lambda: mapping(str.lower)),
    "TO_TITLE": ("where it is not the upper case", lambda: mapping(title_only)),
    "TO_FOLDED": ("where it is not the lower case", lambda: mapping(fold_only)),
    "UPPER_WORDS": ("one to many", lambda: expansions(str.upper)),
    "LOWER_WORDS": ("one to many", lambda: expansions(str.lower)),
    "TITLE_WORDS": ("one to many", lambda: expansions(str.title)),
    "FOLDED_WORDS": ("one to many", lambda: expansions(str.casefold)),
    "COMBINING": ("no column of a terminal", lambda: runs(is_combining)),
    "WIDE": ("two columns of a terminal", lambda: runs(is_wide)),
}


def lines(name: str, comment: str, data: bytes) -> Iterable[str]:
    """The assignment of one table."""
    yield f"\n# {comment}\n{name}: Final = ("
    for at in range(0, len(data), PER_LINE):
        yield '    b"' + "".join(f"\\x{byte:02x}" for byte in data[at:at + PER_LINE]) + '"'
    yield ")"


def main() -> None:
    """Print the module."""
    version = unicodedata.unidata_version
    print(f'"""Tables of Unicode {version}, packed. Written by rumpkc.tools.unicode_tables; do not edit.\n\n'
          'How they are read is in unicode.py.\n"""\n\nfrom typing import Final')
    for name, (comment, make) in TABLES.items():
        data = make()
        print(f"{name}: {len(data)} bytes", file=sys.stderr)
        print("\n".join(lines(name, comment, data)))


if __name__ == "__main__":
    main()
