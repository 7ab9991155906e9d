"""The boot-time key of names, from the best that is at hand; the log says from what.

The device tree's `rng-seed` (Devicetree Specification 0.4, 3.6) is random bytes of whoever started the machine. Without
it there are the clocks only, which can be guessed. `rumpk.ids=plain` among the boot arguments asks for names that are
the same at every boot.
"""

from typing import Final

from hal.board import timer_ticks, wall_clock
from hal.fdt import argument_is, chosen_bytes, read_tree
from kernel import log
from kernel.ids import ids_init
from kernel.memory import IMAGE_START, device_tree
from lib.siphash import sip_word
from rumpk import Ptr, noalloc, u8, usize, w64

LEAST_SEED: Final = 16                  # bytes


@noalloc
def choose_key() -> None:
    """Before the first name."""
    info = read_tree(device_tree(), int(usize(IMAGE_START)))
    plain = argument_is(info.arguments, info.argument_bytes, b"rumpk.ids", b"plain")
    place, size = chosen_bytes(device_tree(), b"rng-seed")
    first, second = w64(timer_ticks()), w64(wall_clock())
    seed = Ptr[u8](usize(place))
    for i in range(size):
        first = sip_word(first, second, w64(seed[i]))
        second = sip_word(second, first, w64(i))
    ids_init(plain, first, second)
    log.begin()
    log.text("names of fibers: ")
    if plain:
        log.text("plain")
    elif size >= LEAST_SEED:
        log.text("keyed by the device tree's rng-seed")
    else:
        log.text("keyed by the clocks, which can be guessed")
    log.end()
