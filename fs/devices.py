"""/dev: the console, nothing, zeros, and bytes that nobody can guess.

`random` is SipHash-2-4 of a counter, under a key that is SipHash of the boot-time key (kernel/key.py): it is as good as
that one, of which the log says what it is made of.
"""

from typing import Final

from fs.filesystem import DEVICE
from fs.flat import FIRST, ROOT, FlatFs
from kernel.console import OUTPUT, plat_read, plat_write
from kernel.key import own_key
from lib.siphash import sip_word
from rumpk import Array, Ptr, noalloc, prim, u8, unchecked, usize, w64

CONSOLE: Final = FIRST
NULL: Final = FIRST + 1
ZERO: Final = FIRST + 2
RANDOM: Final = FIRST + 3
NAMES: Final = [b"console", b"null", b"zero", b"random"]

_key: Array[w64, 2] = Array[w64, 2]()   # under the VFS's lock
_counter: w64 = w64(0)


class DevFs(FlatFs):
    """The devices that every machine has."""

    @noalloc
    def entry_mode(self) -> int:
        return DEVICE | 0o666

    @noalloc
    def waits(self, node: int) -> bool:
        return node == CONSOLE

    @noalloc
    def read(self, node: int, at: int, out: Ptr[u8], count: int) -> int:
        if node == CONSOLE:
            return plat_read(0, out, count)
        if node == NULL or node == ROOT:
            return 0
        if node == ZERO:
            prim.mem_set(out, u8(0), usize(count))
        else:
            fill_random(out, count)
        return count

    @noalloc
    def write(self, node: int, at: int, data: Ptr[u8], count: int) -> int:
        if node == CONSOLE:
            return plat_write(OUTPUT, data, count)
        return count


@noalloc
@unchecked
def fill_random(out: Ptr[u8], count: int) -> None:
    """Eight bytes of each value of the counter."""
    global _counter
    if _counter == 0:
        _key[0], _key[1] = own_key(w64(1)), own_key(w64(2))
    word = w64(0)
    for i in range(count):
        if i & 7 == 0:
            _counter += 1
            word = sip_word(_key[0], _key[1], _counter)
        out[i] = prim.trunc(u8, word)
        word >>= 8
