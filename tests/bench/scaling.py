"""What several harts do together and what one does alone (issue 5: four give at least 3.3 times the work of one, in wall time).

    python tests/bench/scaling.py [HARTS]       4 harts, or as many as are asked for

First, on any host, what the kernel has a say in: the work of an instruction, counted with `-icount`. Where four harts do with an instruction what one
does (1.00), nothing that they wait for or repeat keeps them from four times the work; below 0.825, 3.3 cannot be. Then the wall time.
The harts are threads of QEMU's, so the host must have as many idle processors: beside each figure stands what the host gives as
many processes of its own, measured just before. The verdict counts where that is nearly HARTS; elsewhere the figures are printed
and nothing is claimed. The exit status is 1 where the host could and the kernel did not.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))
import qemu  # noqa: E402

PROGRAM = ROOT / "tests" / "programs" / "fibers" / "scaling.py"
SHARE = 3.3 / 4             # of the ideal
IDLE = 0.93                 # of the ideal: what a host that is idle gives
WORK = "sum(i * i for i in range(12_000_000))"


def host_gain(count: int) -> float:
    """How many times the work of one process `count` of them do in the same time."""
    alone = together(1)
    return count * alone / together(count)


def together(count: int) -> float:
    """The seconds that `count` processes take for the same work each."""
    begin = time.perf_counter()
    running = [subprocess.Popen([sys.executable, "-c", WORK]) for _ in range(count)]
    for process in running:
        process.wait()
    return time.perf_counter() - begin


def kernel_gains(machine: str, harts: int, extra: tuple[str, ...] = ("-accel", "tcg,thread=multi")) -> dict[str, float]:
    """The same of the harts of a machine, by kind of work. With qemu.COUNTED in place of wall time: of an instruction."""
    image = qemu.build(PROGRAM, machine, 2)
    done = qemu.run_silently(image, machine, ("-smp", str(harts), *extra), timeout=300)
    if done.code != 0:
        raise SystemExit(f"scaling on {machine}: {done.code}\n{done.stderr}")
    found: dict[str, dict[int, int]] = {}
    for line in done.stdout.decode().splitlines():
        name, count, work = line.split()
        found.setdefault(name, {})[int(count)] = int(work)
    return {name: row[harts] / row[1] for name, row in found.items()}


def main() -> int:
    harts = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    worst = 0
    print(f"{harts} harts on {os.cpu_count()} processors; wanted: {SHARE * harts:.2f}")
    for machine in qemu.BOARDS:
        for name, gain in kernel_gains(machine, harts, qemu.COUNTED).items():
            worst |= gain < SHARE
            print(f"{name:<10}{machine:<10}{gain:>6.3f}   of the work of one, an instruction   {'enough' if gain >= SHARE else 'too little'}")
    for machine in qemu.BOARDS:
        could = host_gain(harts)
        for name, gain in kernel_gains(machine, harts).items():
            able = could >= IDLE * harts
            verdict = ("enough" if gain >= SHARE * harts else "too little") if able else "the host is not able to show it"
            worst |= verdict == "too little"
            print(f"{name:<10}{machine:<10}{gain:>6.2f}   the host alone {could:>6.2f}   {verdict}")
    return int(worst)


if __name__ == "__main__":
    sys.exit(main())
