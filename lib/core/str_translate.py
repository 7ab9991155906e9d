"""`str.translate` and `str.maketrans`: tables from code points to code points, texts, or None for what is left out."""

from lib.core.strmem import code_at, data, nbytes, width_at
from lib.core.text import StrBuilder
from rumpk import unchecked


@unchecked
def translated(s: str, table: dict[int, int | str | None]) -> str:
    """`s.translate(table)`."""
    out = StrBuilder()
    place, at = data(s), 0
    while at < nbytes(s):
        code, width = code_at(place, at), width_at(place, at)
        if code not in table:
            out.append_bytes(place + at, width, 1)
        else:
            entry = table[code]
            if isinstance(entry, str):
                out.append(entry)
            elif entry is not None:
                if entry < 0 or entry > 0x10FFFF:
                    raise ValueError("character mapping must be in range(0x110000)")
                out.append(chr(entry))
        at += width
    return out.finish()


def table_of_two(old: str, new: str) -> dict[int, int]:
    """`str.maketrans(old, new)`."""
    if len(old) != len(new):
        raise ValueError("the first two maketrans arguments must have equal length")
    return {ord(a): ord(b) for a, b in zip(old, new)}


def table_of_three(old: str, new: str, gone: str) -> dict[int, int | None]:
    """`str.maketrans(old, new, gone)`."""
    out: dict[int, int | None] = {}
    for code, other in table_of_two(old, new).items():
        out[code] = other
    for c in gone:
        out[ord(c)] = None
    return out


def key_code(key: str) -> int:
    """A key of the dict that `str.maketrans` takes."""
    if len(key) != 1:
        raise ValueError("string keys in translate table must be of length 1")
    return ord(key)
