"""FIDs: names of fibers that cannot be guessed and never come again. SipHash-2-4 of a counter under a boot-time key.

J.-P. Aumasson, D. Bernstein, "SipHash: a fast short-input PRF", section 2; the input is the counter's eight bytes, the
least significant first. The counter is never set back, and a name that is taken, or 0, is passed over. With
`rumpk.ids=plain` among the boot arguments the names are small and the same at each boot, for tests: FIRST, FIRST + 1, …

The table from names to fibers has buckets by their low bits. All of it is under one lock, which is taken by the caller:
what was found is there as long as the lock is held.
"""

from typing import Final

from kernel import lock
from kernel.fiber import Fiber
from rumpk import Array, Ptr, inline, noalloc, unchecked, u64, w64

BUCKETS: Final = 256
FIRST: Final = 100                      # 0x64

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
@inline
def _rotl(x: w64, count: int) -> w64:
    return x << count | x >> 64 - count


@noalloc
@inline
def _round(v0: w64, v1: w64, v2: w64, v3: w64) -> tuple[w64, w64, w64, w64]:
    v0 += v1
    v2 += v3
    v1 = _rotl(v1, 13) ^ v0
    v3 = _rotl(v3, 16) ^ v2
    v0 = _rotl(v0, 32)
    v2 += v1
    v0 += v3
    v1 = _rotl(v1, 17) ^ v2
    v3 = _rotl(v3, 21) ^ v0
    v2 = _rotl(v2, 32)
    return v0, v1, v2, v3


@noalloc
def sip_word(key0: w64, key1: w64, message: w64) -> w64:
    """SipHash-2-4 of eight bytes."""
    v0 = key0 ^ w64(0x736F_6D65_7073_6575)
    v1 = key1 ^ w64(0x646F_7261_6E64_6F6D)
    v2 = key0 ^ w64(0x6C79_6765_6E65_7261)
    v3 = key1 ^ w64(0x7465_6462_7974_6573)
    last = w64(8) << 56                                 # the length, and no bytes behind the last whole word
    word = message
    for _ in range(2):
        v3 ^= word
        v0, v1, v2, v3 = _round(v0, v1, v2, v3)
        v0, v1, v2, v3 = _round(v0, v1, v2, v3)
        v0 ^= word
        word = last
    v2 ^= w64(0xFF)
    for _ in range(4):
        v0, v1, v2, v3 = _round(v0, v1, v2, v3)
    return v0 ^ v1 ^ v2 ^ v3


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
    while fid == 0 or find(fid) is not None:
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
