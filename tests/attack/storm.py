"""All harts, all calls: workers that ask for everything at once with arguments that make sense, and are ended meanwhile.

Calls with senseless arguments are refused at the door (calls.py). These come further in: the same few files, pipes,
children and names. What a worker gets for an answer is its own affair; the machine must be as before when all are gone.
"""

import os
import time

from fs.tree import _root
from kernel import descriptors
from lib.control import end, foreground, workers
from lib.hive import ALL, Reason, Worker, spawn
from lib.worker import null, own_fid, sleep_us, yield_now
from watch import MEMORY, Watch, failures, nothing

ROUNDS = 20
CROWD = 10
CALLS = 250
KINDS = 22
PATHS = ["/tmp/a", "/tmp/b", "/tmp/c", "/tmp/a/b", "/tmp/b/c", "/tmp/a/b/c", "/tmp/c/a", "/tmp", "/proc/workers", "/dev/zero"]
FLAGS = [os.O_RDONLY, os.O_RDWR | os.O_CREAT, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, os.O_RDWR | os.O_CREAT | os.O_EXCL,
         os.O_WRONLY | os.O_APPEND]


class Dice:
    """Numbers that follow from a seed."""

    def __init__(self, seed: int) -> None:
        self.state = seed % 2147483646 + 1

    def roll(self, sides: int) -> int:
        self.state = self.state * 48271 % 2147483647
        return self.state >> 5 & 0xFFFF if sides == 0 else (self.state >> 5) % sides


def ask_files(kind: int, dice: Dice) -> None:
    """One call about a path."""
    path, other = PATHS[dice.roll(len(PATHS))], PATHS[dice.roll(len(PATHS))]
    match kind:
        case 0:
            os.mkdir(path)
        case 1:
            os.unlink(path)
        case 2:
            os.rmdir(path)
        case 3:
            os.rename(path, other)
        case 4:
            os.truncate(path, dice.roll(20_000))
        case 5:
            os.listdir(path)
        case 6:
            os.stat(path)
        case _:
            os.open(path, FLAGS[dice.roll(len(FLAGS))])


def ask_descriptors(kind: int, dice: Dice) -> None:
    """One call about a descriptor, which may be closed, a pipe's, a file's. Some of them wait for what never comes."""
    fd = 3 + dice.roll(9)
    match kind:
        case 0:
            os.write(fd, b"w" * dice.roll(9000))
        case 1:
            os.read(fd, dice.roll(9000))
        case 2 | 3:
            os.close(fd)
        case 4:
            os.dup(fd)
        case 5:
            os.lseek(fd, dice.roll(30_000), dice.roll(3))
        case 6:
            os.ftruncate(fd, dice.roll(30_000))
        case _:
            os.pipe()


def ask_hive(kind: int, dice: Dice, children: list[Worker]) -> None:
    """One call about workers."""
    match kind:
        case 0:
            children.append(spawn(nothing, [], memory=MEMORY, group=dice.roll(3)))
        case 1:
            children[dice.roll(len(children))].kill()
        case 2:
            children[dice.roll(len(children))].join()
        case 3:
            rows = workers()
            row = rows[dice.roll(len(rows))]
            if row.parent != 0 and row.fid != own_fid():
                end(row.fid)
        case 4:
            sleep_us(dice.roll(300))
        case _:
            yield_now()


def storm(packet: list[str]) -> list[str]:
    """Asks for anything, and never minds what it gets."""
    dice = Dice(int(packet[0]))
    children: list[Worker] = [spawn(nothing, [], memory=MEMORY)]
    for _ in range(CALLS):
        kind = dice.roll(KINDS)
        try:
            if kind < 8:
                ask_files(kind, dice)
            elif kind < 16:
                ask_descriptors(kind - 8, dice)
            else:
                ask_hive(kind - 16, dice, children)
        except OSError:
            null()
        except LookupError:
            null()
        except MemoryError:
            null()
        except RuntimeError:
            null()
    return ["through"]


def sweep() -> None:
    """Nothing is left below /tmp."""
    for folder, folders, names in os.walk("/tmp", topdown=False):
        for name in names:
            os.unlink(os.path.join(folder, name))
        for name in folders:
            os.rmdir(os.path.join(folder, name))


def main() -> int:
    os.listdir("/tmp")
    foreground(0)
    watch = Watch()
    held, used = descriptors.in_use, _root.store.used
    dice = Dice(20261129)
    through = 0
    for turn in range(ROUNDS):
        crowd = [spawn(storm, [str(dice.roll(0))], promises=ALL, memory=1 << 20, group=n % 3) for n in range(CROWD)]
        for n in range(dice.roll(CROWD)):
            for _ in range(dice.roll(6)):
                spawn(nothing, [], memory=MEMORY).join()
            crowd[n].kill()
        time.sleep(0.15)
        for one in crowd:                               # some wait for what never comes
            one.kill()
            out = one.join()
            if out.reason not in (Reason.EXITED, Reason.KILLED):
                failures.append(f"turn {turn}: {out.reason.name} {out.packet}")
            through += len(out.packet)
        watch.settle()
        sweep()
        if (descriptors.in_use, _root.store.used) != (held, used):
            failures.append(f"turn {turn}: {descriptors.in_use} openings, {_root.store.used} pages of files")
        watch.check(f"turn {turn}")
    print("through", through)
    return watch.end()
