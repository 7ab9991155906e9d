"""repr of text and bytes: quotes and escapes as CPython chooses them."""

from lib.core.strmem import code_at, data, nbytes, width_at
from lib.core.text import StrBuilder, append_hex_escape
from lib.core.unicode import is_printable
from rumpk import Ptr, prim, u8, unchecked


@unchecked
def quote_for(place: Ptr[u8], count: int) -> int:
    """The quote that needs no escapes: ' unless there is one inside and no double one."""
    single, double = False, False
    for i in range(count):
        single = single or place[i] == 39
        double = double or place[i] == 34
    return 34 if single and not double else 39


@unchecked
def repr_str(s: str) -> str:
    """`repr(s)`."""
    out = StrBuilder()
    place, count, at = data(s), nbytes(s), 0
    quote = quote_for(place, count)
    out.append_ascii(quote)
    while at < count:
        code, width = code_at(place, at), width_at(place, at)
        if not plain_escape(out, code, quote):
            if is_printable(code):
                out.append_bytes(place + at, width, 1)
            else:
                append_hex_escape(out, code)
        at += width
    out.append_ascii(quote)
    return out.finish()


def plain_escape(out: StrBuilder, code: int, quote: int) -> bool:
    """Add the short escape of a quote, a backslash, a tab or a line end; False for everything else."""
    if code == quote or code == 92:
        out.append_ascii(92)
        out.append_ascii(code)
    elif code == 10:
        out.append("\\n")
    elif code == 13:
        out.append("\\r")
    elif code == 9:
        out.append("\\t")
    else:
        return False
    return True


@unchecked
def repr_bytes(place: Ptr[u8], count: int, array: bool = False) -> str:
    """`repr` of bytes; within a bytearray's CPython escapes every ', whatever the quotes are."""
    out = StrBuilder()
    quote = quote_for(place, count)
    out.append_ascii(98)
    out.append_ascii(quote)
    for i in range(count):
        byte = prim.zext(int, place[i])
        if not plain_escape(out, byte, 39 if array and byte == 39 else quote):
            if 32 <= byte < 127:
                out.append_ascii(byte)
            else:
                append_hex_escape(out, byte)
    out.append_ascii(quote)
    return out.finish()
