"""`sep.join(parts)`."""

from lib.core.strmem import copy, data, nbytes, nchars, new_str
from rumpk import unchecked


@unchecked
def join_list(sep: str, parts: list[str]) -> str:
    """The parts in one str of exactly their size."""
    total, chars, number = 0, 0, 0
    for part in parts:
        total += nbytes(part)
        chars += nchars(part)
        number += 1
    if number == 0:
        return ""
    if number == 1:
        return parts[0]
    gap = nbytes(sep)
    out = new_str(total + gap * (number - 1), chars + nchars(sep) * (number - 1))
    place, at = data(out), 0
    first = True
    for part in parts:
        if not first and gap > 0:
            copy(place + at, data(sep), gap)
            at += gap
        first = False
        copy(place + at, data(part), nbytes(part))
        at += nbytes(part)
    return out
