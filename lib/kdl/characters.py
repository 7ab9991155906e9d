"""The classes of characters in KDL 2.0 (section "Full Grammar"): white space, newlines, what names are made of."""

from typing import Final

SPACE: Final = 1
NEWLINE: Final = 2
BANNED: Final = 4                       # may not stand in a document as it is
NAME: Final = 8                         # may stand in a name without quotes
DIGIT: Final = 16

# What a byte begins (table BEGINS); from HASH on an argument or a property
LOOK: Final = 0                         # that is to be seen
END: Final = 1                          # nothing: the node is at its end
HASH: Final = 2                         # a raw string or a keyword
DIGITS: Final = 3
PARENTHESIS: Final = 4                  # a type
SIGN: Final = 5                         # a number, or a name; from here on a string, if it is no number
LETTER: Final = 6                       # a name, if it is no keyword
PLAIN: Final = 7                        # a name
QUOTE: Final = 8


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


def _upper(byte: int) -> bool:
    """Whether a byte from 128 on belongs to a character of names: all do but some that begin with these."""
    return byte >= 128 and byte not in b"\xc2\xe1\xe2\xe3\xef"


def _line_without(others: bytes) -> bytes:
    """1 for the bytes that may stand in the middle of a line, but for some."""
    plain = [byte for byte in range(256) if _upper(byte) or byte == 9 or 0x20 <= byte < 0x7F]
    return bytes([1 if byte in plain and byte not in others else 0 for byte in range(256)])


def _begins(byte: int) -> int:
    """What a part of a node may be that begins with a byte."""
    if byte in b"0123456789":
        return DIGITS
    if byte in b"+-.":
        return SIGN
    if byte in b"tfni":
        return LETTER
    if byte in b'"#(':
        return QUOTE if byte == 0x22 else HASH if byte == 0x23 else PARENTHESIS
    if byte in b"\0\n;}":
        return END
    return PLAIN if _upper(byte) or byte < 128 and ASCII[byte] & NAME != 0 else LOOK


ASCII: Final = _ascii()
# Tables of bytes that may stand in something as they are, and need no look at the character.
IN_LINE: Final = _line_without(b"")
IN_QUOTES: Final = _line_without(b'"\\')
IN_COMMENT: Final = _line_without(b"*/")
IN_NAME: Final = bytes([1 if _upper(byte) or byte < 128 and ASCII[byte] & NAME != 0 else 0 for byte in range(256)])
IN_SPACE: Final = bytes([1 if byte in b"\t /\\\xc2\xe1\xe2\xe3" else 0 for byte in range(256)])     # may begin some
BEGINS: Final = bytes([_begins(byte) for byte in range(256)])


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
    size = len(text)
    if size == 4:
        return text == "true" or text == "null" or text == "-inf"
    return size == 3 and (text == "inf" or text == "nan") or size == 5 and text == "false"


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
