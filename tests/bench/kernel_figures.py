"""What the kernel costs: guest instructions of fibers, workers, system calls and the way to the shell's prompt, each counted in
two boots that must agree.

    python tests/bench/kernel_figures.py        the table alone

The programs are those of the tests (`tests/programs/fibers/costs.py`, `tests/programs/workers/costs.py`). They print lines
`name count`; one with two counts compares few with many, and its figure is the ratio in percent.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))
import qemu  # noqa: E402
from bench.from_reset import PROMPT, instructions_until  # noqa: E402

from rumpkc.names.modules import ModuleLoader  # noqa: E402
from rumpkc.source import SourceMap  # noqa: E402
from rumpkc.tools.size import module_of, read_sizes  # noqa: E402

PROGRAMS = ROOT / "tests" / "programs"
WHOLE = PROGRAMS / "workers" / "least.py"       # the least app that has all of the kernel in its image
SHELL = ROOT / "npl" / "nipbox" / "main.py"
# Without `sleep=off` QEMU adds the host's time before the first instruction to the guest's: up to a tick, 100 instructions.
ARGUMENTS = (*qemu.COUNTED, "-append", "rumpk.frames=1 rumpk.ids=plain rumpk.log=quiet")
# Rows that have a limit, and the limit (issue 5, "Figures").
LIMITS = {"null system call": 120, "worker to worker and back": 700, "pair of yields": 200, "ring message": 60,
          "spawn, exit, join": 12_000, "spawn, exit, join, default memory": 12_000,
          "restart after a crash": 20_000,
          "reset to prompt": 500_000, "bytes of the default image": 256 << 10, "bytes of the whole kernel": 64 << 10, "yield among ready": 110, "pair among sleepers": 110}


def rows_of(said: str) -> dict[str, int]:
    """Name and figure of each line that a program printed."""
    found: dict[str, int] = {}
    for line in said.splitlines():
        words = line.split()
        counts = [int(word) for word in words if word.isdigit()]
        name = " ".join(word for word in words if not word.isdigit())
        found[name] = counts[0] if len(counts) == 1 else round(100 * counts[1] / counts[0])
    return found


def kernel_figures(machine: str) -> dict[str, int]:
    """All rows of one machine. SystemExit where two boots differ: then they are no counts of instructions."""
    found: dict[str, int] = {}
    for kind in ("fibers", "workers"):
        image = qemu.build(PROGRAMS / kind / "costs.py", machine, 2)
        first, again = (qemu.run_silently(image, machine, extra=ARGUMENTS, timeout=120) for _ in range(2))
        if first.code != 0 or first.stdout != again.stdout:
            raise SystemExit(f"{kind} on {machine}: {first.code}\n{first.stdout.decode()}\n{again.stdout.decode()}\n"
                             f"{first.stderr}")
        found |= rows_of(first.stdout.decode())
    return found | {"reset to prompt": reset_to_prompt(machine), "bytes of the default image": loaded(qemu.build(SHELL, machine, 2)),
                    "bytes of the whole kernel": kernel_bytes(qemu.build(WHOLE, machine, 2))}


def reset_to_prompt(machine: str) -> int:
    """Instructions from reset until the shell's prompt has been sent, the same in two boots."""
    image = qemu.build(SHELL, machine, 2)
    first, again = (instructions_until(image, machine, PROMPT) for _ in range(2))
    if first != again:
        raise SystemExit(f"reset to prompt on {machine}: {first} and {again}")
    return first


def loaded(image: Path) -> int:
    """Text, constants and data of an image without workers: the kernel, and all of the library and the app that is in it."""
    sections, _ = read_sizes(image)
    return sum(sections[name] for name in (".text", ".rodata", ".data"))


def kernel_bytes(image: Path) -> int:
    """What the kernel takes in an image that has all of it: all of the kernel domain but the library's and the app's code.

    The constants of those two are counted: a text has no symbol that would say whose it is.
    """
    from elftools.elf.elffile import ELFFile

    with image.open("rb") as file:
        domain = sum(section["sh_size"] for section in ELFFile(file).iter_sections() if section.name in (".text", ".rodata", ".data"))
    find = ModuleLoader(ROOT, "", SourceMap()).find
    others = sum(row.size for row in read_sizes(image)[1] if row.section == ".text" and is_above(row.name, module_of(row.name, find)))
    return domain - others


def is_above(symbol: str, module: str) -> bool:
    """Whether a function of the kernel domain is the library's or the app's."""
    return module.startswith("lib.") or symbol.startswith((f"{WHOLE.stem}.", "app_main"))


def figure_table(what: str, found: dict[str, dict[str, int]], limits: dict[str, int]) -> list[str]:
    """A line for each row: the figure on each machine, and the limit."""
    machines = list(found)
    out = [f"{what + ', guest instructions':<42}" + "".join(f"{machine:>12}" for machine in machines) + f"{'limit':>10}"]
    for name in found[machines[0]]:
        limit = limits.get(name)
        unit = " %" if name in ("yield among ready", "pair among sleepers") else ""
        out.append(f"{name + unit:<42}" + "".join(f"{found[machine][name]:>12,}" for machine in machines)
                   + (f"{limit:>10,}" if limit is not None else ""))
    return out


def over_limit(found: dict[str, dict[str, int]]) -> list[str]:
    """The rows above their limits."""
    return [f"{name} on {machine}: {rows[name]} > {limit}" for machine, rows in found.items()
            for name, limit in LIMITS.items() if rows[name] > limit]


def main() -> int:
    found: dict[str, Any] = {machine: kernel_figures(machine) for machine in qemu.BOARDS}
    print("\n".join(figure_table("kernel", found, LIMITS)))
    over = over_limit(found)
    print("\n".join(over))
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
