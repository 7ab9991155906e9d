"""Workers: functions that run behind the wall, with the rights that they are given.

    worker = spawn(count, ["7"], promises=STDIO)
    outcome = worker.join()
"""

from kernel.calls import ALL
from kernel.hive import hive_join, hive_spawn
from lib.core.bytesmem import payload
from lib.packet import decode, encode
from rumpk import Ptr, u8, u64, usize

MEMORY = 65536


class Outcome:
    """How a worker ended."""

    def __init__(self, reason: int, code: int, packet: list[str]) -> None:
        self.reason = reason
        self.code = code
        self.packet = packet


class Handle:
    def __init__(self, slot: int) -> None:
        self.slot = slot

    def join(self) -> Outcome:
        worker = hive_join(self.slot)
        return Outcome(worker.reason, worker.code, decode(Ptr[u8](worker.reply), worker.reply_bytes))


def spawn(entry: int, packet: list[str], promises: int = -1, memory: int = MEMORY) -> Handle:
    """See `_start`; the compiler puts the entry of the function in its place."""
    raise NotImplementedError()


def _start(entry: usize, packet: list[str], promises: u64 = u64(ALL), memory: int = MEMORY) -> Handle:
    content = encode(packet)
    return Handle(hive_spawn(entry, payload(content), len(content), promises, memory))
