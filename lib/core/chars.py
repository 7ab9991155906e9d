"""One str for each ASCII character, made when it is first asked for: walking over a text makes no new ones."""

from lib.core.strmem import data, new_str
from rumpk import Array, Ptr, inline, noinline, prim, u8, unchecked

_chars: Array[str | None, 128] = Array[str | None, 128]()


@inline
@unchecked
def ascii_char(code: int) -> str:
    """The str of one ASCII character."""
    known = Ptr[str | None](_chars)[code]
    return _made(code) if known is None else known


@noinline
@unchecked
def _made(code: int) -> str:
    s = new_str(1, 1)
    data(s)[0] = prim.trunc(u8, code)
    Ptr[str | None](_chars)[code] = s
    return s
