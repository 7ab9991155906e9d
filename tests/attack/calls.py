"""SYSNUM and more: a worker hands in numbers, pointers and names that are not right. Every answer is an error to it."""

from kernel.calls import COUNT
from kernel.pages import pages_free
from kernel.worker import SLOTS
from lib.hive import EXEC, Reason, spawn
from rumpk import Array, Ptr, extern, linker_symbol, prim, u8, u64, usize
from watch import MEMORY, ROUNDS, Watch, bss, done, failures, nothing, pause, sibling, slot_of

NO_SUCH = -3
BAD_DESCRIPTOR = -9
AGAIN = -11
NO_MEMORY = -12
BAD_ADDRESS = -14
BAD_VALUE = -22
NO_CALL = -38

EXIT = 0
WRITE = 2
READ = 3
REPLY = 5
SLEEP = 8
YIELD = 7
PLEDGE = 9
SPAWN = 10
WAIT = 11
TAKE = 12
KILL = 13
SELF = 14
CLOSE = 17
PIPE = 18
DUP = 19
FUZZ_ROUNDS = 340_000                   # in each of three configurations: a million
EDGES = [0, 1, 2, 7, 8, 255, 4095, 4096, (1 << 31) - 1, 1 << 31, 1 << 32, (1 << 62) - 1, 1 << 62, (1 << 63) - 1, -1, -2,
         -4096, -(1 << 31), -(1 << 62), -(1 << 63)]


_record: Array[u64, 13] = Array[u64, 13]()


@extern("raw_call")
def raw_call(number: int, a: int, b: int, c: int, d: int, e: int, f: int) -> int: ...


@extern("call_with_stack")
def call_with_stack(stack: int) -> int:
    """The call `null`, with another stack pointer."""
    ...


def expect(found: list[str], name: str, result: int, wanted: int) -> None:
    if result != wanted:
        found.append(f"{name}: {result}, not {wanted}")


def spawn_call(entry: int, packet: int, size: int, memory: int, stdin: int = 0) -> int:
    """The call `spawn`, with a record in the caller's memory."""
    for i, word in enumerate((entry, packet, size, -1, memory, 0, stdin, 1, 2, 0, 1, 0, 0)):
        _record[i] = prim.zext(u64, word)
    return raw_call(SPAWN, prim.zext(int, usize(Ptr[u64](_record))), 0, 0, 0, 0, 0)


def numbers(packet: list[str]) -> list[str]:
    """SYSNUM-01."""
    found: list[str] = []
    for number in range(COUNT, 4096):
        expect(found, f"SYSNUM-01 {number}", raw_call(number, 1, 2, 3, 4, 5, 6), NO_CALL)
    for number in (-1, -(1 << 63), (1 << 63) - 1):
        expect(found, f"SYSNUM-01 {number}", raw_call(number, 1, 2, 3, 4, 5, 6), NO_CALL)
    return found


def names(packet: list[str]) -> list[str]:
    """SYSNUM-02 to -05: `packet` has the name of somebody else's worker."""
    found: list[str] = []
    out = bytes(64)
    words = prim.zext(int, usize(prim.ref_ptr(out))) + 24
    child = spawn(nothing, [], memory=MEMORY)
    fid = prim.zext(int, child.fid)
    child.join()
    for name, handle in (("SYSNUM-02", 12345), ("SYSNUM-03", fid), ("SYSNUM-04", int(packet[0])),
                         ("SYSNUM-05", raw_call(SELF, 0, 0, 0, 0, 0, 0)), ("SYSNUM-05", words), ("SYSNUM-05", 0)):
        expect(found, name, raw_call(WAIT, handle, words, 0, 0, 0, 0), NO_SUCH)
        expect(found, name, raw_call(TAKE, handle, words, 8, 0, 0, 0), NO_SUCH)
        expect(found, name, raw_call(KILL, handle, 0, 0, 0, 0, 0), NO_SUCH)
    for entry in (0, words, int(packet[1]), -1):
        expect(found, "SYSNUM-05", spawn_call(entry, words, 8, MEMORY), BAD_VALUE)
    return found


def pointers(packet: list[str]) -> list[str]:
    """Pointers of calls: of the kernel, of another worker, over the edges. `packet`: kernel, other, constants, text."""
    found: list[str] = []
    buffer = bytes(64)
    own = prim.zext(int, usize(prim.ref_ptr(buffer))) + 24
    end = (own & -MEMORY) + MEMORY
    constants = int(packet[2])
    for place, count in ((int(packet[0]), 8), (int(packet[1]), 8), (0, 1), (-8, 16), (end - 4, 8), (end, 1),
                         (own, 1 << 62), (own, -1), (own, -8), (own - own % MEMORY - 1, 2), (end - MEMORY - 1, 1),
                         (constants, 1 << 40), (int(packet[3]), 8)):
        expect(found, f"write {place} {count}", raw_call(WRITE, 2, place, count, 0, 0, 0), BAD_ADDRESS)
        expect(found, f"read {place} {count}", raw_call(READ, 0, place, count, 0, 0, 0), BAD_ADDRESS)
        expect(found, f"reply {place} {count}", raw_call(REPLY, place, count, 0, 0, 0, 0), BAD_ADDRESS)
        expect(found, f"spawn {place} {count}", spawn_call(int(packet[3]), place, count, MEMORY), BAD_ADDRESS)
    expect(found, "constants", raw_call(WRITE, 2, constants, 0, 0, 0, 0), 0)
    for place in (own + 1, own + 4):
        expect(found, f"wait {place}", raw_call(WAIT, 1, place, 0, 0, 0, 0), BAD_ADDRESS)
    for place in (constants, int(packet[0]), end - 40, own + 1 - MEMORY):
        expect(found, f"read {place}", raw_call(READ, 0, place, 48, 0, 0, 0), BAD_ADDRESS)
        expect(found, f"wait {place}", raw_call(WAIT, 1, place, 0, 0, 0, 0), BAD_ADDRESS)
        expect(found, f"take {place}", raw_call(TAKE, 1, place, 48, 0, 0, 0), BAD_ADDRESS)
    for channel in (0, 3, 31, 32, -1, 1 << 40):
        expect(found, f"channel {channel}", raw_call(WRITE, channel, own, 8, 0, 0, 0), BAD_DESCRIPTOR)
    for memory in (0, -1, 4096, 1 << 40, -(1 << 63)):
        expect(found, f"memory {memory}", spawn_call(int(packet[3]), own, 8, memory), BAD_VALUE)
    expect(found, "packet", spawn_call(int(packet[3]), end - MEMORY, MEMORY, MEMORY), BAD_VALUE)
    for descriptor in (3, 31, 32, -2, 1 << 40, -(1 << 63), (1 << 63) - 1):
        expect(found, f"stdin {descriptor}", spawn_call(int(packet[3]), own, 8, MEMORY, descriptor), BAD_DESCRIPTOR)
    for place in (int(packet[0]), int(packet[1]), 0, -8, end - 96, end, end - MEMORY - 8, own + 1, (1 << 63) - 8):
        expect(found, f"record {place}", raw_call(SPAWN, place, 0, 0, 0, 0, 0), BAD_ADDRESS)
        expect(found, f"pipe {place}", raw_call(PIPE, place if place != end - 96 else end - 8, 0, 0, 0, 0, 0), BAD_ADDRESS)
    return found


@extern("fill_registers")
def fill_registers(rounding: int) -> None:
    """Write a pattern into every floating point register; rounding becomes another one."""
    ...


@extern("dump_registers")
def dump_registers(place: int) -> None:
    """Let others run; then store what a call has left in registers at `place`, 64 words of it, and the rounding."""
    ...


@extern("reserve_and_store")
def reserve_and_store(own: int, other: int) -> int:
    """Load-reserved at `own`, store-conditional at `other`; 0 if that has stored."""
    ...


def paints(packet: list[str]) -> list[str]:
    """Leaves a pattern in registers, and a way to round, whenever others run."""
    while True:
        fill_registers(int(packet[0]))
        raw_call(YIELD, 0, 0, 0, 0, 0, 0)
    return []


def looks(packet: list[str]) -> list[str]:
    """What others have left in its registers: words that are not zero."""
    buffer = bytes(1024)
    place = (prim.zext(int, usize(prim.ref_ptr(buffer))) + 24 + 63) & -64
    found: list[str] = []
    for _ in range(3):
        dump_registers(place)
        for i in range(65):
            word = prim.zext(int, Ptr[u64](prim.int_ptr(Ptr[u8], place))[i])
            if word != 0:
                found.append(f"{i}: {word}")
    return found


def conditional(packet: list[str]) -> list[str]:
    """KMEM-29: reserves its own memory, stores to somebody else's."""
    buffer = bytes(64)
    own = (prim.zext(int, usize(prim.ref_ptr(buffer))) + 24 + 7) & -8
    if reserve_and_store(own, own) != 0:
        return ["its own fails"]
    return [] if reserve_and_store(own, int(packet[0])) != 0 else ["stored"]


def last_words(packet: list[str]) -> list[str]:
    """A reply of no bytes at the end of its memory, where the block of somebody else begins."""
    buffer = bytes(64)
    size = int(packet[0])
    end = (prim.zext(int, usize(prim.ref_ptr(buffer))) & -size) + size
    for _ in range(2):
        raw_call(REPLY, end, 0, 0, 0, 0, 0)
    raw_call(EXIT, 0, 0, 0, 0, 0, 0)
    return []


def silence(watch: Watch) -> None:
    """What a worker says last frees nothing but its own: blocks behind and before it stay whose they are."""
    for _ in range(ROUNDS // 4):
        start = pages_free()
        holders = [spawn(sibling, [], memory=MEMORY)]
        one = start - pages_free()
        talkers = []
        for size in (MEMORY, 2 * MEMORY, MEMORY, 2 * MEMORY, 4 * MEMORY):
            talkers.append(spawn(last_words, [str(size)], memory=size))
            holders.append(spawn(sibling, [], memory=MEMORY))
        for talker in talkers:
            watch.judge("last words", talker.join(), Reason.EXITED)
        pause()
        if start - pages_free() != one * len(holders):
            failures.append(f"last words: {start - pages_free()} pages are in use, not {one * len(holders)}")
        for holder in holders:
            holder.kill()
            watch.judge("holder", holder.join(), Reason.KILLED)
    watch.check("last words")


def tenth(text: str) -> float:
    """A division that is not exact: its last bit says how it was rounded."""
    return -1.0 / float(text)


def registers(watch: Watch) -> None:
    """Nothing of others is left in registers, and how one rounds is nobody else's affair."""
    before = tenth("10")
    painter = spawn(paints, [str(1)], memory=MEMORY)
    for _ in range(ROUNDS // 10):
        same(watch, "left in registers", spawn(looks, []).join().packet, [])
        if tenth("10") != before:
            failures.append("the app rounds as a worker does")
    painter.kill()
    watch.judge("painter", painter.join(), Reason.KILLED)
    kernel = prim.zext(int, usize(Ptr[u8](bss)))
    for _ in range(ROUNDS):
        out = spawn(conditional, [str(kernel)], memory=MEMORY).join()
        if out.packet != [] or out.reason not in (Reason.EXITED, Reason.FAULT):
            failures.append(f"KMEM-29 conditional: {out.reason.name} {out.packet}")
    watch.check("conditional")


def fuzz(packet: list[str]) -> list[str]:
    """SYSNUM-06: all calls but those that end or stop the caller, with edges for arguments."""
    seed = int(packet[0])
    calls = [n for n in range(COUNT) if n not in (EXIT, SLEEP, PLEDGE)]
    for _ in range(FUZZ_ROUNDS):
        seed = (seed * 1103515245 + 12345) % 2147483648
        pick = seed >> 8
        a, b, c = EDGES[pick % 20], EDGES[pick // 20 % 20], EDGES[pick // 400 % 20]
        raw_call(calls[pick // 8000 % len(calls)], a, b, c, b, a, c)
    return ["lives"]


def inside(packet: list[str]) -> list[str]:
    """SYSNUM-07: a call while an exception is handled."""
    try:
        raise ValueError("here")
    except ValueError:
        before = raw_call(1, 0, 0, 0, 0, 0, 0)
    finally:
        after = raw_call(1, 0, 0, 0, 0, 0, 0)
    return [str(before), str(after)]


def stacks(packet: list[str]) -> list[str]:
    """SYSNUM-08: the stack pointer is of no use to the kernel."""
    return [str(call_with_stack(int(place))) for place in packet]


def bomb(packet: list[str]) -> list[str]:
    """Spawns itself until that fails, twice a worker."""
    depth = int(packet[0])
    made = 0
    for _ in range(2):
        try:
            spawn(bomb, [str(depth + 1)], memory=MEMORY)
            made += 1
        except RuntimeError:
            pass
        except MemoryError:
            pass
    return [str(made)]


def hog(packet: list[str]) -> list[str]:
    """Takes all pages that there are."""
    made = 0
    try:
        while made < SLOTS:
            spawn(sibling, [], memory=1 << 24)
            made += 1
    except MemoryError:
        return ["MemoryError"]
    except RuntimeError:
        return ["RuntimeError"]
    return []


def same(watch: Watch, name: str, packet: list[str], wanted: list[str]) -> None:
    if packet != wanted:
        failures.append(f"{name}: {packet}")
    watch.check(name)
    done.append(name)


def attack_calls(watch: Watch, configuration: int) -> None:
    kernel = str(int(usize(Ptr[u8](bss))))
    other = slot_of(watch.other)
    text = str(int(usize(linker_symbol("__user_text_start"))))
    same(watch, "SYSNUM-01", spawn(numbers, []).join().packet, [])
    same(watch, "SYSNUM-02", spawn(names, [str(prim.zext(int, watch.other.fid)), kernel]).join().packet, [])
    done.extend(["SYSNUM-03", "SYSNUM-04", "SYSNUM-05"])
    constants = str(int(usize(linker_symbol("__user_rodata_start"))))
    packet = [kernel, str(int(other.base) + 64), constants, text]
    same(watch, "pointers", spawn(pointers, packet, memory=MEMORY).join().packet, [])
    same(watch, "SYSNUM-06", spawn(fuzz, [str(configuration)]).join().packet, ["lives"])
    same(watch, "SYSNUM-07", spawn(inside, []).join().packet, ["0", "0"])
    same(watch, "SYSNUM-08", spawn(stacks, [kernel, "0", "-16", "3", text, "1"]).join().packet, ["0"] * 6)
    registers(watch)
    silence(watch)
    watch.judge("bomb", spawn(bomb, ["0"], memory=MEMORY).join(), Reason.EXITED)
    watch.check("bomb")
    watch.settle()
    same(watch, "hog", spawn(hog, []).join().packet, ["MemoryError"])
    watch.settle()
    watch.judge("no exec", spawn(hog, [], promises=-1 & ~EXEC).join(), Reason.PLEDGE)
