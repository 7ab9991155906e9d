"""The generators that run, innermost first, as addresses: an exception that leaves some of them ends them.

The first is kept as a pointer, so that the collector finds it and through it the others: behind the last look at it, a
frame may hold no word that leads to a generator any more, while an exception is about to end it.
"""

from rumpk import Ptr, inline, prim, u8, usize

_running: Ptr[u8] | None = None


@inline
def running() -> usize:
    """The generator whose body runs; 0 outside of all."""
    return prim.ptr_int(_running) if _running is not None else usize(0)


@inline
def set_running(generator: usize) -> None:
    global _running
    _running = prim.int_ptr(Ptr[u8], generator)
