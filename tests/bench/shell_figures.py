"""What the shell costs: guest instructions from Enter to the first byte that `echo hi` prints, with a worker spawned and fenced.

    python tests/bench/shell_figures.py

Counted in QEMU's log of single steps: from the load that takes the Return from the UART to the store that sends the byte.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))
import qemu  # noqa: E402
from bench.from_reset import END_OF_INPUT, PROMPT, UARTS, counted  # noqa: E402
from bench.kernel_figures import figure_table, loaded  # noqa: E402

SHELL = ROOT / "npl" / "nipbox" / "main.py"
RETURN = 0x0D
LINE = b"echo hi"
# Issue 6, "Figures"
LIMIT = 60_000
LINES = {"pipeline over 1,000 entries": 6_000_000, "cat of a MiB through a pipe, 100 bytes": 600}
KDL = {"ASCII, a byte": 60, "not ASCII, a byte": 60}
STAGE = {"where size": 1500}
ECHO, IMAGE = "Enter to the first byte of echo hi", "image: text, constants, data in bytes"
LIMITS = {ECHO: LIMIT, **LINES, **STAGE, **KDL, IMAGE: 256 << 10}


def echo_instructions(image: Path, machine: str, times: int = 2) -> list[int]:
    """The count for each of some `echo hi`, one after the other. SystemExit where one prints nothing."""
    board = qemu.board(machine).qemu
    assert board is not None
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        command = board.command(str(image), extra=(
            *qemu.COUNTED, "-singlestep", "-d", "exec,nochain", "-D", str(log), "-trace", "memory_region_ops_write",
            "-trace", "memory_region_ops_read", "-append", "rumpk.log=quiet"))
        with qemu.Guest(command, 240, framed=False) as guest:
            at = guest.wait_for(PROMPT)
            for _ in range(times):
                guest.send(LINE + b"\r")
                at = guest.wait_for(PROMPT, at)
            guest.send(END_OF_INPUT)
            guest.wait()
        counts = list(counts_in(log, UARTS[machine]))
    if len(counts) != times:
        raise SystemExit(f"{image.name} on {machine}: {len(counts)} answers for {times} commands")
    return counts


def counts_in(log: Path, uart: int) -> list[int]:
    """The instructions from each Return that was read to the first byte of the line behind its echo."""
    access = re.compile(rf"memory_region_ops_(read|write).* addr {uart:#x} value 0x([0-9a-f]+) ")
    out: list[int] = []
    entered, echoed = -1, False
    with log.open(errors="replace") as lines:
        for count, line in counted(lines):
            if found := access.search(line):
                byte = int(found[2], 16) & 0xFF
                if found[1] == "read":
                    if byte == RETURN:
                        entered, echoed = count, False
                elif entered >= 0 and byte == 0x0A:
                    echoed = True
                elif entered >= 0 and echoed:
                    out.append(count - entered)
                    entered = -1
    return out


def rows(machine: str, program: str) -> dict[str, int]:
    """Name and figure of each line that a program of this folder prints, counted by the guest's own clock."""
    done = qemu.run_silently(qemu.build(ROOT / "tests" / "bench" / program, machine, 2), machine,
                             (*qemu.COUNTED, "-append", "rumpk.frames=1 rumpk.log=quiet"), 240)
    found = {line.rpartition(" ")[0]: int(line.rpartition(" ")[2]) for line in done.stdout.decode().splitlines() if line.rpartition(" ")[2].isdigit()}
    if done.code != 0 or not found:
        raise SystemExit(f"{program} on {machine}: {done.code}\n{done.stdout.decode()}\n{done.stderr}")
    return found


def over(limits: dict[str, int], found: dict[str, int]) -> list[str]:
    """The rows that are missing or above their limits."""
    return [f"{name}: {found.get(name)} > {limit}" for name, limit in limits.items() if found.get(name, limit + 1) > limit]


def shell_figures(machine: str) -> dict[str, int]:
    """Every row of LIMITS."""
    image = qemu.build(SHELL, machine, 2)
    found = {ECHO: max(echo_instructions(image, machine)), IMAGE: loaded(image)}
    for program in ("shell_lines.py", "kdl_parse.py", "node_stage.py"):
        found |= rows(machine, program)
    return {name: found[name] for name in LIMITS if name in found}


def main() -> int:
    found = {machine: shell_figures(machine) for machine in qemu.BOARDS}
    print("\n".join(figure_table("shell", found, LIMITS)))
    bad = [f"{machine}: {row}" for machine in found for row in over(LIMITS, found[machine])]
    print("\n".join(bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
