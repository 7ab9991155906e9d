"""Attacks from all harts at once: on names that end meanwhile, by workers that are being killed in the middle of calls."""

from lib.hive import Reason, Worker, spawn
from lib.worker import sleep_us, yield_now
from rumpk import u64
from watch import MEMORY, Watch, failures, nothing

ROUNDS = 12
CROWD = 12
BIRTHS = 480


def stale(worker: Worker) -> int:
    """How many calls take the name of a worker that was joined; none may."""
    taken = 0
    for call in range(2):
        try:
            if call == 0:
                worker.kill()
            else:
                worker.join()
            taken += 1
        except LookupError:
            pass
    return taken


def meddles(packet: list[str]) -> list[str]:
    """Makes and ends children, on whatever harts, and asks for them by names that have just become stale."""
    taken = 0
    for i in range(int(packet[0])):
        child = spawn(nothing, [], memory=MEMORY)
        if i % 2 == 0:
            child.kill()
        child.join()
        taken += stale(child) + stale(Worker(u64(i))) + stale(Worker(child.fid + 1))
    return [str(taken)]


def calls(packet: list[str]) -> list[str]:
    """Every kind of waiting, so that a kill meets each of them."""
    for i in range(int(packet[0])):
        yield_now()
        sleep_us(i % 3 * 50)
        if i % 8 == 0:
            spawn(nothing, [], memory=MEMORY).join()
    return ["lives"]


def grows(packet: list[str]) -> list[str]:
    """Fills its memory, which opens meanwhile."""
    held = [b"x" * 20_000 for _ in range(int(packet[0]))]
    return ["lives"] if sum(block.count(b"x") for block in held) == 20_000 * len(held) else ["damaged"]


def hardly_born(watch: Watch) -> None:
    """Killed before, while and just after they have their hart for the first time."""
    for turn in range(BIRTHS):
        born = [spawn(nothing, [], memory=MEMORY) for _ in range(4)]
        for one in born[turn % 2:]:
            one.kill()
        for one in born:
            out = one.join()
            if out.reason not in (Reason.EXITED, Reason.KILLED):
                failures.append(f"hardly born {turn}: {out.reason.name}")
    watch.settle()
    watch.check("hardly born")


def main() -> int:
    watch = Watch()
    hardly_born(watch)
    for turn in range(ROUNDS):
        doomed: list[Worker] = [spawn(grows, ["24"], memory=1 << 20) if n % 3 == 0 else spawn(calls, ["24"], memory=4 * MEMORY)
                                for n in range(CROWD)]
        busy = [spawn(meddles, ["4"], memory=4 * MEMORY) for _ in range(4)]
        for n in range(0, CROWD, 2):
            doomed[n].kill()
        for n in range(CROWD):
            out = doomed[n].join()
            if out.reason not in (Reason.EXITED, Reason.KILLED) or n % 2 == 1 and out.packet != ["lives"]:
                failures.append(f"calls {turn} {n}: {out.reason.name} {out.packet}")
        for one in busy:
            out = one.join()
            if out.packet != ["0"]:
                failures.append(f"meddles {turn}: {out.reason.name} {out.packet}")
        watch.settle()
        watch.check(f"turn {turn}")
    return watch.end()
