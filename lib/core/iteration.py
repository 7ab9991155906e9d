"""The generators that run, innermost first, as addresses: an exception that leaves some of them ends them."""

from rumpk import inline, usize

_running: usize = 0


@inline
def running() -> usize:
    """The generator whose body runs; 0 outside of all."""
    return _running


@inline
def set_running(generator: usize) -> None:
    global _running
    _running = generator
