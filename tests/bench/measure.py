"""The project's figures: what runs how fast, how large, how soon. Prints one table and writes JSON.

    python tests/bench/measure.py [--json FILE]

Speed is counted in guest instructions (`-icount shift=0`: the guest's clock then counts them), the dialect by our
compiler at -O2 with all checks on, against the same algorithm in C by `clang -O2` for the same bare machine. Wall times
are of whole commands; they belong to the machine at hand and are no verdict.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
BENCH, OUT = ROOT / "tests" / "bench", ROOT / "build" / "bench"
sys.path.insert(0, str(ROOT / "tests"))
import qemu  # noqa: E402

from rumpkc.tools.run import FRAMES  # noqa: E402
from rumpkc.tools.size import read_sizes  # noqa: E402

PROGRAMS = ("siphash", "sha512", "crc32", "nbody", "spectral", "mandelbrot", "matmul", "sieve", "quicksort", "fannkuch",
            "richards", "binarytrees")
ICOUNT = ("-icount", "shift=0")
CLANG = ("clang", "-O2", "-std=c17", "-ffreestanding", "-fno-math-errno",
         "-ffp-contract=off", "-nostdlib", "-fuse-ld=lld")
C_TARGETS = {
    "riscv64": ("--target=riscv64-unknown-elf", "-march=rv64gc_zba_zbb_zbs", "-mabi=lp64d", "-mcmodel=medany", "-mno-relax"),
    "aarch64": ("--target=aarch64-none-elf", "-mcpu=cortex-a72", "-mstrict-align"),
}
UARTS = {"riscv64": 0x1000_0000, "aarch64": 0x0900_0000}
LIMITS = {"ratio": 1.5, "hello_instructions": 150_000, "hello_bytes": 32 << 10, "run_cached_s": 0.6, "check_s": 0.3}
RUMPKC = [sys.executable, "-m", "rumpkc.cli"]


def c_twin(name: str, machine: str) -> Path:
    """The C program of a benchmark, compiled."""
    OUT.mkdir(parents=True, exist_ok=True)
    elf = OUT / f"{name}-c-{machine}.elf"
    subprocess.run([*CLANG, *C_TARGETS[machine], "-T", str(BENCH / "c" / f"{machine}.ld"), str(BENCH / "c" / "board.c"),
                    str(BENCH / "c" / f"{name}.c"), "-o", str(elf)], check=True)
    return elf


def counted(image: Path, machine: str, framed: bool) -> tuple[str, int]:
    """What a benchmark computed, and how many instructions it took."""
    board = qemu.board(machine).qemu
    assert board is not None
    extra = (*ICOUNT, *(FRAMES if framed else ()))
    with qemu.Guest(board.command(str(image), extra=extra), 120, framed) as guest:
        guest.wait()
        answer, count = guest.program.decode().split()
    return answer, int(count)


def speed(name: str, machine: str) -> dict[str, Any]:
    """One benchmark on one machine, both ways. The answers must agree."""
    ours = counted(qemu.build(BENCH / f"{name}.py", machine, 2), machine, True)
    if shutil.which("clang") is None or shutil.which("ld.lld") is None:
        return {"rumpk": ours[1], "c": None, "ratio": None}
    theirs = counted(c_twin(name, machine), machine, False)
    if ours[0] != theirs[0]:
        raise SystemExit(f"{name} on {machine}: {ours[0]} here, {theirs[0]} in C")
    return {"rumpk": ours[1], "c": theirs[1], "ratio": round(ours[1] / theirs[1], 3)}


def instructions_to_first_byte(machine: str) -> int:
    """From reset to the store that sends the `H` of hello, counted in QEMU's log of single-stepped instructions."""
    board = qemu.board(machine).qemu
    assert board is not None
    image = qemu.build(ROOT / "apps" / "hello.py", machine, 2)
    sent = re.compile(rf"memory_region_ops_write.* addr {UARTS[machine]:#x} value 0x48 ")
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        command = board.command(str(image), extra=(*ICOUNT, "-singlestep", "-d", "exec,nochain", "-D", str(log),
                                                   "-trace", "memory_region_ops_write", "-append", "rumpk.log=quiet"))
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=300, check=True)
        count = 0
        with log.open(errors="replace") as lines:
            for line in lines:
                if line.startswith("Trace "):
                    count += 1
                elif sent.search(line):
                    return count
    raise SystemExit(f"hello on {machine} never sent its first byte")


def seconds(*arguments: str, rounds: int = 5) -> float:
    """The wall time of one command, the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run([*RUMPKC, *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=True)
        best = min(best, time.perf_counter() - start)
    return round(best, 3)


def measure() -> dict[str, Any]:
    """Every figure."""
    found: dict[str, Any] = {"speed": {}, "hello": {}, "seconds": {}}
    for machine in qemu.BOARDS:
        found["speed"][machine] = {name: speed(name, machine) for name in PROGRAMS}
        sections, _ = read_sizes(qemu.build(ROOT / "apps" / "hello.py", machine, 2))
        found["hello"][machine] = {"instructions": instructions_to_first_byte(machine),
                                   "bytes": sum(sections[name] for name in (".text", ".rodata", ".data")), **sections}
    hello = "apps/hello.py"
    found["seconds"] = {
        "build, nothing cached": seconds("build", "--no-cache", hello, rounds=2),
        "run, everything cached": seconds("run", hello),
        "run on aarch64, everything cached": seconds("run", "-t", "aarch64", hello),
        "check, nothing cached": seconds("check", "--no-cache", hello, rounds=3),
        "check, everything cached": seconds("check", hello),
    }
    return found


def table(found: dict[str, Any]) -> str:
    """The figures as text, each with its limit."""
    out = [f"{'guest instructions':<24}{'machine':<10}{'rumpk':>14}{'C, clang -O2':>14}{'ratio':>8}{'limit':>8}"]
    for machine, rows in found["speed"].items():
        for name, row in rows.items():
            out.append(f"{name:<24}{machine:<10}{row['rumpk']:>14,}{row['c'] or 0:>14,}{row['ratio'] or 0:>8.2f}"
                       f"{LIMITS['ratio']:>8}")
    out.append("")
    for machine, row in found["hello"].items():
        out.append(f"{'hello: reset to byte 1':<24}{machine:<10}{row['instructions']:>14,} instructions"
                   f"   limit {LIMITS['hello_instructions']:,}")
        out.append(f"{'hello: size':<24}{machine:<10}{row['bytes']:>14,} bytes (text {row['.text']:,}, constants "
                   f"{row['.rodata']:,}, data {row['.data']:,})   limit {LIMITS['hello_bytes']:,}")
    out.append("")
    limits = {"run, everything cached": LIMITS["run_cached_s"], "check, everything cached": LIMITS["check_s"]}
    for name, value in found["seconds"].items():
        out.append(f"{'hello: ' + name:<44}{value:>8.3f} s" + (f"   limit {limits[name]}" if name in limits else ""))
    return "\n".join(out)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--json", type=Path, default=OUT / "figures.json", help="where the figures go")
    args = parser.parse_args()
    found = measure()
    print(table(found))
    args.json.parent.mkdir(parents=True, exist_ok=True)
    args.json.write_text(json.dumps(found, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
