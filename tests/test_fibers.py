"""Fibers on the boards: the programs of `programs/fibers` print the same everywhere, and what stands here."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.scaling import kernel_gains
from qemu import BOARDS, COUNTED, ICOUNT, PANIC_EXIT, ROOT, Result, build, run, run_silently

from rumpkc.build import build_image
from rumpkc.compilation import Options, open_project
from rumpkc.diagnostics import CompileError, render
from rumpkc.source import SourceMap

PROGRAMS = ROOT / "tests" / "programs" / "fibers"
FRAMES = "rumpk.frames=1"

BASIC = """\
0.0 1.0 2.0 0.1 1.1 2.1 0.2 1.2 2.2 [0, 0, 0]
late 2 late 1 late 0 [0, 0, 0]
nap 2 nap 1 nap 0 [0, 0, 0]
1 fine 2 fine 0 round 0 2 fine 0 fine 1 round 1 0 fine 1 fine 2 round 2 [0, 0, 0]
True True True [0, 0, 0]
sum 0 sum 10 sum 20 [0, 0, 0]
 [0, 7, 14]
behind the others: True
['lowly'] True
detached: True False
all pages are back: True
0 True False 0
True True True world
"""


HARTS = """\
4 4
[True, True, True, True] [0, 1, 2, 3]
True
True 1 True
True
True True
[True, True, True, True, True]
True [True, True, True] [20000, 20000, 20000, 0]
all pages are back: True
"""


def boot(name: str, target: str, folder: Path, arguments: str = "", extra: tuple[str, ...] = (),
         stdin: bytes = b"") -> Result:
    """Build a program and run it, with boot arguments and what QEMU needs beyond."""
    sources = SourceMap()
    project = open_project(PROGRAMS, sources)
    try:
        image = build_image(PROGRAMS / f"{name}.py", Options(target, output=folder / "image.elf"), project, sources)[0]
    except CompileError as error:
        pytest.fail("\n".join(render(d, sources) for d in error.diagnostics), pytrace=False)
    return run(image, target, stdin, extra=("-append", f"{FRAMES} {arguments}".strip(), *extra), timeout=120)


@pytest.mark.parametrize("target", BOARDS)
def test_fibers(target: str, tmp_path: Path) -> None:
    """Turns, sleep, exceptions, generators, the collector (at every allocation), and no page is lost."""
    done = boot("basic", target, tmp_path, "rumpk.collect=often", ICOUNT, b"hello\nworld\n")
    assert (done.stdout.decode(), done.code) == (BASIC, 0), done.stderr


@pytest.mark.parametrize("target", BOARDS)
def test_four_harts(target: str, tmp_path: Path) -> None:
    """Fibers on all of them, messages across, rings with one writer and with three: every message once, whole, in order."""
    done = boot("harts", target, tmp_path, extra=("-smp", "4"))
    assert (done.stdout.decode(), done.code) == (HARTS, 0), done.stderr


@pytest.mark.parametrize("target", BOARDS)
@pytest.mark.board
def test_four_harts_work_as_well_as_one(target: str) -> None:
    """What an instruction does when four harts work, beside one alone: nothing is waited for or repeated. One thread of the host runs them all here."""
    assert all(gain >= 0.99 for gain in kernel_gains(target, 4, COUNTED).values())


REPORT = """\
hart 0, fiber 0000000000000067
Traceback (most recent call last):
  File "broken.py", line 16, in victim
  File "broken.py", line 11, in inner
Events (us, hart, what):
"""
FIBERS = """\
Fibers (name, hart, priority, state):
0000000000000064  0  4  blocked
0000000000000065  0  4  ready
0000000000000066  0  4  ready
0000000000000067  0  4  running
"""


@pytest.mark.parametrize("target", BOARDS)
def test_a_panic_in_a_fiber(target: str, tmp_path: Path) -> None:
    """Banner, registers, calls of the fiber, the last events, who else there is; exit code 101."""
    done = boot("broken", target, tmp_path, "rumpk.ids=plain", ICOUNT)
    text = done.stderr.replace("\r", "")
    assert "*** KERNEL PANIC: told to ***" in text and done.code == PANIC_EXIT
    assert REPORT in text and text.endswith(FIBERS)
    events = text[text.index(REPORT) + len(REPORT):text.index(FIBERS)].splitlines()
    spawned = [line.split()[3] for line in events if line.split()[2] == "spawn"]
    assert spawned == [f"{0x65 + i:016x}" for i in range(3)]


# What the machine has for the key of names, and what the log says of it.
ENTROPY = (("riscv64", (), "the device tree's rng-seed"), ("riscv64", ("-device", "virtio-rng-device"), "virtio-rng"),
           ("aarch64", ("-device", "virtio-rng-device"), "virtio-rng"),
           ("aarch64", ("-global", "virtio-mmio.force-legacy=true", "-device", "virtio-rng-device"), "the device tree's rng-seed"),
           ("aarch64", ("-machine", "virt,dtb-randomness=off"), "the clocks, which can be guessed"))


def test_the_best_entropy_at_hand(tmp_path: Path) -> None:
    """The log says which it is; two boots with a source of entropy have different names."""
    for target in BOARDS:
        boot("broken", target, tmp_path, "rumpk.ids=plain")
        (tmp_path / "image.elf").rename(tmp_path / f"{target}.elf")
    names: list[str] = []
    for target, extra, said in ENTROPY:
        done = run(tmp_path / f"{target}.elf", target, extra=("-append", FRAMES, *extra))
        assert f"names of fibers: keyed by {said}\n" in done.stderr
        names += [line.split()[3] for line in done.stderr.splitlines() if line.split()[2:3] == ["spawn"]]
    assert len(set(names)) == len(names) == 3 * len(ENTROPY)


LIMITS_OUT = """\
bomb: True memory was full: True
True True True
False False True
False False False False
16 True True
True True True
True 8
True True
[True, True, True, True]
"""


@pytest.mark.parametrize("target", BOARDS)
def test_errors_go_to_their_causes(target: str, tmp_path: Path) -> None:
    """A fork bomb, no pages left, names of nobody, mailboxes that are full; afterwards every page is back."""
    done = boot("limits", target, tmp_path, extra=(*ICOUNT, "-m", "32M"))
    assert (done.stdout.decode(), done.code) == (LIMITS_OUT, 0), done.stderr


# What one byte of input makes wrong in programs/fibers/guards.py, on which harts, and the panic that comes of it.
ENDS = ((b"a", "1", ""), (b"k", "1", "a fiber's stack is full"), (b"f", "1", "store to a bad address (inside of a trap)"),
        (b"p", "1", "not here (inside of a trap)"), (b"t", "1", "the trap stack is full (inside of a trap)"),
        (b"F", "2", "the trap stack is full (inside of a trap)"), (b"P", "2", "not here (inside of a trap)"))


@pytest.mark.parametrize("target", BOARDS)
def test_the_ends_of_stacks(target: str, tmp_path: Path) -> None:
    """Too deep recursion of a fiber of the app is an exception; other stacks that are full, and faults inside of traps, are panics."""
    done = boot("guards", target, tmp_path, stdin=b"a")
    for kind, harts, panic in ENDS:
        done = run(tmp_path / "image.elf", target, kind, extra=("-append", FRAMES, "-smp", harts))
        if panic:
            assert done.code == PANIC_EXIT and f"*** KERNEL PANIC: {panic} ***" in done.stderr, (kind, done.stderr)
            assert f"hart {int(harts) - 1}, fiber " in done.stderr and "Fibers (name" in done.stderr
            assert ", in sinks\n" in done.stderr or kind in b"fpP"
        else:
            assert done.stdout == b"a\nmaximum recursion depth exceeded\n[True, True] 21\n", done.stderr


def test_a_full_stack_without_guard_pages(tmp_path: Path) -> None:
    """Plain PMP: it is noticed before another fiber runs."""
    done = boot("guards", "riscv64", tmp_path, extra=("-cpu", "rv64"), stdin=b"K")
    assert done.code == PANIC_EXIT and "*** KERNEL PANIC: a fiber's stack is full ***" in done.stderr


LIMITS = {"pair of yields": 200, "ring message": 60}        # of the issue; the others only have to be there
COSTS = {*LIMITS, "message and answer", "spawn and join"}
SCALING = ("yield among ready", "pair among sleepers")       # 10 fibers, 1,000 fibers


@pytest.mark.parametrize("target", BOARDS)
def test_what_fibers_cost(target: str) -> None:
    """Guest instructions: the same in two runs, below the limits, and as much for 1,000 fibers as for 10."""
    image = build(PROGRAMS / "costs.py", target, 2)
    first, again = (run_silently(image, target, (*COUNTED, "-append", f"{FRAMES} rumpk.ids=plain")) for _ in range(2))
    assert first.code == 0 and first.stdout == again.stdout, (first.stderr, first.stdout, again.stdout)
    figures = {" ".join(w for w in line.split() if not w.isdigit()): [int(w) for w in line.split() if w.isdigit()]
               for line in first.stdout.decode().splitlines()}
    assert set(figures) == {*COSTS, *SCALING}
    assert all(figures[name][0] <= limit for name, limit in LIMITS.items()), figures
    assert all(few * 0.9 <= many <= few * 1.1 for few, many in (figures[name] for name in SCALING)), figures
