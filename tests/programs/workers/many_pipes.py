"""10,000 pipelines, each with its own answer; some end early, some are killed. Pages, slots, descriptors are as before."""

import os

from kernel import descriptors
from kernel.pages import pages_free
from kernel.worker import FREE, SLOTS, slot
from lib.hive import Reason, spawn

PIPELINES = 10_000
MEMORY = 16384


def says(packet: list[str]) -> list[str]:
    os.write(1, packet[0].encode())
    return []


def hears(packet: list[str]) -> list[str]:
    return [os.read(0, 100).decode()]


def deaf(packet: list[str]) -> list[str]:
    return []


def floods(packet: list[str]) -> list[str]:
    """More than the pipe holds: it waits, or is told that nobody reads."""
    block = bytes(6000)
    try:
        for _ in range(4):
            os.write(1, block)
    except BrokenPipeError:
        return ["broken"]
    return []


def one(number: int) -> bool:
    r, w = os.pipe()
    kind = number % 8
    if kind == 0:
        writer = spawn(floods, [], memory=2 * MEMORY, stdout=w, quiet=True)
        reader = spawn(deaf, [], memory=MEMORY, stdin=r, quiet=True)
    elif kind == 1:
        writer = spawn(floods, [], memory=2 * MEMORY, stdout=w, quiet=True)
        reader = spawn(hears, [], memory=MEMORY, stdin=-1, quiet=True)
    else:
        writer = spawn(says, [str(number)], memory=MEMORY, stdout=w, quiet=True)
        reader = spawn(hears, [], memory=MEMORY, stdin=r, quiet=True)
    os.close(w)
    if kind == 1:
        writer.kill()
        os.close(r)
        return reader.join().reason == Reason.RAISED and writer.join().reason == Reason.KILLED
    os.close(r)
    heard, wrote = reader.join(), writer.join()
    if kind == 0:
        return heard.reason == Reason.EXITED and wrote.packet == ["broken"]
    return heard.packet == [str(number)] and wrote.reason == Reason.EXITED


def counts() -> list[int]:
    return [pages_free(), descriptors.in_use, len([n for n in range(SLOTS) if slot(n).state != FREE])]


def main() -> int:
    one(0)
    before = counts()
    good = len([number for number in range(PIPELINES) if one(number)])
    tries = 0
    while counts() != before and tries < 1000:              # the last pages of a worker come back a moment after its end
        spawn(deaf, [], memory=MEMORY, quiet=True).join()
        tries += 1
    print(good, counts() == before, before[1:])
    return 0
