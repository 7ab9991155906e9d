"""What every attack is judged by: the worker dies of what it should, its control lives, a sibling's progress goes on,
nothing of the kernel has changed, and at the end every page is back."""

import time

from kernel.pages import page_alloc, pages_free
from kernel.worker import FREE, SLOTS, Worker as Slot, slot as slot_at
from lib.hive import Outcome, Reason, Worker, spawn
from lib.worker import sys_reply, yield_now
from npl.nipbox.main import main as run_shell
from rumpk import Array, Ptr, linker_symbol, prim, u8, u64, usize

PAGE = 4096
ROUNDS = 100
MEMORY = 65536
PATIENCE = 3                            # seconds

data: Array[u64, 8] = Array[u64, 8]([u64(0x5EED + i) for i in range(8)])
bss: Array[u64, 8] = Array[u64, 8]()
heap: list[int] = []
failures: list[str] = []
done: list[str] = []
pages: list[int] = []


def sibling(packet: list[str]) -> list[str]:
    """Counts in its own memory as long as it lives."""
    count = Ptr[u64](prim.ref_ptr(bytes(64))) + 4
    sys_reply(Ptr[u8](count), 8)
    while True:
        count[0] = count[0] + 1
        yield_now()
    return []


def slot_of(worker: Worker) -> Slot:
    for number in range(SLOTS):
        slot = slot_at(number)
        if slot.state != FREE and slot.fid == worker.fid:
            return slot
    raise LookupError("the worker is gone")


class Watch:
    """One boot's worth of attacks."""

    def __init__(self) -> None:
        heap.append(0x5EED)
        self.ledger = page_alloc(0) if spawn_one() else usize(0)
        self.network = page_alloc(0)
        Ptr[u64](self.ledger)[0] = u64(0x1ED6E4)
        Ptr[u64](self.network)[0] = u64(0x2E7)
        pages.append(pages_free())
        self.other = spawn(sibling, [], memory=MEMORY)
        self.before = self.progress()
        self.sum = self.canaries()

    def progress(self) -> int:
        """How far the sibling has come; waits until it has come somewhere."""
        slot = slot_of(self.other)
        while slot.reply == 0:
            pause()
        return int(Ptr[u64](slot.reply)[0])

    def canaries(self) -> int:
        """A sum over the kernel's text, constants, and what stands for its data."""
        total = 0
        at = int(usize(linker_symbol("__text_start")))
        end = int(usize(linker_symbol("__user_text_start")))
        words = Ptr[u64](usize(at))
        for i in range((end - at) // 8):
            total = prim.add_wrap(total * 1, prim.zext(int, words[i]))
        for i in range(8):
            total = prim.add_wrap(total, prim.zext(int, data[i] + bss[i]))
        total = prim.add_wrap(total, heap[0] + prim.zext(int, Ptr[u64](self.ledger)[0]))
        return prim.add_wrap(total, prim.zext(int, Ptr[u64](self.network)[0]))

    def check(self, name: str) -> None:
        """Nothing has changed, and the sibling goes on."""
        if self.canaries() != self.sum:
            failures.append(f"{name}: the kernel has changed")
        pause()
        now = self.progress()
        if now <= self.before:
            failures.append(f"{name}: the sibling stands still")
        self.before = now

    def settle(self) -> None:
        """Wait until nobody is left but the sibling: those whose parent has ended end when their turn comes."""
        while len([number for number in range(SLOTS) if slot_at(number).state != FREE]) > 1:
            pause()

    def judge(self, name: str, out: Outcome, reason: Reason) -> None:
        """An outcome that is not the one that must be."""
        if out.reason != reason:
            failures.append(f"{name}: {out.reason.name} {out.code} {out.packet}, not {reason.name}")

    def end(self) -> int:
        """Print what was found; the exit code."""
        self.other.kill()
        self.judge("sibling", self.other.join(), Reason.KILLED)
        lost = pages_missing()
        print("done", len(done), " ".join([name for name in done if " " not in name]))
        for line in failures[:20]:
            print(line)
        if lost != 0:
            failures.append(f"pages lost: {lost}")
            print(failures[-1])
        print("failures", len(failures))
        return 0 if not failures else 1


def go_on(watch: Watch) -> int:
    """The verdict; where nothing has failed, the shell, in the same boot: it lives, and obeys."""
    code = watch.end()
    return code if code != 0 else run_shell()


def pages_missing() -> int:
    """How many pages nobody gave back. A worker's slot is free before its fiber is: another hart lets go of the fiber
    behind its last switch, as late as a busy host runs that hart's thread."""
    limit = time.monotonic() + PATIENCE
    while pages_free() != pages[0] and time.monotonic() < limit:
        time.sleep(0.01)
    return pages[0] - pages_free()


def nothing(packet: list[str]) -> list[str]:
    return packet


def spawn_one() -> bool:
    """The wall stands, and pages are there."""
    return spawn(nothing, [], memory=MEMORY).join().reason == Reason.EXITED


def pause() -> None:
    """Let workers run."""
    spawn(nothing, [], memory=MEMORY).join()
