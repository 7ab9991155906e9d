"""Workers: own variables, packets, exceptions, pledges, budgets, sleep, children, kill, a stack that overflows."""

from kernel.pages import pages_free
from lib.hive import ALL, EXEC, STDIO, TIME, Outcome, Worker, spawn, supervise
from lib.system import uptime_ns
from lib.worker import be_lenient, pledge, sleep_us, sys_reply, yield_now
from rumpk import Ptr, prim, u8, u64, usize

counter: int = 0
names: list[str] = ["x", "y"]
table: dict[str, int] = {"a": 1, "b": 2}


def hello(packet: list[str]) -> list[str]:
    global counter
    counter += 1
    names.append(packet[0])
    table[packet[0]] = counter
    yield_now()
    return ["done", str(packet), str(counter), str(names), str(table), "ä€😀", ""]


def missing(packet: list[str]) -> list[str]:
    return [str(table[packet[0]])]


def caught(packet: list[str]) -> list[str]:
    out: list[str] = []
    for text in packet:
        try:
            out.append(str(100 // int(text)))
        except ValueError as error:
            out.append(str(error))
        except ZeroDivisionError:
            out.append("zero")
        finally:
            out.append("finally")
    return out


def crowd_of_spinners(packet: list[str]) -> list[str]:
    """Has little time, and makes many who would have as much each."""
    crowd = [spawn(endless, [], memory=16384, quiet=True) for _ in range(8)]
    sleep_us(1_000_000)
    return [one.join().reason.name for one in crowd]


def endless(packet: list[str]) -> list[str]:
    n = 0
    while n >= 0:
        n = (n + 1) % 1000
    return []


def silent(packet: list[str]) -> list[str]:
    pledge(EXEC)
    print("not allowed")
    return ["not reached"]


def lenient(packet: list[str]) -> list[str]:
    be_lenient(True)
    left = pledge(STDIO)
    try:
        sleep_us(1)
    except PermissionError as error:
        return [str(error), str(left), str(pledge(ALL))]
    return ["it slept"]


def sleeper(packet: list[str]) -> list[str]:
    print("sleeper")
    for _ in range(3):
        sleep_us(1000)
    return ["slept"]


def naps(packet: list[str]) -> list[str]:
    sleep_us(1_000_000_000)
    return ["not reached"]


def deep(packet: list[str]) -> list[str]:
    return [str(down(int(packet[0])))]


def down(n: int) -> int:
    return 0 if n == 0 else 1 + down(n - 1)


def deeper(packet: list[str]) -> list[str]:
    """RecursionError is caught, again and again, with or without memory for it."""
    out: list[str] = []
    for _ in range(3):
        try:
            down(1_000_000)
        except RecursionError as error:
            out.append(str(error))
    return [out[0], str(len(out)), str(down(20))]


def polite(packet: list[str]) -> list[str]:
    """Its turns are never over when it gives them away; its time is."""
    while True:
        yield_now()
    return []


def idle_parent(packet: list[str]) -> list[str]:
    """What its child uses is its own time, half of which the child gets."""
    return [spawn(endless, []).join().reason.name]


def greedy(packet: list[str]) -> list[str]:
    """Spawns as many as it can."""
    made = 0
    try:
        while True:
            spawn(naps, [], memory=16384)
            made += 1
    except RuntimeError as error:
        print(str(error), made > 40)
    sleep_us(1_000_000_000)
    return []


def garbage(packet: list[str]) -> list[str]:
    """Its last words are no packet."""
    words = b"no packet at all"
    sys_reply(Ptr[u8](prim.ref_ptr(words)) + 16, 11)
    raise SystemExit(3)


def memory(packet: list[str]) -> list[str]:
    kept: list[list[int]] = []
    try:
        while True:
            kept.append([len(kept)] * 100)
    except MemoryError:
        return ["MemoryError", str(len(kept) > 10)]


def collect(packet: list[str]) -> list[str]:
    total = 0
    for i in range(2000):
        total += len([i] * 100)
    return [str(total)]


def leaves(packet: list[str]) -> list[str]:
    raise SystemExit(int(packet[0]))


def wild(packet: list[str]) -> list[str]:
    Ptr[u64](usize(int(packet[0])))[0] = u64(1)
    return ["wrote"]


def parent(packet: list[str]) -> list[str]:
    """Its children have no more rights than it, and end with it."""
    left = pledge(STDIO | EXEC)
    first = spawn(rights, [], promises=ALL).join()
    second = spawn(sleeper, [], promises=TIME | STDIO).join()
    spawn(endless, [])
    return [first.packet[0], str(left), second.reason.name]


def rights(packet: list[str]) -> list[str]:
    return [str(pledge(ALL))]


def floats(packet: list[str]) -> list[str]:
    """Floating point state is its own, in spite of others in between."""
    x, step = float(packet[0]), 0.5
    for i in range(2000):
        x = x * 1.0000001 + step
        if i % 100 == 0:
            yield_now()
    return [f"{x:.6f}"]


def floats_here(packet: list[str]) -> list[str]:
    """The same without a wall."""
    x, step = float(packet[0]), 0.5
    for _ in range(2000):
        x = x * 1.0000001 + step
    return [f"{x:.6f}"]


starts: list[int] = []


def again() -> Worker:
    """Fails twice, then does not."""
    starts.append(len(starts))
    return spawn(missing, ["zz" if len(starts) < 3 else "a"])


def show(name: str, out: Outcome) -> None:
    print(name, out.reason.name, out.code, out.packet)


def main() -> int:
    show("warm", spawn(rights, [], promises=5).join())
    before = pages_free()
    a, b = spawn(hello, ["a", "b"]), spawn(hello, ["c"])
    show("a", a.join())
    show("b", b.join())
    print(counter, names, table)
    show("missing", spawn(missing, ["zz"]).join())
    show("caught", spawn(caught, ["7", "x", "0"]).join())
    waits = spawn(sleeper, [])
    yield_all()
    out = spawn(endless, [], time_us=30_000).join()
    show("endless", out)
    print(20_000_000 < out.time_ns < 500_000_000)
    show("sleeper", waits.join())
    show("silent", spawn(silent, []).join())
    show("lenient", spawn(lenient, []).join())
    show("deep", spawn(deep, ["50"]).join())
    show("deeper", spawn(deep, ["100000"]).join())
    show("deeper still", spawn(deeper, [], memory=16384).join())
    show("polite", spawn(polite, [], time_us=30_000).join())
    show("idle parent", spawn(idle_parent, [], time_us=30_000).join())
    split = spawn(crowd_of_spinners, [], time_us=200_000).join()
    show("crowd", split)
    print("time cannot be had twice:", split.time_ns < 300_000_000)
    show("garbage", spawn(garbage, []).join())
    crowd = spawn(greedy, [])
    while pages_free() > before - 200:
        yield_all()
    show("others", spawn(rights, [], promises=1).join())
    crowd.kill()
    show("greedy", crowd.join())
    while pages_free() < before:
        yield_all()
    show("memory", spawn(memory, []).join())
    show("collect", spawn(collect, []).join())
    show("leaves", spawn(leaves, ["42"]).join())
    show("wild", spawn(wild, ["64"]).join())
    show("parent", spawn(parent, []).join())
    some = [spawn(floats, [text]) for text in ("1.5", "2.5", "1.5")]
    print([worker.join().packet for worker in some], floats_here(["1.5"]))
    killed = spawn(endless, [])
    killed.kill()
    show("killed", killed.join())
    asleep = spawn(naps, [])
    yield_all()
    asleep.kill()
    show("asleep", asleep.join())
    try:
        asleep.join()
    except LookupError as error:
        print(error)
    for bad in (lambda: spawn(hello, ["x"], memory=100), lambda: spawn(hello, ["x"], time_us=-1),
                lambda: spawn(hello, ["x" * 100_000])):
        try:
            bad()
        except ValueError as error:
            print(error)
    show("supervised", supervise(again))
    show("given up", supervise(lambda: spawn(wild, ["64"]), restarts=2))
    print(starts)
    begin = uptime_ns()
    supervise(lambda: spawn(wild, ["64"]), restarts=3, backoff=0.004)
    print("waits double:", 28_000_000 <= uptime_ns() - begin < 40_000_000)
    print("all pages are back:", pages_free() == before)
    return 0


def yield_all() -> None:
    spawn(rights, []).join()
