"""FIDs: names of fibers that cannot be guessed and never come again. SipHash-2-4 of a counter under a boot-time key.

J.-P. Aumasson, D. Bernstein, "SipHash: a fast short-input PRF", section 2; the input is the counter's eight bytes, the
least significant first. The counter is never set back; a name that is taken, that is 0 or that would read as an error
is passed over. With `rumpk.ids=plain` among the boot arguments the names are small and the same at each boot, for
tests: FIRST, FIRST + 1, …

The table from names to fibers has buckets by their low bits. All of it is under one lock, which is taken by the caller:
what was found is there as long as the lock is held.
"""

from typing import Final

from kernel import lock
from kernel.fiber import Fiber
from lib.siphash import sip_word
from rumpk import Array, Ptr, inline, noalloc, unchecked, u64, w64

BUCKETS: Final = 256
FIRST: Final = 100                      # 0x64
ERRORS: Final = 0xFFFF_FFFF_FFFF_F000   # from here on a system call's result is an error, and no name

_key: Array[w64, 2] = Array[w64, 2]()
_plain: bool = False
_counter: u64 = u64(0)
_lock: Array[u64, 1] = Array[u64, 1]()
_buckets: Array[Fiber | None, BUCKETS] = Array[Fiber | None, BUCKETS]()


@noalloc
def ids_init(plain: bool, key0: w64, key1: w64) -> None:
    """Choose the key, before the first name is made."""
    global _plain
    _plain = plain
    _key[0] = key0
    _key[1] = key1


@noalloc
@inline
def ids_lock() -> None:
    """From here to `ids_release` the table is the caller's. Interrupts are off."""
    lock.take(Ptr[u64](_lock))


@noalloc
@inline
def ids_release() -> None:
    lock.release(Ptr[u64](_lock))


@noalloc
@unchecked
def _name() -> u64:
    """The next name, which may be taken."""
    global _counter
    _counter += 1
    if _plain:
        return u64(FIRST - 1) + _counter
    return u64(sip_word(_key[0], _key[1], w64(_counter)))


@noalloc
def find(fid: u64) -> Fiber | None:
    """The fiber of that name; None where nobody has it, or not any more."""
    at = _buckets[int(fid & u64(BUCKETS - 1))]
    while at is not None and at.fid != fid:
        at = at.id_next
    return at


@noalloc
def bucket_of(number: int) -> Fiber | None:
    """The first fiber of a bucket; `id_next` leads on."""
    return _buckets[number]


@noalloc
def register(fiber: Fiber) -> None:
    """Give a fiber its name, by which it is found from now on."""
    fid = _name()
    while fid == 0 or fid >= u64(ERRORS) or find(fid) is not None:
        fid = _name()
    fiber.fid = fid
    bucket = int(fid & u64(BUCKETS - 1))
    fiber.id_next = _buckets[bucket]
    _buckets[bucket] = fiber


@noalloc
def forget(fiber: Fiber) -> None:
    """Nobody finds the fiber any more."""
    bucket = int(fiber.fid & u64(BUCKETS - 1))
    at = _buckets[bucket]
    if at is fiber:
        _buckets[bucket] = fiber.id_next
        return
    while at is not None:
        following = at.id_next
        if following is fiber:
            at.id_next = fiber.id_next
            return
        at = following
