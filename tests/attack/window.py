"""A worker's memory before and after it is open (kernel/window.py): nothing of an earlier owner is seen, however its
edges are touched; what lies outside of it stays outside; system calls, kills and budgets in the middle."""

from time import sleep

from hal.cause import Cause
from lib.hive import Reason, Worker, spawn
from rumpk import Array, Ptr, extern, linker_symbol, prim, u8, u64, usize
from watch import Watch, failures, nothing, pause, slot_of

PAGE = 4096
SIZES = [16384, 65536, 1 << 20, 2 << 20, 4 << 20, 8 << 20]
MARK = 0x5A17_0C0F_FEE0_BAD5
BAD_ADDRESS = -14
ROUNDS = 30
AHEAD = 1536                            # bytes below a frame that what is called may use

words: Array[u64, 6] = Array[u64, 6]()


@extern("sys_write")
def sys_write(channel: int, place: int, count: int) -> int: ...


@extern("sys_reply")
def sys_reply(place: int, count: int) -> int: ...


@extern("sys_wait")
def sys_wait(fid: u64, out: int) -> int: ...


@extern("sys_take")
def sys_take(fid: u64, place: int, count: int) -> int: ...


@extern("sys_spawn")
def sys_spawn(record: int) -> int: ...


@extern("sys_exit")
def sys_exit(code: int) -> int: ...


@extern("hive_wait")
def hive_wait(fid: u64, out: Ptr[u64]) -> int: ...


@extern("hive_take")
def hive_take(fid: u64, buffer: Ptr[u8], count: int) -> int: ...


def at(address: int) -> Ptr[u64]:
    return Ptr[u64](prim.int_ptr(Ptr[u8], address))


def here() -> int:
    """An address in the arena, near the newest block, at a multiple of 8."""
    return (prim.zext(int, usize(prim.ref_ptr(bytes(64)))) + 7) & -8


def marked(address: int) -> int:
    """How the painter marks a word; the value is nowhere else."""
    return prim.mul_wrap(address ^ MARK, 0x9E37_79B1)


def paint(packet: list[str]) -> list[str]:
    """Mark all memory that is not in use here, from the far end to the near one and the other way, and die of a fault."""
    size = int(packet[0])
    own, stack = here(), prim.zext(int, prim.stack_address())
    base = own & -size
    place = base + size - 8
    while place > own + 2 * PAGE:
        prim.volatile_store(at(place), prim.bitcast(u64, marked(place)))
        place -= 8
    place = base
    while place < stack - AHEAD:
        prim.volatile_store(at(place), prim.bitcast(u64, marked(place)))
        place += 8
    prim.volatile_store(at(64), u64(1))
    return []


def search(packet: list[str]) -> list[str]:
    """How many words of the own memory hold a mark, or are not zero where nobody has written. The order: `packet`."""
    size, order = int(packet[0]), packet[1]
    own, stack = here(), prim.zext(int, prim.stack_address())
    base = own & -size
    if order == "ends":
        seen = int(prim.volatile_load(at(base)) != 0) + int(prim.volatile_load(at(base + size - 8)) != 0)
    else:
        seen = 0
    step = -8 if order == "down" else 8
    place = base + size - 8 if order == "down" else base
    for _ in range(size // 8):
        word = prim.bitcast(int, prim.volatile_load(at(place)))
        if word != 0 and (word == marked(place) or place < stack - AHEAD or place > own + 2 * PAGE):
            seen += 1
        place += step
    return [str(seen)]


def straddle(packet: list[str]) -> list[str]:
    """Accesses across each border between pages, the window's edges among them, upwards or downwards."""
    size, how = int(packet[0]), packet[1]
    own, stack = here(), prim.zext(int, prim.stack_address())
    base = own & -size
    wrong = 0
    first = (own + 2 * PAGE) & -PAGE
    count = (base + size - first + PAGE - 1) // PAGE
    for i in range(count + ((stack - AHEAD) // PAGE - base // PAGE)):
        place = first + PAGE * i if i < count else ((stack - AHEAD) & -PAGE) - PAGE * (i - count)
        if how == "load":
            wrong += int(prim.volatile_load(at(place - 3)) != 0)
        elif how == "store":
            prim.volatile_store(at(place - 5), u64(0x0123_4567_89AB_CDEF))
            wrong += int(prim.volatile_load(at(place - 5)) != 0x0123_4567_89AB_CDEF)
            wrong += int(prim.volatile_load(at(place + 3)) != 0)
        elif how == "float":
            one = Ptr[float](prim.int_ptr(Ptr[u8], place - 8))
            wrong += int(one[0] != 0.0) + int(one[1] != 0.0)
            one[1] = one[0] + 1.5
            wrong += int(one[1] != 1.5)
        elif how == "copy":
            prim.mem_set(prim.int_ptr(Ptr[u8], place - 100), u8(7), usize(200))
            prim.mem_copy(prim.int_ptr(Ptr[u8], place - 300), prim.int_ptr(Ptr[u8], place - 77), usize(150))
            wrong += int(prim.int_ptr(Ptr[u8], place + 99)[0] != 7) + int(prim.int_ptr(Ptr[u8], place + 100)[0] != 0)
        elif how == "add":
            wrong += int(prim.atomic_add_seqcst(at(place), u64(5)) != 0) + int(prim.volatile_load(at(place)) != 5)
        elif how == "swap":
            wrong += int(prim.atomic_swap_seqcst(at(place - 8), u64(5)) != 0)
            wrong += int(prim.atomic_swap_seqcst(at(place), u64(6)) != 0)
        elif how == "cas":
            wrong += int(prim.atomic_cas_seqcst(at(place), u64(0), u64(9)) != 0)
            wrong += int(prim.volatile_load(at(place)) != 9)
    return [str(wrong)]


def beyond(packet: list[str]) -> list[str]:
    """One load or store that begins inside and ends outside, or lies outside, by so many bytes from base or end."""
    size, how, where = int(packet[0]), packet[1], int(packet[2])
    base = here() & -size
    place = base + size + where if packet[3] == "end" else base + where
    if how == "load":
        prim.volatile_load(at(place))
    elif how == "store":
        prim.volatile_store(at(place), u64(1))
    else:
        prim.atomic_add_seqcst(at(place & -8), u64(1))
    return []


def spawns(record: int, entry: int, place: int, count: int) -> int:
    """The call `spawn` with a record at `record`; 0 where it made a worker."""
    for i, word in enumerate((entry, place, count, 0, 65536, 0, 0, 1, 2, 0, 1, 0, 0)):
        prim.volatile_store(at(record + 8 * i), prim.zext(u64, word))
    result = sys_spawn(record)
    return result if -4096 <= result < 0 else 0


def calls(packet: list[str]) -> list[str]:
    """System calls whose memory is not open yet, or not the caller's."""
    size, entry = int(packet[0]), int(packet[1])
    buffer = bytes(256)
    own = (prim.zext(int, usize(prim.ref_ptr(buffer))) + 31) & -8
    base = own & -size
    end = base + size
    found: list[str] = []
    child = spawn(nothing, ["x"], memory=16384)
    far = (own + (end - own) // 2) & -PAGE
    for name, result, wanted in [
            ("record of zeros", sys_spawn(far & -PAGE), BAD_ADDRESS), ("packet", spawns(own, entry, end - PAGE, PAGE), 0),
            ("record beyond", sys_spawn(end - 96), BAD_ADDRESS), ("record below", sys_spawn(base - 8), BAD_ADDRESS),
            ("packet beyond", spawns(own, entry, end - 8, 16), BAD_ADDRESS),
            ("past the end", sys_write(1, end - 8, 16), BAD_ADDRESS), ("wraps", sys_write(1, far, -far + 8), BAD_ADDRESS),
            ("negative", sys_write(1, far, -1), BAD_ADDRESS), ("before", sys_write(1, base - 1, 2), BAD_ADDRESS),
            ("reply", sys_reply(base - 8, size), BAD_ADDRESS), ("nothing", sys_write(1, far, 0), 0),
            ("nothing at the end", sys_write(1, end, 0), 0), ("nothing behind", sys_write(1, end + 1, 0), BAD_ADDRESS),
            ("odd", sys_wait(child.fid, far + 4), BAD_ADDRESS), ("over", sys_wait(child.fid, end - 40), BAD_ADDRESS),
            ("wait", sys_wait(child.fid, end - 48), 0), ("take", min(sys_take(child.fid, end - 256, 200), 1), 1)]:
        if result != wanted:
            found.append(f"{name}: {result}, not {wanted}")
    if prim.volatile_load(at(end - 48)) != 0:
        found.append("the child's reason")
    sys_reply(base, size)
    if found == []:
        sys_exit(33)
    return found


def deepest(depth: int) -> int:
    try:
        return deepest(depth + 1)
    except RecursionError:
        return depth


def level(depth: int) -> int:
    return level(depth + 1) + 1


def recurses(packet: list[str]) -> list[str]:
    """The stack's end is met three times; it is always at the same depth, and the stack is usable in between."""
    depths: list[int] = []
    for _ in range(3):
        depths.append(deepest(0))
        try:
            level(0)
        except RecursionError as error:
            depths.append(-len(str(error)))
    return [str(depths[0] // 100), str(depths[0] == depths[2] == depths[4]), str(depths[1])]


def touches(packet: list[str]) -> list[str]:
    """All of a large memory, page by page."""
    size = int(packet[0])
    own = here()
    for place in range((own + 2 * PAGE) & -PAGE, (own & -size) + size, PAGE):
        prim.volatile_store(at(place), u64(1))
    return []


def check(name: str, got: object, wanted: object) -> None:
    if str(got) != str(wanted):
        failures.append(f"{name}: {got}, not {wanted}")


def painted(size: int) -> None:
    """A block of that size is marked and free; the next worker of the size gets it."""
    out = spawn(paint, [str(size)], memory=size).join()
    check(f"paint {size}", f"{out.reason.name} {out.address}", "FAULT 64")


def nothing_is_seen() -> None:
    for size in SIZES:
        for order in ("up", "down", "ends"):
            painted(size)
            check(f"search {size} {order}", spawn(search, [str(size), order], memory=size).join().packet, ["0"])


def edges() -> None:
    for size in SIZES[1:5]:
        for how in ("load", "store", "float", "copy", "add", "swap", "cas"):
            painted(size)
            out = spawn(straddle, [str(size), how], memory=size).join()
            check(f"straddle {size} {how}", f"{out.reason.name} {out.packet}", "EXITED ['0']")


def outside(watch: Watch) -> None:
    for size in SIZES:
        for how in ("load", "store", "add"):
            for side, where in (("end", 0), ("end", -3), ("end", -7), ("end", 64), ("base", -8), ("base", -PAGE)):
                if how == "add" and where in (-3, -7):
                    continue
                out = spawn(beyond, [str(size), how, str(where), side], memory=size).join()
                watch.judge(f"beyond {size} {how} {side} {where}", out, Reason.FAULT)
                causes = [Cause.LOAD_FAULT] if how == "load" else [Cause.STORE_FAULT] + [Cause.LOAD_FAULT] * (how == "add")
                if Cause(out.cause) not in causes:
                    failures.append(f"beyond {size} {how} {side} {where}: cause {out.cause}")
        watch.check(f"beyond {size}")


def in_calls() -> None:
    """The reply, all of the worker's memory, holds no mark."""
    for size in SIZES[:4]:
        painted(size)
        worker = spawn(calls, [str(size), str(int(usize(linker_symbol("__user_text_start"))))], memory=size)
        hive_wait(worker.fid, Ptr[u64](words))
        reply = bytes(max(size, prim.zext(int, words[4])))
        content = Ptr[u8](prim.ref_ptr(reply)) + 24
        base = prim.zext(int, usize(content))
        hive_take(worker.fid, content, size)
        if words[0] != 0 or words[1] != 33:
            failures.append(f"calls {size}: {words[0]} {words[1]} {words[2]} {words[3]} {reply[:400]!r}")
        check(f"calls {size}, bytes", int(words[4]), size)
        check(f"calls {size}, marks", len([i for i in range(0, size, 8) if at(base + i)[0] == MARK]), 0)


def stacks() -> None:
    depths = [spawn(recurses, [], memory=size).join().packet for size in (65536, 1 << 20, 4 << 20)]
    check("recursion", [words[1:] for words in depths], [["True", depths[0][2]]] * 3)
    check("deeper with more", 12 * int(depths[0][0]) < int(depths[1][0]) < 40 * int(depths[0][0]) + 40, True)


def in_the_middle(watch: Watch) -> None:
    """Kills at many moments of growing, and budgets that end there."""
    size = 16 << 20
    for turn in range(ROUNDS):
        worker: Worker = spawn(touches, [str(size)], memory=size)
        sleep(0.00005 * turn)
        worker.kill()
        reason = worker.join().reason
        if reason not in (Reason.KILLED, Reason.EXITED):
            failures.append(f"killed: {reason.name}")
    for turn in range(ROUNDS):
        out = spawn(touches, [str(size)], memory=size, time_us=1 + 20 * turn).join()
        if out.reason not in (Reason.TIME, Reason.EXITED):
            failures.append(f"budget: {out.reason.name}")
    watch.check("in the middle")


def main() -> int:
    watch = Watch()
    nothing_is_seen()
    edges()
    outside(watch)
    in_calls()
    stacks()
    in_the_middle(watch)
    other = slot_of(watch.other)
    check("the sibling's window", other.base <= other.low < other.high <= other.end, True)
    pause()
    watch.settle()
    return watch.end()
