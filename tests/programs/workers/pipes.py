"""Pipes between workers: pipelines, their ends, back-pressure, descriptors that end with their worker, on all harts."""

import os

from kernel import descriptors
from kernel.pages import pages_free
from kernel.worker import FREE, SLOTS, slot
from lib.hive import ALL, EXEC, STDIO, Outcome, Worker, spawn
from lib.worker import own_fid, sleep_us, yield_now
from rumpk import prim

SMALL = 16384
PIPELINES = 200


def says(packet: list[str]) -> list[str]:
    """Prints a line for each word of its packet."""
    for word in packet:
        print(word)
    return []


def numbers(packet: list[str]) -> list[str]:
    for i in range(int(packet[0])):
        print(i)
    return []


def upper(packet: list[str]) -> list[str]:
    """Lines in, lines out."""
    count = 0
    try:
        while True:
            print(input().upper())
            count += 1
    except EOFError:
        return [str(count)]


def sums(packet: list[str]) -> list[str]:
    """What it has read, to its end."""
    total, count = 0, 0
    try:
        while True:
            total += int(input())
            count += 1
    except EOFError:
        return [str(count), str(total)]


def first(packet: list[str]) -> list[str]:
    """Reads one line, and ends: those before it have nobody left to write to."""
    return [input()]


def endless(packet: list[str]) -> list[str]:
    """Prints until nobody listens."""
    n = 0
    try:
        while True:
            print("line", n)
            n += 1
    except BrokenPipeError as error:
        return [str(n > 0), str(error), str(error.errno)]


def careless(packet: list[str]) -> list[str]:
    """The same, and catches nothing."""
    while True:
        print("line")
    return []


def fills(packet: list[str]) -> list[str]:
    """Writes more than a pipe holds; its reader may be slow."""
    block = bytes([i % 251 for i in range(5000)])
    wrote = 0
    for _ in range(int(packet[0])):
        wrote += os.write(1, block)
    return [str(wrote)]


def drains(packet: list[str]) -> list[str]:
    """Checks every byte, in pieces of a size."""
    size, at, good, naps = int(packet[0]), 0, True, int(packet[1])
    while True:
        piece = os.read(0, size)
        if len(piece) == 0:
            return [str(good), str(at)]
        for byte in piece:
            good = good and byte == at % 5000 % 251
            at += 1
        if naps > 0:
            naps -= 1
            yield_now()


def descriptor_errors(packet: list[str]) -> list[str]:
    """What a worker finds in its row: three, and no more than a row holds."""
    out: list[str] = []
    for fd in (3, 31, 32, -1, 1 << 40):
        try:
            os.close(fd)
            out.append("closed")
        except OSError as error:
            out.append(str(error.errno))
    made: list[int] = []
    try:
        while True:
            made += os.pipe()
    except OSError as error:
        out += [str(error), str(len(made))]
    os.close(made[5])
    out.append(str(os.dup(made[0]) == made[5]))
    os.close(0)
    try:
        input()
    except EOFError:
        out.append("EOF")
    return out


def silent(packet: list[str]) -> list[str]:
    """Its output is closed."""
    try:
        print("lost")
    except OSError as error:
        return [str(error)]
    return ["printed"]


def leaves_open(packet: list[str]) -> list[str]:
    """Ends with pipes that are full, in the way that its packet says."""
    for _ in range(4):
        r, w = os.pipe()
        os.write(w, b"x" * 16000)
    if packet[0] == "raise":
        raise ValueError("as asked")
    if packet[0] == "exit":
        raise SystemExit(3)
    if packet[0] == "wait":
        os.read(os.pipe()[0], 1)
    if packet[0] == "sleep":
        sleep_us(1_000_000_000)
    if packet[0] == "full":
        os.write(w, b"x" * 16000)
    return [packet[0]]


def inner(packet: list[str]) -> list[str]:
    """A worker that makes a pipeline of its own workers."""
    r, w = os.pipe()
    one = spawn(numbers, [packet[0]], memory=SMALL, stdout=w, quiet=True)
    os.close(w)
    two = spawn(sums, [], memory=SMALL, stdin=r, quiet=True)
    os.close(r)
    return [one.join().reason.name, *two.join().packet]


def relay(packet: list[str]) -> list[str]:
    """Passes lines on; its name shows that it is somebody."""
    try:
        while True:
            print(input())
    except EOFError:
        return ["" if own_fid() == 0 else "done"]
    except BrokenPipeError:
        return ["broken"]


def cat(packet: list[str]) -> list[str]:
    """Bytes in, bytes out."""
    while True:
        piece = os.read(0, 65536)
        if len(piece) == 0:
            return []
        os.write(1, piece)


def show(name: str, out: Outcome) -> None:
    print(name, out.reason.name, out.code, out.packet)


def pipeline(count: int) -> list[str]:
    """Numbers through two workers, from hand to hand."""
    a, b = os.pipe()
    c, d = os.pipe()
    workers = [spawn(numbers, [str(count)], memory=SMALL, stdout=b, quiet=True),
               spawn(upper, [], memory=SMALL, stdin=a, stdout=d, quiet=True),
               spawn(sums, [], memory=SMALL, stdin=c, quiet=True)]
    for fd in (a, b, c, d):
        os.close(fd)
    return [text for worker in workers for text in worker.join().packet]


def back_pressure(size: int, naps: int) -> list[str]:
    r, w = os.pipe()
    writer = spawn(fills, ["40"], memory=1 << 18, stdout=w, quiet=True)
    reader = spawn(drains, [str(size), str(naps)], memory=1 << 18, stdin=r, quiet=True)
    os.close(r)
    os.close(w)
    return writer.join().packet + reader.join().packet


def early_end() -> None:
    """`first` ends; who writes to it is told, or ends by it."""
    for caught in (True, False):
        r, w = os.pipe()
        writer = (spawn(endless, [], memory=SMALL, stdout=w, stderr=-1, quiet=True) if caught else
                  spawn(careless, [], memory=SMALL, stdout=w, stderr=-1, quiet=True))
        reader = spawn(first, [], memory=SMALL, stdin=r, quiet=True)
        os.close(r)
        os.close(w)
        show("first", reader.join())
        show("writer", writer.join())


def long_one(stages: int) -> None:
    """A pipeline of many stages."""
    r, w = os.pipe()
    workers: list[Worker] = [spawn(numbers, ["50"], memory=SMALL, stdout=w, quiet=True)]
    os.close(w)
    for _ in range(stages):
        a, b = os.pipe()
        workers.append(spawn(relay, [], memory=SMALL, stdin=r, stdout=b, quiet=True))
        os.close(r)
        os.close(b)
        r = a
    last = spawn(sums, [], memory=SMALL, stdin=r, quiet=True)
    os.close(r)
    print("long", last.join().packet, {worker.join().reason.name for worker in workers})


def abandoned() -> None:
    """Whatever a worker's end is, its descriptors end with it."""
    for how in ("return", "raise", "exit", "wait", "sleep", "full"):
        one = spawn(leaves_open, [how], stderr=-1, quiet=True)
        if how in ("wait", "sleep", "full"):
            for _ in range(20):
                spawn(says, [], memory=SMALL, quiet=True).join()
            one.kill()
        out = one.join()
        print("abandoned", how, out.reason.name, descriptors.in_use)
    print("no stdio", spawn(leaves_open, ["return"], promises=EXEC, quiet=True).join().reason.name, descriptors.in_use)


def to_app() -> None:
    """The app reads what a worker prints, and writes what another one reads."""
    r, w = os.pipe()
    one = spawn(says, ["from", "a", "worker"], memory=SMALL, stdout=w, quiet=True)
    os.close(w)
    text = b""
    while (piece := os.read(r, 5)) != b"":
        text += piece
    os.close(r)
    one.join()
    print(text)
    r, w = os.pipe()
    other = spawn(sums, [], memory=SMALL, stdin=r, quiet=True)
    os.close(r)
    os.write(w, b"1\n2\n39\n")
    os.close(w)
    print(other.join().packet)


def copying() -> None:
    """The same bytes through two pipes."""
    r, w = os.pipe()
    a, b = os.pipe()
    workers = [spawn(fills, ["40"], memory=1 << 18, stdout=w, quiet=True), spawn(cat, [], memory=1 << 18, stdin=r, stdout=b, quiet=True),
               spawn(drains, ["4096", "0"], memory=1 << 18, stdin=a, quiet=True)]
    for fd in (r, w, a, b):
        os.close(fd)
    print([worker.join().packet for worker in workers])


def settled(free: int) -> bool:
    """The last pages of a worker come back a moment after its end."""
    for _ in range(2000):
        spawn(says, [], memory=SMALL, quiet=True).join()
        if pages_free() == free and len([n for n in range(SLOTS) if slot(n).state != FREE]) == 0:
            return True
    return False


def main() -> int:
    spawn(says, [], memory=SMALL, quiet=True).join()
    free = pages_free()
    print(pipeline(1000))
    print(back_pressure(100, 0), back_pressure(7000, 30), back_pressure(100_000, 3))
    early_end()
    to_app()
    copying()
    show("errors", spawn(descriptor_errors, [], quiet=True).join())
    show("silent", spawn(silent, [], stdout=-1, quiet=True).join())
    show("inner", spawn(inner, ["300"], promises=STDIO | EXEC, quiet=True).join())
    show("no exec", spawn(inner, ["300"], promises=STDIO, stderr=-1, quiet=True).join())
    for fd in (3, 31, 32, -2):
        try:
            spawn(says, [], promises=ALL, stdin=fd)
        except ValueError as error:
            print(error)
    long_one(100)
    abandoned()
    good = len([1 for i in range(PIPELINES) if pipeline(i % 7) == [str(i % 7), str(i % 7), str(sum(range(i % 7)))]])
    print("pipelines", good)
    print("all is back:", settled(free), descriptors.in_use, prim.zext(int, descriptors.row_of(None)[3]))
    return 0
