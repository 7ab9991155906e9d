"""The boot-time key of names, from all that is at hand; the log says what the best of it is.

    random bytes of a device (virtio-rng)                    hal.board.entropy
    the device tree's `rng-seed`, of whoever started it      Devicetree Specification 0.4, 3.6
    its `kaslr-seed`, which others may have seen, too        Linux, "chosen" binding
    clocks, and how long a few steps take                    can be guessed

`rumpk.ids=plain` among the boot arguments asks for names that are the same at every boot.
"""

from typing import Final

from hal.board import entropy, timer_ticks, wall_clock
from hal.fdt import argument_is, chosen_bytes, read_tree
from kernel import log
from kernel.ids import ids_init
from kernel.memory import IMAGE_START, device_tree
from lib.siphash import sip_word
from rumpk import Array, Ptr, noalloc, u8, usize, w64

LEAST_SEED: Final = 16                  # bytes that nobody can try out
SMALL_SEED: Final = 8
DEVICE_BYTES: Final = 32
STEPS: Final = 64                       # of which each one's time is taken

_key: Array[w64, 2] = Array[w64, 2]()
_bytes: Array[u8, 32] = Array[u8, 32]()         # DEVICE_BYTES


@noalloc
def choose_key() -> None:
    """Before the first name."""
    info = read_tree(device_tree(), int(usize(IMAGE_START)))
    plain = argument_is(info.arguments, info.argument_bytes, b"rumpk.ids", b"plain")
    source = "plain"
    if not plain:
        source = gather()
    ids_init(plain, _key[0], _key[1])
    log.begin()
    log.text("names of fibers: ")
    log.text(source)
    log.end()


@noalloc
def gather() -> str:
    """Make the key of everything; what of it counts most, in words."""
    _key[0], _key[1] = w64(timer_ticks()), w64(wall_clock())
    for i in range(STEPS):
        mix(w64(timer_ticks()))
    small, small_size = chosen_bytes(device_tree(), b"kaslr-seed")
    mix_bytes(Ptr[u8](usize(small)), small_size)
    seed, seed_size = chosen_bytes(device_tree(), b"rng-seed")
    mix_bytes(Ptr[u8](usize(seed)), seed_size)
    count = entropy(Ptr[u8](_bytes), DEVICE_BYTES)
    mix_bytes(Ptr[u8](_bytes), count)
    for i in range(DEVICE_BYTES):
        _bytes[i] = u8(0)
    if count >= LEAST_SEED:
        return "keyed by virtio-rng"
    if seed_size >= LEAST_SEED:
        return "keyed by the device tree's rng-seed"
    if small_size >= SMALL_SEED:
        return "keyed by the device tree's kaslr-seed"
    return "keyed by the clocks, which can be guessed"


@noalloc
def mix(word: w64) -> None:
    """Both halves of the key depend on the word, and on all before it."""
    _key[0] = sip_word(_key[0], _key[1], word)
    _key[1] = sip_word(_key[1], _key[0], word)


@noalloc
def mix_bytes(place: Ptr[u8], count: int) -> None:
    """The same of bytes."""
    for i in range(count):
        mix(w64(place[i]))


@noalloc
def own_key(purpose: w64) -> w64:
    """A word that only the kernel knows, for one purpose; it tells nothing of the key."""
    if _key[0] == 0 and _key[1] == 0:
        gather()
    return sip_word(_key[0], _key[1], ~purpose)
