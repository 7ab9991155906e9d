"""Descriptors, pipes and what a shell asks: bad numbers, others' descriptors, addresses over edges, all openings, names."""

import os

from kernel import descriptors
from kernel.calls import COUNT, NAMES
from kernel.descriptors import DESCRIPTORS, OPENINGS
from lib.control import end, foreground, workers
from lib.hive import ALL, PROC, Reason, Worker, spawn
from lib.worker import sleep_us
from calls import BAD_ADDRESS, BAD_DESCRIPTOR, expect, raw_call, same
from rumpk import Ptr, linker_symbol, prim, u64, usize
from watch import MEMORY, Watch, bss, failures, nothing, pause, slot_of

NUMBERS = {NAMES[number]: number for number in range(COUNT)}
BAD = (3, 5, DESCRIPTORS - 1, DESCRIPTORS, 1 << 16, 1 << 32, (1 << 62) + 1, -1, -(1 << 63))
BIG = 1 << 18


def numbers(packet: list[str]) -> list[str]:
    """Descriptors that it does not have, some of which its parent has; ends of a pipe used the wrong way."""
    found: list[str] = []
    write, read, close, dup = NUMBERS["write"], NUMBERS["read"], NUMBERS["close"], NUMBERS["dup"]
    buffer = bytes(64)
    own = prim.zext(int, usize(prim.ref_ptr(buffer))) + 24
    for number in BAD:
        for call in (write, read):
            expect(found, f"{NAMES[call]} {number}", raw_call(call, number, own, 8, 0, 0, 0), BAD_DESCRIPTOR)
        for call in (close, dup):
            expect(found, f"{NAMES[call]} {number}", raw_call(call, number, 0, 0, 0, 0, 0), BAD_DESCRIPTOR)
    expect(found, "read from the log", raw_call(read, 2, own, 8, 0, 0, 0), BAD_DESCRIPTOR)
    r, w = os.pipe()
    expect(found, "write to the reading end", raw_call(write, r, own, 8, 0, 0, 0), BAD_DESCRIPTOR)
    expect(found, "read from the writing end", raw_call(read, w, own, 8, 0, 0, 0), BAD_DESCRIPTOR)
    for number in (r, w):
        os.close(number)
        expect(found, f"twice {number}", raw_call(close, number, 0, 0, 0, 0, 0), BAD_DESCRIPTOR)
    return found


def addresses(packet: list[str]) -> list[str]:
    """Where results would be written: not its own, not at a word, over its end. `packet`: kernel, other, constants."""
    found: list[str] = []
    buffer = bytes(64)
    own = prim.zext(int, usize(prim.ref_ptr(buffer))) + 24
    edge = (own & -MEMORY) + MEMORY
    r, w = os.pipe()
    os.write(w, b"12345678")
    for place in (int(packet[0]), int(packet[1]), int(packet[2]), 0, -8, edge, edge - 8, own + 1, (1 << 63) - 8):
        expect(found, f"pipe {place}", raw_call(NUMBERS["pipe"], place, 0, 0, 0, 0, 0), BAD_ADDRESS)
        expect(found, f"counts {place}", raw_call(NUMBERS["counts"], place, 0, 0, 0, 0, 0), BAD_ADDRESS)
        expect(found, f"workers {place}", raw_call(NUMBERS["workers"], place, MEMORY, 0, 0, 0, 0), BAD_ADDRESS)
        expect(found, f"read {place}", raw_call(NUMBERS["read"], r, place, MEMORY, 0, 0, 0), BAD_ADDRESS)
    for count in (-1, 1 << 62, -(1 << 63)):
        expect(found, f"read {count}", raw_call(NUMBERS["read"], r, own, count, 0, 0, 0), BAD_ADDRESS)
        expect(found, f"write {count}", raw_call(NUMBERS["write"], w, own, count, 0, 0, 0), BAD_ADDRESS)
    if os.read(r, 100) != b"12345678":
        found.append("the pipe has changed")
    return found


def hoards(packet: list[str]) -> list[str]:
    """Fills its row with pipes, and these with bytes, and sleeps on them."""
    made = 0
    try:
        while True:
            os.write(os.pipe()[1], bytes(1000))
            made += 1
    except OSError as error:
        os.write(1, f"{made} {error.errno}\n".encode())
    sleep_us(1_000_000_000)
    return []


def hoarders() -> None:
    """All openings that there are; whoever comes then gets an error, and an end gives all of its own back."""
    before = descriptors.in_use
    r, w = os.pipe()
    some: list[Worker] = []
    errors: set[int] = set()
    for _ in range(OPENINGS // (DESCRIPTORS - 4) + 2):
        some.append(spawn(hoards, [], stdout=w, memory=BIG, quiet=True))
        made, error = os.read(r, 100).decode().split()
        errors.add(int(error))
    if errors != {23, 24} or descriptors.in_use != OPENINGS:
        failures.append(f"hoarders: {errors}, {descriptors.in_use} openings")
    try:
        os.pipe()
        failures.append("hoarders: the app has made one more pipe")
    except OSError as error:
        if error.errno != 23:
            failures.append(f"hoarders: {error}")
    for one in some:
        one.kill()
        if one.join().reason != Reason.KILLED:
            failures.append("hoarders: not killed")
    os.close(r)
    os.close(w)
    if descriptors.in_use != before:
        failures.append(f"hoarders: {descriptors.in_use} openings, not {before}")


def meddles(packet: list[str]) -> list[str]:
    """Ends whom it may not: itself, its parent, its parent's sibling, nobody; `packet`: the parent, the sibling."""
    taken = 0
    own = [one.fid for one in workers() if one.title == "meddler"]
    for fid in (*own, prim.zext(u64, int(packet[0])), prim.zext(u64, int(packet[1])), u64(0), u64(1), ~u64(0)):
        try:
            end(fid)
            taken += 1
        except ProcessLookupError:
            pass
    return [str(len(own)), str(taken)]


def house(packet: list[str]) -> list[str]:
    """A parent whose child meddles; it lives."""
    own = [one.fid for one in workers() if one.title == "house"]
    return spawn(meddles, [str(prim.zext(int, own[0])), packet[0]], title="meddler", quiet=True).join().packet


def attack_streams(watch: Watch) -> None:
    kernel = str(int(usize(Ptr[u64](bss))))
    r, w = os.pipe()                    # the app's 3 and 4: no worker's
    same(watch, "numbers of descriptors", spawn(numbers, [], memory=BIG).join().packet, [])
    packet = [kernel, str(int(slot_of(watch.other).base) + 64), str(int(usize(linker_symbol("__user_rodata_start"))))]
    same(watch, "addresses of streams", spawn(addresses, packet, memory=MEMORY).join().packet, [])
    os.close(r)
    os.close(w)
    hoarders()
    watch.check("hoarders")
    other = str(prim.zext(int, watch.other.fid))
    same(watch, "meddling", spawn(house, [other], title="house", promises=ALL, memory=BIG).join().packet, ["1", "0"])
    watch.judge("no proc", spawn(meddles, ["1", "1"], promises=ALL & ~PROC).join(), Reason.PLEDGE)
    for _ in range(3):
        pause()
    watch.judge("still there", spawn(nothing, [], memory=MEMORY).join(), Reason.EXITED)
    foreground(0)
