"""Workers: functions that run behind the wall, with the rights, the memory and the time that they are given.

    def count(packet: list[str]) -> list[str]: …

    worker = spawn(count, ["7"], promises=STDIO, memory=65536, time_us=2_000_000)
    outcome = worker.join()         outcome.reason == Reason.EXITED, outcome.packet is what `count` has returned

Descriptors of the spawner become the worker's 0, 1 and 2 (`os.pipe` makes some): `spawn(sort, [], stdin=3, stdout=6)`.
The function is compiled a second time for the user domain. A worker may spawn workers if it has promised EXEC; they get
no right that it does not have, and end with it. A boot's names are never used again.
"""

from collections.abc import Callable
from enum import IntEnum
from time import sleep
from typing import Final

import kernel.syscall  # noqa: F401  (boot/<target>/wall calls its system_call; the hive behind it)
import lib.worker  # noqa: F401  (boot/<target>/user calls its rt_write_failed)
from lib.core.bytesmem import new_bytes, payload
from lib.core.strmem import data, nbytes
from lib.packet import decode, encode
from rumpk import Array, Ptr, extern, prim, u8, u64, usize

STDIO: Final = 0x1
RPATH: Final = 0x2
WPATH: Final = 0x4
INET: Final = 0x8
EXEC: Final = 0x10
TIME: Final = 0x20
GFX: Final = 0x40
BLOCK: Final = 0x80
PROC: Final = 0x100                     # end workers that others have spawned
ALL: Final = -1

MEMORY: Final = 65536
LAST_ERROR: Final = -133                # results below are names

TITLE: Final = 16                       # bytes of a title
RECORD: Final = 13                      # words of what a spawn asks for (kernel/hive.py)

_words: Array[u64, 6] = Array[u64, 6]()
_record: Array[u64, RECORD] = Array[u64, RECORD]()


class Reason(IntEnum):
    """Why a worker ended."""

    EXITED = 0                          # its function returned, or called `sys.exit`
    RAISED = 1                          # an exception that it did not catch
    FAULT = 2                           # it touched what is not its own, or an instruction that is not for it
    PLEDGE = 3                          # a call that it had not promised
    TIME = 4                            # its time was over
    KILLED = 5


class Outcome:
    """How a worker ended."""

    def __init__(self, reason: Reason, code: int, packet: list[str]) -> None:
        self.reason = reason
        self.code = code                # EXITED: the exit code; PLEDGE: the number of the call
        self.packet = packet            # EXITED: what the function returned; RAISED: the exception's words
        self.cause = 0                  # FAULT: hal/cause.py
        self.address = 0                # FAULT: what it touched
        self.time_ns = 0                # of the processor


class Worker:
    """A worker by its name."""

    def __init__(self, fid: u64) -> None:
        self.fid = fid

    def join(self) -> Outcome:
        """Wait for its end. LookupError where nobody has the name any more: it was joined already."""
        _check(hive_wait(self.fid, Ptr[u64](_words)))
        reason, code, cause = Reason(int(_words[0])), int(_words[1]), int(_words[2])
        address, size, time_ns = _words[3], int(_words[4]), int(_words[5])
        out = Outcome(reason, code, [])
        try:
            reply = new_bytes(size)
        except MemoryError:
            hive_take(self.fid, Ptr[u8](_words), 0)         # else nobody would ever free its slot
            raise
        _check(hive_take(self.fid, payload(reply), size))
        try:
            out.packet = decode(payload(reply), size)
        except ValueError as error:                         # a fault of the worker, not of who joins it
            out.reason = Reason.RAISED
            out.packet = ["ValueError", str(error)]
        out.cause = cause
        out.address = int(address >> 1) * 2 + int(address & 1) if address >> 63 == 0 else -1
        out.time_ns = time_ns
        return out

    def kill(self) -> None:
        """End it, wherever it is. LookupError as for `join`."""
        _check(hive_kill(self.fid))


@extern("hive_spawn")
def hive_spawn(record: Ptr[u64]) -> int: ...


@extern("hive_wait")
def hive_wait(fid: u64, out: Ptr[u64]) -> int: ...


@extern("hive_take")
def hive_take(fid: u64, buffer: Ptr[u8], count: int) -> int: ...


@extern("hive_kill")
def hive_kill(fid: u64) -> int: ...


def spawn(entry: int, packet: list[str], promises: int = ALL, memory: int = MEMORY, time_us: int = 0, *,
          stdin: int = 0, stdout: int = 1, stderr: int = 2, group: int = 0, quiet: bool = False,
          title: str = "") -> Worker:
    """`spawn(function, packet, …)`: the compiler puts the function's entry in its place, and calls `_start`.

    `stdin`, `stdout`, `stderr`: the spawner's descriptors that become the worker's 0, 1 and 2; -1: it has none there.
    `group`: for `lib.worker.foreground`. `quiet`: the log says only what goes wrong. `title`: what `ps` calls it.
    MemoryError, RuntimeError (no slot is left), ValueError (memory, packet, a descriptor that is not open),
    PermissionError (not EXEC).
    """
    raise RuntimeError("a worker needs a board: CPython has no wall")


def _start(entry: usize, packet: list[str], promises: int = ALL, memory: int = MEMORY, time_us: int = 0, *,
           stdin: int = 0, stdout: int = 1, stderr: int = 2, group: int = 0, quiet: bool = False,
           title: str = "") -> Worker:
    if time_us < 0:
        raise ValueError("a worker cannot have less than no time")
    content = encode(packet)
    words = Ptr[u64](_record)
    words[0], words[1], words[2] = u64(entry), u64(usize(payload(content))), u64(len(content))
    words[3], words[4], words[5] = prim.zext(u64, promises), prim.zext(u64, memory), u64(time_us) * 1000
    words[6], words[7], words[8] = prim.zext(u64, stdin), prim.zext(u64, stdout), prim.zext(u64, stderr)
    words[9], words[10] = prim.zext(u64, group), u64(1 if quiet else 0)
    words[11], words[12] = u64(0), u64(0)
    prim.mem_copy(Ptr[u8](words + 11), data(title), usize(min(nbytes(title), TITLE)))
    return Worker(prim.zext(u64, _check(hive_spawn(words))))


def _check(result: int) -> int:
    """A result of the kernel; an error becomes an exception."""
    if result >= 0 or result < LAST_ERROR:
        return result
    if result == -12:
        raise MemoryError("no memory for a worker")
    if result == -11:
        raise RuntimeError("there are too many workers")
    if result == -1:
        raise PermissionError("the worker has not promised EXEC")
    if result == -9:
        raise ValueError("the spawner has no such descriptor")
    if result == -3:
        raise LookupError("no worker of that name")
    raise ValueError(f"the kernel refuses: error {-result}")


def supervise(start: Callable[[], Worker], restarts: int = 3, backoff: float = 0.001) -> Outcome:
    """Run a worker until it exits; one that ends otherwise is started again, `restarts` times, each time later.

        supervise(lambda: spawn(serve, ["80"], promises=INET))

    The wait begins with `backoff` seconds and doubles. The last outcome is the result.
    """
    while True:
        outcome = start().join()
        if outcome.reason == Reason.EXITED or restarts == 0:
            return outcome
        if backoff > 0:
            sleep(backoff)
        backoff *= 2
        restarts -= 1
