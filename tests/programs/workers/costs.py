"""What workers cost, in guest instructions: run with `-icount shift=0`, where a nanosecond is one, and without input."""

from lib.hive import MEMORY as DEFAULT, Outcome, Reason, Worker, spawn, supervise
from lib.system import uptime_ns
from lib.worker import null, yield_now
from rumpk import Ptr, u64, usize

MEMORY = 16384
CALLS = 2000
TURNS = 1000
BIRTHS = 200
RESTARTS = 50


def calls(packet: list[str]) -> list[str]:
    """The system call that does nothing, many times."""
    begin = uptime_ns()
    for _ in range(CALLS):
        null()
    return [str(rounded(uptime_ns() - begin, CALLS))]


def turns(packet: list[str]) -> list[str]:
    """Gives the processor away and gets it back; another worker, which does the same, has it in between."""
    yield_now()
    begin = uptime_ns()
    for _ in range(TURNS):
        yield_now()
    return [str(rounded(uptime_ns() - begin, TURNS))]


def nothing(packet: list[str]) -> list[str]:
    return packet


def crash(packet: list[str]) -> list[str]:
    """Writes to where nothing is its own."""
    Ptr[u64](usize(64))[0] = u64(1)
    return packet


def rounded(spent: int, rounds: int) -> int:
    return (spent + rounds // 2) // rounds


def checked(out: Outcome, reason: Reason) -> Outcome:
    if out.reason != reason:
        raise RuntimeError(f"{out.reason.name}: {out.packet}")
    return out


def births(memory: int) -> int:
    """Spawn, run, exit and join. Memory costs where it is used: only then is it zeroed."""
    begin = uptime_ns()
    for _ in range(BIRTHS):
        checked(spawn(nothing, [], memory=memory).join(), Reason.EXITED)
    return rounded(uptime_ns() - begin, BIRTHS)


def crashing() -> Worker:
    return spawn(crash, [], memory=MEMORY)


def restarts() -> int:
    """A worker crashes, and its supervisor starts it again: no pause in between."""
    checked(supervise(crashing, restarts=1, backoff=0.0), Reason.FAULT)
    begin = uptime_ns()
    checked(supervise(crashing, restarts=RESTARTS, backoff=0.0), Reason.FAULT)
    return rounded(uptime_ns() - begin, RESTARTS + 1)


def main() -> int:
    checked(spawn(nothing, [], memory=MEMORY).join(), Reason.EXITED)
    print("null system call", checked(spawn(calls, [], memory=MEMORY).join(), Reason.EXITED).packet[0])
    both = [spawn(turns, [], memory=MEMORY) for _ in range(2)]
    print("worker to worker and back", checked(both[0].join(), Reason.EXITED).packet[0])
    checked(both[1].join(), Reason.EXITED)
    print("spawn, exit, join", births(MEMORY))
    print("spawn, exit, join, default memory", births(DEFAULT))
    print("spawn, exit, join, a MiB of memory", births(1 << 20))
    print("restart after a crash", restarts())
    return 0
