"""Case, tabs and tables of bytes: what `bytes` and `bytearray` do with ASCII letters, byte by byte."""

from lib.core.bytes_ops import is_letter
from lib.core.bytesmem import bytes_of, new_bytes, payload
from rumpk import prim, u8, unchecked


@unchecked
def is_capital(byte: u8) -> bool:
    """An upper-case ASCII letter."""
    return 65 <= byte and byte <= 90


@unchecked
def with_case(b: bytes, first: bool, title: bool) -> bytes:
    """`b.capitalize()` (`first`: the first byte) and `b.title()` (`title`: each letter behind none)."""
    out = bytes_of(payload(b), len(b))
    place, inside = payload(out), False
    for i in range(len(b)):
        byte = place[i]
        if is_letter(byte):
            upper = (i == 0) if first else not inside
            place[i] = byte & 0xDF if upper else byte | 0x20
        inside = title and is_letter(byte)
    return out


@unchecked
def swapped_bytes(b: bytes) -> bytes:
    """`b.swapcase()`."""
    out = bytes_of(payload(b), len(b))
    place = payload(out)
    for i in range(len(b)):
        if is_letter(place[i]):
            place[i] = place[i] ^ 0x20
    return out


@unchecked
def is_title_bytes(b: bytes) -> bool:
    """`b.istitle()`: capitals exactly at the begin of each word, and at least one word."""
    place, some, inside = payload(b), False, False
    for i in range(len(b)):
        byte = place[i]
        if is_letter(byte):
            if is_capital(byte) == inside:
                return False
            inside, some = True, True
        else:
            inside = False
    return some


@unchecked
def expanded_bytes(b: bytes, tabsize: int) -> bytes:
    """`b.expandtabs(tabsize)`: columns begin anew behind a line end."""
    out = bytearray()
    place, column = payload(b), 0
    for i in range(len(b)):
        byte = place[i]
        if byte == 9:
            if tabsize > 0:
                spaces = tabsize - column % tabsize
                column += spaces
                for _ in range(spaces):
                    out.append(32)
            continue
        column = 0 if byte == 10 or byte == 13 else column + 1
        out.append(prim.zext(int, byte))
    return bytes(out)


@unchecked
def translated_bytes(b: bytes, table: bytes | None, delete: bytes) -> bytes:
    """`b.translate(table, delete)`: without the bytes in `delete`, the others through the table of 256."""
    if table is not None and len(table) != 256:
        raise ValueError("translation table must be 256 characters long")
    out = bytearray()
    place = payload(b)
    for i in range(len(b)):
        byte = prim.zext(int, place[i])
        if not delete._has_byte(byte):
            out.append(byte if table is None else table[byte])
    return bytes(out)


@unchecked
def table_from(old: bytes, new: bytes) -> bytes:
    """`bytes.maketrans(old, new)`."""
    if len(old) != len(new):
        raise ValueError("maketrans arguments must have same length")
    out = new_bytes(256)
    place = payload(out)
    for i in range(256):
        place[i] = prim.trunc(u8, i)
    for i in range(len(old)):
        place[old[i]] = payload(new)[i]
    return out
