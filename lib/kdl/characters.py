"""The classes of characters in KDL 2.0 (section "Full Grammar"): white space, newlines, what names are made of."""

from typing import Final

SPACE: Final = 1
NEWLINE: Final = 2
BANNED: Final = 4                       # may not stand in a document as it is
NAME: Final = 8                         # may stand in a name without quotes
DIGIT: Final = 16


def _ascii() -> bytes:
    """The classes of the characters below 128, one byte each."""
    table = bytearray([NAME] * 128)
    for code in range(0x20):
        table[code] = BANNED
    table[0x7F] = BANNED
    for code in (0x0A, 0x0B, 0x0C, 0x0D):
        table[code] = NEWLINE
    for code in (0x09, 0x20):
        table[code] = SPACE
    for code in b'\\/(){};[]"#=':
        table[code] = 0
    for code in range(0x30, 0x3A):
        table[code] = NAME | DIGIT
    return bytes(table)


def _quoted() -> bytes:
    """1 for the bytes that stand for themselves in a string in quotes, and in the middle of a line."""
    table = bytearray(256)
    for code in range(128):
        table[code] = 1 if code == 9 or code >= 0x20 and code != 0x22 and code != 0x5C and code != 0x7F else 0
    return bytes(table)


def _plain() -> bytes:
    """1 for the bytes that names are made of and that are ASCII: neither the end, nor a character to be looked at."""
    return bytes([1 if code < 128 and ASCII[code] & NAME != 0 else 0 for code in range(256)])


def _suspect() -> bytes:
    """1 for the bytes that a keyword or a number may begin with."""
    return bytes([1 if code in b"+-.0123456789tfni" else 0 for code in range(256)])


ASCII: Final = _ascii()
IN_QUOTES: Final = _quoted()
IN_NAME: Final = _plain()
SUSPECT: Final = _suspect()


def classes(code: int) -> int:
    """The classes of any character."""
    if code < 128:
        return ASCII[code]
    if code == 0x85 or code == 0x2028 or code == 0x2029:
        return NEWLINE
    if (code == 0xA0 or code == 0x1680 or 0x2000 <= code <= 0x200A or code == 0x202F or code == 0x205F
            or code == 0x3000):
        return SPACE
    if (0x200E <= code <= 0x200F or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069 or code == 0xFEFF
            or 0xD800 <= code <= 0xDFFF):
        return BANNED
    return NAME


def is_keyword(text: str) -> bool:
    """Whether a name without quotes would be taken for a value, and is therefore no name."""
    return text in ("true", "false", "null", "inf", "-inf", "nan")


def looks_like_number(text: str) -> bool:
    """Whether a text begins as a number does: digits, after a sign, a dot, or both."""
    at = 1 if text[:1] in ("+", "-") else 0
    if text[at : at + 1] == ".":
        at += 1
    return "0" <= text[at : at + 1] <= "9"


def is_plain(text: str) -> bool:
    """Whether a text can stand without quotes."""
    if text == "" or is_keyword(text) or looks_like_number(text):
        return False
    for char in text:
        if classes(ord(char)) & NAME == 0:
            return False
    return True
