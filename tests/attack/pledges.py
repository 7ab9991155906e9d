"""Every promise against every system call: with it a call is made, without it it is the worker's end, or an error to it."""

from kernel.calls import CALLS, COUNT, NAMES, PROMISES as BITS
from lib.hive import Reason, spawn
from lib.worker import be_lenient, pledge
from calls import raw_call
from watch import MEMORY, Watch, done, failures

NEEDS = [sum([BITS[name] for name in row[2].split()]) for row in CALLS]
PROMISES = [0x1, 0x2, 0x4, 0x8, 0x10, 0x20, 0x40, 0x80, 0x100]
EXIT = 0
PLEDGE = 9
LENIENT = 16
NOT_PERMITTED = -1


def one(packet: list[str]) -> list[str]:
    """One call with harmless arguments, of which some are errors."""
    if packet[1] == "lenient":
        be_lenient(True)
    elif packet[1] == "late":
        pledge(int(packet[2]))
    return [str(raw_call(int(packet[0]), 0, 0, 0, 0, 0, 0))]


def judge(watch: Watch, call: int, promises: int, how: str) -> None:
    name = f"{NAMES[call]} {promises:#x} {how}"
    given = -1 if how == "late" else promises
    out = spawn(one, [str(call), how, str(promises)], promises=given, memory=MEMORY).join()
    if NEEDS[call] & ~promises == 0:
        watch.judge(name, out, Reason.EXITED)
        if call != EXIT and out.packet == [str(NOT_PERMITTED)]:
            failures.append(f"{name}: refused")
    elif how == "lenient":
        watch.judge(name, out, Reason.EXITED)
        if out.packet != [str(NOT_PERMITTED)]:
            failures.append(f"{name}: {out.packet}")
    else:
        watch.judge(name, out, Reason.PLEDGE)
        if out.code != call or out.packet != []:
            failures.append(f"{name}: {out.code} {out.packet}")
    done.append(name)


def matrix(watch: Watch) -> None:
    """No promise, each alone, all, all but each."""
    sets = [0, -1, *PROMISES, *[~promise for promise in PROMISES]]
    for call in range(COUNT):
        for promises in sets:
            for how in ("at spawn", "late", "lenient"):
                judge(watch, call, promises, how)
    watch.check("matrix")


def many(watch: Watch, count: int) -> None:
    """Spawns and joins that leave nothing behind."""
    for i in range(count):
        out = spawn(one, ["1", "", ""], memory=MEMORY).join()
        if out.packet != ["0"]:
            failures.append(f"worker {i}: {out.packet}")
    watch.check("many")
