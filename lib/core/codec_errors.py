"""What the error handlers of codecs do: `errors` of `encode` and `decode`.

    surrogateescape     a byte that is no text stands in a str as U+DC00 and the byte (PEP 383), and comes back as it
    surrogatepass       halves of surrogate pairs are written and read as if they were characters
"""

from typing import Final, Never

from lib.core.strmem import data, new_str, note_half_pair, put_code
from lib.core.text import StrBuilder, append_hex_escape
from rumpk import Ptr, cold, noinline, prim, u8, unchecked

ESCAPED: Final = 0xDC00


@noinline
@cold
def unknown_handler(name: str) -> Never:
    if name == "namereplace":
        raise NotImplementedError("the error handler 'namereplace' is not compiled")
    raise LookupError(f"unknown error handler name '{name}'")


def is_half(code: int) -> bool:
    return 0xD800 <= code <= 0xDFFF


def replace_char(out: StrBuilder, code: int, errors: str) -> bool:
    """Write what stands for a character that the encoding has not; False where that is an error."""
    if errors == "replace":
        out.append_ascii(63)
    elif errors == "backslashreplace":
        append_hex_escape(out, code)
    elif errors == "xmlcharrefreplace":
        out.append(f"&#{code};")
    elif errors == "strict" or errors == "surrogateescape" or errors == "surrogatepass":
        return False
    elif errors != "ignore":
        unknown_handler(errors)
    return True


def escaped_byte(code: int, errors: str) -> int:
    """The byte that the character stands for, in a text that was read with "surrogateescape"; -1 for none."""
    return code - ESCAPED if errors == "surrogateescape" and 0xDC80 <= code <= 0xDCFF else -1


@unchecked
def replace_bytes(out: StrBuilder, place: Ptr[u8], at: int, size: int, errors: str, half: int, width: int) -> int:
    """Write what stands for the `size` wrong bytes at `at`; how many are done, 0 where that is an error. `half`: the
    half of a surrogate pair that `width` bytes there are, -1 for none."""
    if errors == "replace":
        out.append("\ufffd")
    elif errors == "backslashreplace":
        for i in range(size):
            append_hex_escape(out, prim.zext(int, place[at + i]))
    elif errors == "surrogateescape":
        return _escape(out, place, at, size)
    elif errors == "surrogatepass" and half >= 0:
        note_half_pair()
        append_code(out, half)
        return width
    elif errors == "strict" or errors == "surrogatepass":
        return 0
    elif errors == "xmlcharrefreplace" or errors == "namereplace":
        raise TypeError("don't know how to handle UnicodeDecodeError in error callback")
    elif errors != "ignore":
        unknown_handler(errors)
    return size


@unchecked
def _escape(out: StrBuilder, place: Ptr[u8], at: int, size: int) -> int:
    done = 0
    while done < size and place[at + done] >= 128:      # ASCII is never escaped
        append_code(out, ESCAPED + prim.zext(int, place[at + done]))
        done += 1
    if done > 0:
        note_half_pair()
    return done


@unchecked
def append_code(out: StrBuilder, code: int) -> None:
    """Append one character."""
    size = 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
    char = new_str(size, 1)
    put_code(data(char), 0, code)
    out.append(char)
