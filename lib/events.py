"""What happened in the kernel lately: who was spawned, who ended, faults, violations, interrupts of other harts.

    for event in last_events(8): print(event.time_ns, event.hart, event.what, hex(event.first), hex(event.second))

An app with fibers or workers has such events; kernel/trace.py says what the two words of each kind are.
"""

from typing import Final

from rumpk import Array, Ptr, extern, u64

try:
    import kernel.trace  # noqa: F401  (has plat_event)
except ImportError:
    pass                                # CPython has no kernel

# As in kernel/trace.py.
NAMES: Final = ("?           hart up     spawn       end         joined      call        device      spurious    "
                "no memory   to nobody   mailbox fullworker      fault       worker end  pledge      ")
WIDTH: Final = 12

_words: Array[u64, 5] = Array[u64, 5]()


class KernelEvent:
    """One event; the two words are as the machine has them: as signed numbers, names of fibers may be negative."""

    def __init__(self, time_ns: int, hart: int, what: str, first: u64, second: u64) -> None:
        self.time_ns = time_ns
        self.hart = hart
        self.what = what
        self.first = first
        self.second = second


@extern("plat_events")
def plat_events() -> int: ...


@extern("plat_event")
def plat_event(number: int, out: Ptr[u64]) -> int: ...


def last_events(most: int) -> list[KernelEvent]:
    """The last events, at most so many, oldest first."""
    out: list[KernelEvent] = []
    end = plat_events()
    for number in range(max(end - most, 0), end):
        if plat_event(number, Ptr[u64](_words)) == 1:
            at = WIDTH * int(_words[0])
            out.append(KernelEvent(int(_words[2]), int(_words[1]), NAMES[at:at + WIDTH].rstrip(), _words[3], _words[4]))
    return out
