"""Workers on the boards, with every kind of wall: `programs/workers` prints what stands beside it, attacks harm nobody."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from bench.kernel_figures import kernel_bytes
from qemu import BOARDS, COUNTED, ICOUNT, PANIC_EXIT, ROOT, Guest, board, run, run_silently

from rumpkc.build import build_image
from rumpkc.compilation import Options, open_project
from rumpkc.diagnostics import CompileError, render
from rumpkc.source import SourceMap
from rumpkc.tools.run import FRAMES
from rumpkc.tools.serial import frame_input

ATTACKS = ROOT / "tests" / "attack"
PROGRAM = ROOT / "tests" / "programs" / "workers" / "basic.py"
WALLS = {"pmp": ("riscv64", ("-cpu", "rv64")), "smepmp": ("riscv64", ("-cpu", "rv64,x-epmp=true")),
         "mmu": ("aarch64", ())}
READS = """\
wait: 4
killed: KILLED
killed: KILLED
killed: KILLED
wait: 1
worker: ['1', 'one']
app: two
end
"""
# Guest instructions at most (issue 5, "Figures").
COSTS = {"null system call": 120, "worker to worker and back": 700, "spawn, exit, join": 12_000, "restart after a crash": 20_000,
         "spawn, exit, join, default memory": 12_000, "spawn, exit, join, a MiB of memory": 12_000}     # the last one is ours
PIPE_COSTS = {"a MiB through a pipe, instructions for 100 bytes": 600, "a byte written and read": 1_000}
# The cases of ../shared/corpora/isolation/attack_cases.json: how many of each class.
CASES = {"KMEM": 29, "MMIO": 9, "PRIV": 12, "SYSNUM": 8}


@cache
def image(path: Path, target: str) -> Path:
    """The finished image of a program."""
    sources = SourceMap()
    project = open_project(path.parent, sources)
    output = ROOT / "build" / "tests" / f"workers-{path.stem}-{target}.elf"
    try:
        return build_image(path, Options(target, output=output), project, sources)[0]
    except CompileError as error:
        pytest.fail("\n".join(render(d, sources) for d in error.diagnostics), pytrace=False)


@pytest.mark.parametrize("wall", WALLS)
def test_workers(wall: str) -> None:
    """Own variables, packets, exceptions, pledges, budgets, sleep, children, kill; and no page is lost."""
    target, extra = WALLS[wall]
    done = run(image(PROGRAM, target), target, extra=(*extra, *COUNTED), timeout=120)
    assert (done.stdout.decode(), done.code) == (PROGRAM.with_suffix(".out").read_text(), 0), done.stderr
    assert "[Pledge] violation: Fiber 0x" in done.stderr and "called write, which needs 0x0000000000000001" in done.stderr
    assert re.search(r"in silent\n", done.stderr) and re.search(r"store to a bad address\n.*address 0{14}40", done.stderr)
    assert ("with Smepmp" in done.stderr) == (wall == "smepmp")


@pytest.mark.parametrize("wall", WALLS)
def test_pipes(wall: str) -> None:
    """Pipelines, their ends, back-pressure, descriptors of workers that end: on four harts, and nothing is lost."""
    target, extra = WALLS[wall]
    program = PROGRAM.with_name("pipes.py")
    done = run(image(program, target), target, timeout=120,
               extra=("-append", "rumpk.frames=1 rumpk.log=quiet", "-smp", "4", *extra))
    assert (done.stdout.decode(), done.code) == (program.with_suffix(".out").read_text(), 0), done.stderr


@pytest.mark.parametrize("target", BOARDS)
def test_files(target: str) -> None:
    """Each call's promise; a full tree, too many open files, a worker that dies; and no page is lost."""
    program = PROGRAM.with_name("files.py")
    done = run(image(program, target), target, timeout=120, extra=ICOUNT)
    assert (done.stdout.decode(), done.code) == (program.with_suffix(".out").read_text(), 0), done.stderr
    assert "called open_both, which needs 0x0000000000000006" in done.stderr


CROWD = """\
8 []
8 []
8 []
[] 0 0
"""


@pytest.mark.parametrize("target", BOARDS)
def test_files_on_four_harts(target: str) -> None:
    program = PROGRAM.with_name("crowd.py")
    done = run(image(program, target), target, timeout=120, extra=("-append", "rumpk.frames=1 rumpk.log=quiet", "-smp", "4"))
    assert (done.stdout.decode(), done.code) == (CROWD, 0), done.stderr


HARTS = """\
True True True True
[0, 1, 2, 3]
all pages are back: True
"""


@pytest.mark.parametrize("wall", WALLS)
def test_workers_on_four_harts(wall: str) -> None:
    """Many at once, each with its own answer; kills, joins, faults and families across harts; every page comes back."""
    target, extra = WALLS[wall]
    done = run(image(PROGRAM.with_name("harts.py"), target), target, timeout=120,
               extra=("-append", "rumpk.frames=1 rumpk.log=quiet", "-smp", "4", *extra))
    assert (done.stdout.decode(), done.code) == (HARTS, 0), done.stderr


@pytest.mark.parametrize("wall", WALLS)
def test_attacks(wall: str) -> None:
    """Every case of the list, many times in one boot; the programs judge themselves (attack/watch.py). The kernel lives,
    and so does the shell, which comes up behind them and obeys."""
    target, extra = WALLS[wall]
    seen: set[str] = set()
    for name in ("memory", f"calls_{target}"):
        done = run(image(ATTACKS / f"{name}.py", target), target, b"echo still here\rexit 7\r",
                   extra=("-append", "rumpk.frames=1 rumpk.log=quiet", *extra), timeout=240)
        said, _, shell = done.stdout.decode().partition("failures 0\n")
        assert done.code == 7 and "\nstill here" in shell, said[-3000:] + shell + done.stderr[-3000:]
        seen |= set(said.split())
    wanted = {f"{kind}-{number:02}" for kind, count in CASES.items() for number in range(1, count + 1)}
    assert wanted - seen == set()


@pytest.mark.parametrize("wall", WALLS)
def test_memory_that_opens(wall: str) -> None:
    """Nothing of an earlier owner is seen, across whatever edge; outside stays outside; kills and budgets meanwhile."""
    target, extra = WALLS[wall]
    done = run(image(ATTACKS / "window.py", target), target, timeout=120,
               extra=("-append", "rumpk.frames=1 rumpk.log=quiet", *extra))
    assert done.code == 0 and done.stdout.endswith(b"failures 0\n"), done.stdout.decode() + done.stderr[-3000:]


# What the kernel says of forge.py's workers; a number stands for any.
TRUE_LINES = re.compile(r"\[(Spawn\] Created worker FID=0x#|Pledge\] Fiber 0x# restricted to: 0x0{15}1|Worker\] Fiber 0x# terminated"
                        r"|Pledge\] violation: Fiber 0x# called spawn, which needs 0x0{14}10)".replace("#", "(?!0{13}666)[0-9a-f]{16}"))
FORGED = re.compile(r"^(\[rumpk\] memory 1 M|\[\w+\] .*0{13}666|\*\*\* KERNEL)", re.M)


@pytest.mark.parametrize("target", BOARDS)
def test_nobody_speaks_for_the_kernel(target: str) -> None:
    """A framed line has a channel that no worker writes; elsewhere no line of theirs begins like one of the kernel's."""
    forge = image(ATTACKS / "forge.py", target)
    framed = run(forge, target, extra=("-append", "rumpk.frames=1"))
    assert framed.code == 0 and framed.stdout.count(b"\n*** KERNEL PANIC: forged ***\n") > 10, framed.stderr
    assert not FORGED.search(framed.kernel) and not FORGED.search(framed.stderr) and "| [Pledge] violation" in framed.stderr
    qemu = board(target).qemu
    assert qemu is not None
    with Guest(qemu.command(str(forge)), 60, framed=False) as guest:
        assert guest.wait() == 0
        plain = guest.program.decode().replace("\r\n", "\n")
    for said in (framed.kernel, plain):
        tagged = [line for line in said.splitlines() if re.match(r"\[(Spawn|Pledge|Worker)\]", line)]
        assert len(tagged) == 6 * 3 + 2 and all(TRUE_LINES.fullmatch(line) for line in tagged), said
    assert not FORGED.search(plain) and plain.count("| *** KERNEL PANIC: forged") > 2


@pytest.mark.parametrize("wall", WALLS)
@pytest.mark.parametrize("name", ["races", "storm"])
def test_races_on_four_harts(name: str, wall: str) -> None:
    """Names that end meanwhile, kills in the middle of calls: errors to their causes, and nothing is lost."""
    target, extra = WALLS[wall]
    done = run(image(ATTACKS / f"{name}.py", target), target, timeout=120,
               extra=("-append", "rumpk.frames=1 rumpk.log=quiet", "-smp", "4", *extra))
    assert done.code == 0 and done.stdout.endswith(b"failures 0\n"), done.stdout.decode() + done.stderr[-3000:]


@pytest.mark.parametrize("target", BOARDS)
def test_workers_that_read(target: str) -> None:
    """Several wait for input; all but one are killed there, that one gets a line, and the app the next one."""
    qemu = board(target).qemu
    assert qemu is not None
    with Guest(qemu.command(str(image(PROGRAM.with_name("reads.py"), target)), extra=FRAMES), 60) as guest:
        guest.wait_for(b"wait: 1\n")
        guest.send(frame_input(b"one\ntwo\n"))
        assert (guest.wait(), guest.program.decode()) == (0, READS), guest.log


TYPED = ((b"press ctrl-c", b"ahead\x03"),
         (b"type lines", b"abx\x7fc\r\xc3\xa4\x7f\xc3\xbc!\rwrong\x15right\r\x01\x7f\xc2\x87\x7f\xc2\x87part\x04\r\x04"),
         (b"type one line", b"only\rab"), (b"type keys", b"\x03\x7f\x1bcd"),
         (b"type ahead", b"x\x7fy\r\x1b[D\x7f"), (b"end it", b"!"), (b"now", b"lost\x03"))


@pytest.mark.parametrize("target", BOARDS)
def test_terminal(target: str) -> None:
    """Ctrl-C ends the foreground while nobody reads, lines are edited and shown; who is there, and who may end whom."""
    qemu = board(target).qemu
    program = PROGRAM.with_name("terminal.py")
    assert qemu is not None
    with Guest(qemu.command(str(image(program, target)), extra=("-append", "rumpk.log=quiet")), 60, framed=False) as guest:
        at = 0
        for prompt, keys in TYPED:
            at = guest.wait_for(prompt, at)
            guest.send(keys)
        assert guest.wait() == 0
        said = guest.program.decode().replace("\r\n", "\n")
        assert said == program.with_suffix(".out").read_text(), said


@pytest.mark.parametrize("target", BOARDS)
def test_a_panic_tells_of_workers(target: str) -> None:
    """A line for each, and their events among the last."""
    arguments = ("-append", "rumpk.frames=1 rumpk.ids=plain")
    done = run(image(PROGRAM.with_name("dies.py"), target), target, extra=arguments)
    assert done.code == PANIC_EXIT and done.stdout == b"fault 0 0x40\nworker end 0 0x2\nend 0 0x0\n"
    said = done.stderr[done.stderr.index("*** KERNEL PANIC"):]
    for line in (r"worker +0{14}65 0{14}21", r"fault +0{15}\d 0{14}40", r"worker end +0{14}66 0{15}2",
                 r"0{14}65  0{16}  0{14}21  [0-9a-f]{16}-[0-9a-f]{16}  \d+  alive", r"0{14}67  0{16}  0{15}2  .*  ended"):
        assert re.search(line, said), (line, said)


@pytest.mark.parametrize("target", BOARDS)
def test_events_tell_of_fibers_and_workers(target: str) -> None:
    """What became of a fiber and of a worker."""
    done = run(image(PROGRAM.with_name("events.py"), target), target)
    wanted = ["spawn", "end", "spawn", "worker", "worker-end", "end"]
    events = [line.split() for line in done.stdout.decode().splitlines()]
    lines = [words for words in events if words[0] in wanted]           # a key that nobody waits for is an event, too
    assert [words[0] for words in lines] == wanted, done.stdout
    assert {words[2] for words in lines} == {"True"}
    first, other = ({words[1] for words in lines if words[0] in kinds} - {lines[0][1]}
                    for kinds in (wanted[:1], ["worker", "worker-end"]))
    assert first == other and len(other) == 1


@pytest.mark.parametrize("target", BOARDS)
def test_what_workers_cost(target: str) -> None:
    """Guest instructions: below the limits, and the same in two boots (sleep=off: bench/kernel_figures.py)."""
    arguments = (*COUNTED, "-append", "rumpk.frames=1 rumpk.ids=plain rumpk.log=quiet")
    first, again = (run_silently(image(PROGRAM.with_name("costs.py"), target), target, arguments) for _ in range(2))
    assert first.code == 0 and first.stdout == again.stdout, (first.stdout, again.stdout, first.stderr)
    figures = dict(line.rsplit(" ", 1) for line in first.stdout.decode().splitlines())
    assert set(figures) == set(COSTS) and all(int(figures[name]) <= COSTS[name] for name in COSTS), figures


@pytest.mark.parametrize("target", BOARDS)
def test_what_pipes_cost(target: str) -> None:
    """A MiB from a worker to another: at most six instructions a byte, both copies and all switches in it."""
    arguments = (*COUNTED, "-append", "rumpk.frames=1 rumpk.ids=plain rumpk.log=quiet")
    done = run_silently(image(PROGRAM.with_name("pipe_costs.py"), target), target, arguments)
    figures = dict(line.rsplit(" ", 1) for line in done.stdout.decode().splitlines())
    assert done.code == 0 and set(figures) == set(PIPE_COSTS), (done.stdout, done.stderr)
    assert all(int(figures[name]) <= PIPE_COSTS[name] for name in PIPE_COSTS), figures


@pytest.mark.parametrize("target", BOARDS)
def test_ten_thousand_pipelines(target: str) -> None:
    """Some end early, some are killed; pages, slots and descriptors are as before."""
    done = run(image(PROGRAM.with_name("many_pipes.py"), target), target, timeout=180,
               extra=("-append", "rumpk.frames=1 rumpk.log=quiet"))
    assert (done.stdout, done.code) == (b"10000 True [0, 0]\n", 0), done.stderr[-2000:]


@pytest.mark.parametrize("target", BOARDS)
def test_the_whole_kernel_is_small(target: str) -> None:
    """Text, constants and data: below the limit, in an image that has all of the kernel, and works."""
    whole = image(PROGRAM.with_name("least.py"), target)
    done = run_silently(whole, target, ("-append", "rumpk.frames=1 rumpk.events=1"))
    assert done.code == 0 and re.search(r"Events \(us, hart, what\):\n(.*\n)*\d+  0  worker end  ", done.stderr), done.stderr
    assert kernel_bytes(whole) <= 64 << 10


def test_both_boards_are_attacked() -> None:
    assert {target for target, _ in WALLS.values()} == set(BOARDS)
