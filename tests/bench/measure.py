"""The project's figures: what runs how fast, how large, how soon. Prints one table and writes JSON.

    python tests/bench/measure.py [--json FILE] [--only NAME,…]

Speed is counted in guest instructions (`-icount shift=0`: the guest's clock then counts them), the dialect by our
compiler at -O2 with all checks on, against the same algorithm in C by `clang -O2` and by `gcc -O2` for the same bare
machine; the ratio is to clang's. A compiler that is not installed leaves its column empty, and a line says so.
Wall times are of whole commands; they belong to the machine at hand and are no verdict.
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
BENCH, OUT = ROOT / "tests" / "bench", ROOT / "build" / "bench"
sys.path.insert(0, str(ROOT / "tests"))
import qemu  # noqa: E402
from bench.from_reset import instructions_until  # noqa: E402
from bench.kernel_figures import LIMITS as KERNEL_LIMITS  # noqa: E402
from bench.kernel_figures import figure_table, kernel_figures  # noqa: E402
from bench.shell_figures import LIMITS as SHELL_LIMITS  # noqa: E402
from bench.shell_figures import shell_figures  # noqa: E402

from rumpkc.tools.run import FRAMES  # noqa: E402
from rumpkc.tools.size import read_sizes  # noqa: E402

PROGRAMS = ("siphash", "sha512", "blake2b", "crc32", "memory", "nbody", "spectral", "mandelbrot", "matmul", "sieve",
            "quicksort", "fannkuch", "richards", "deltablue", "binarytrees", "words", "builder", "json_parse")
UNCHECKED = ("unchecked",)                      # rows whose work is done in `@unchecked` functions: a limit of their own
ICOUNT = ("-icount", "shift=0")
C_FLAGS = ("-O2", "-std=c17", "-ffreestanding", "-fno-math-errno", "-ffp-contract=off", "-nostdlib", "-static")
# gcc must not make a call of memset out of memset's own loop.
GCC_FLAGS = ("-fno-tree-loop-distribute-patterns", "-fno-pie", "-no-pie", "-fno-stack-protector", "-Wl,--no-warn-rwx-segments",
             "-Wl,--build-id=none")
RISCV = ("-march=rv64gc_zba_zbb_zbs", "-mabi=lp64d", "-mcmodel=medany")
AARCH = ("-mcpu=cortex-a72", "-mstrict-align")
COMPILERS = {
    ("clang", "riscv64"): ("clang", "-fuse-ld=lld", "--target=riscv64-unknown-elf", *RISCV, "-mno-relax"),
    ("clang", "aarch64"): ("clang", "-fuse-ld=lld", "--target=aarch64-none-elf", *AARCH),
    ("gcc", "riscv64"): ("riscv64-unknown-elf-gcc", *GCC_FLAGS, *RISCV),
    ("gcc", "aarch64"): ("aarch64-linux-gnu-gcc", *GCC_FLAGS, *AARCH, "-mno-outline-atomics"),
}
LIMITS = {"ratio": 1.5, "geomean": 1.15, "unchecked": 1.02, "bytes_copied": 0.5, "hello_instructions": 150_000, "hello_bytes": 32 << 10, "run_cached_s": 0.6, "check_s": 0.3}
RUMPKC = [sys.executable, "-m", "rumpkc.cli"]


def c_twin(name: str, compiler: str, machine: str) -> Path | None:
    """The C program of a benchmark, compiled; None where the compiler is not installed."""
    command = COMPILERS[compiler, machine]
    if shutil.which(command[0]) is None or compiler == "clang" and shutil.which("ld.lld") is None:
        return None
    OUT.mkdir(parents=True, exist_ok=True)
    elf = OUT / f"{name}-{compiler}-{machine}.elf"
    subprocess.run([*command, *C_FLAGS, "-T", str(BENCH / "c" / f"{machine}.ld"), str(BENCH / "c" / "board.c"),
                    str(BENCH / "c" / f"{name}.c"), "-o", str(elf)], check=True)
    return elf


def counted(image: Path, machine: str, framed: bool) -> tuple[str, int]:
    """What a benchmark computed, and how many instructions it took."""
    board = qemu.board(machine).qemu
    assert board is not None
    extra = (*ICOUNT, *(FRAMES if framed else ()))
    with qemu.Guest(board.command(str(image), extra=extra), 120, framed) as guest:
        guest.wait()
        *answer, count = guest.program.decode().split()
    return " ".join(answer), int(count)


def speed(name: str, machine: str) -> dict[str, Any]:
    """One benchmark on one machine, by all compilers. The answers must agree."""
    answer, count = counted(qemu.build(BENCH / f"{name}.py", machine, 2), machine, True)
    row: dict[str, Any] = {"rumpk": count, "clang": None, "gcc": None, "ratio": None}
    for compiler in ("clang", "gcc"):
        elf = c_twin(name, compiler, machine)
        if elf is not None:
            theirs, row[compiler] = counted(elf, machine, False)
            if answer != theirs:
                raise SystemExit(f"{name} on {machine}: {answer} here, {theirs} in C by {compiler}")
    if row["clang"]:
        row["ratio"] = round(count / row["clang"], 3)
    return row


def summary(rows: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The geometric mean and the largest of the ratios of one machine (rows of `@unchecked` work apart)."""
    ratios = {name: row["ratio"] for name, row in rows.items() if row["ratio"] is not None and name not in UNCHECKED}
    if not ratios:
        return {"geomean": None, "worst": None}
    return {"geomean": round(math.exp(sum(map(math.log, ratios.values())) / len(ratios)), 3),
            "worst": max(ratios, key=lambda name: ratios[name])}


def seconds(*arguments: str, rounds: int = 5) -> float:
    """The wall time of one command, the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run([*RUMPKC, *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=True)
        best = min(best, time.perf_counter() - start)
    return round(best, 3)


def speeds(names: tuple[str, ...]) -> dict[str, Any]:
    """The rows of the benchmarks `names` on each machine, and what they come to."""
    found = {machine: {name: speed(name, machine) for name in names} for machine in qemu.BOARDS}
    return {"speed": found, "summary": {machine: summary(rows) for machine, rows in found.items()}}


def measure() -> dict[str, Any]:
    """Every figure."""
    found: dict[str, Any] = {**speeds((*PROGRAMS, *UNCHECKED)), "bytes_copied": {}, "hello": {}}
    for machine in qemu.BOARDS:
        found["bytes_copied"][machine] = per_byte(machine)
        sections, _ = read_sizes(qemu.build(ROOT / "apps" / "hello.py", machine, 2))
        found["hello"][machine] = {"instructions": instructions_until(qemu.build(ROOT / "apps" / "hello.py", machine, 2), machine, b"H"),
                                   "bytes": sum(sections[name] for name in (".text", ".rodata", ".data")), **sections}
    found["kernel"] = {machine: kernel_figures(machine) for machine in qemu.BOARDS}
    found["shell"] = {machine: shell_figures(machine) for machine in qemu.BOARDS}
    hello = "apps/hello.py"
    found["seconds"] = {
        "build, nothing cached": seconds("build", "--no-cache", hello, rounds=2),
        "run, everything cached": seconds("run", hello),
        "run on aarch64, everything cached": seconds("run", "-t", "aarch64", hello),
        "check, nothing cached": seconds("check", "--no-cache", hello, rounds=3),
        "check, everything cached": seconds("check", hello),
    }
    return found


def per_byte(machine: str) -> dict[str, float]:
    """Instructions a byte of the copying functions, by size and alignment: the rows that copying.py prints."""
    board = qemu.board(machine).qemu
    assert board is not None
    image = qemu.build(BENCH / "copying.py", machine, 2)
    with qemu.Guest(board.command(str(image), extra=(*ICOUNT, *FRAMES)), 120) as guest:
        guest.wait()
        lines = guest.program.decode().splitlines()
    return {name: int(count) / int(size) for name, size, count in (line.rsplit(" ", 2) for line in lines)}


def speed_table(found: dict[str, Any]) -> list[str]:
    """Guest instructions beside those of C."""
    out = [f"{'guest instructions':<20}{'machine':<10}{'rumpk':>14}{'clang -O2':>14}{'gcc -O2':>14}{'to clang':>10}"
           f"{'limit':>7}"]
    for machine, rows in found["speed"].items():
        for name, row in rows.items():
            counts = "".join(f"{row[key]:>14,}" if row[key] else f"{'absent':>14}" for key in ("rumpk", "clang", "gcc"))
            ratio = f"{row['ratio']:>10.2f}" if row["ratio"] else f"{'-':>10}"
            out.append(f"{name:<20}{machine:<10}{counts}{ratio}"
                       f"{LIMITS['unchecked' if name in UNCHECKED else 'ratio']:>7}")
        total = found["summary"][machine]
        if total["geomean"]:
            out.append(f"{'geometric mean':<20}{machine:<10}{'':>42}{total['geomean']:>10.3f}{LIMITS['geomean']:>7}")
            out.append(f"{'most: ' + total['worst']:<20}{machine:<10}{'':>42}{rows[total['worst']]['ratio']:>10.3f}"
                       f"{LIMITS['ratio']:>7}")
        out += [f"absent: {COMPILERS[compiler, machine][0]} is not installed, so its column is empty"
                for compiler in ("clang", "gcc") if any(row[compiler] is None for row in rows.values())]
    return out


def table(found: dict[str, Any]) -> str:
    """The figures as text, each with its limit."""
    out = [*speed_table(found), ""]
    for machine, rows in found["bytes_copied"].items():
        out += [f"{name:<34}{machine:<10}{value:>8.3f} instructions a byte   limit {LIMITS['bytes_copied']}"
                for name, value in rows.items()]
    out.append("")
    for machine, row in found["hello"].items():
        out.append(f"{'hello: reset to byte 1':<24}{machine:<10}{row['instructions']:>14,} instructions"
                   f"   limit {LIMITS['hello_instructions']:,}")
        out.append(f"{'hello: size':<24}{machine:<10}{row['bytes']:>14,} bytes (text {row['.text']:,}, constants "
                   f"{row['.rodata']:,}, data {row['.data']:,})   limit {LIMITS['hello_bytes']:,}")
    out.append("")
    out += [*figure_table("kernel", found["kernel"], KERNEL_LIMITS), "", *figure_table("shell", found["shell"], SHELL_LIMITS), ""]
    limits = {"run, everything cached": LIMITS["run_cached_s"], "check, everything cached": LIMITS["check_s"]}
    for name, value in found["seconds"].items():
        out.append(f"{'hello: ' + name:<44}{value:>8.3f} s" + (f"   limit {limits[name]}" if name in limits else ""))
    return "\n".join(out)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--json", type=Path, default=OUT / "figures.json", help="where the figures go")
    parser.add_argument("--only", type=lambda names: tuple(names.split(",")), metavar="NAME,…",
                        help="only the speed of these benchmarks; nothing is written")
    args = parser.parse_args()
    if args.only:
        print("\n".join(speed_table(speeds(args.only))))
        return 0
    found = measure()
    print(table(found))
    args.json.parent.mkdir(parents=True, exist_ok=True)
    args.json.write_text(json.dumps(found, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
