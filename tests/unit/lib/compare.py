"""Runs the number programs and counts where they differ from CPython."""

from __future__ import annotations

import struct
import sys
from collections import Counter
from pathlib import Path

import qemu

from tests.unit.lib import format_cases, math_cases

HERE = Path(__file__).resolve().parent
CPYTHON = "cpython"


def output(program: str, target: str, stdin: str, timeout: float = 300) -> list[str]:
    """The lines that a program here prints on a machine."""
    path = HERE / f"{program}.py"
    given = stdin.encode()
    if target == CPYTHON:
        done = qemu.execute([sys.executable, str(path)], given, timeout)
    else:
        done = qemu.run(qemu.build(path, target), target, given, timeout)
    assert done.code == 0, done.stderr
    return done.stdout.decode().split("\n")[:-1]


def asked(program: str, target: str, lines: list[str]) -> list[str]:
    """One answer a line."""
    out = output(program, target, "\n".join([str(len(lines)), *lines, ""]))
    assert len(out) == len(lines), f"{len(lines)} questions, {len(out)} answers"
    return out


def formats(target: str, seed: int, count: int) -> list[str]:
    """What differs of `count` formats, texts and roundings."""
    lines, answers = format_cases.cases(seed, count)
    return differences(lines, asked("format_program", target, lines), answers)


def reprs(target: str, seed: int, count: int) -> list[str]:
    """What differs of `count` random doubles' reprs."""
    given = f"{seed} {count}\n"
    return differences([""] * count, output("repr_program", target, given), output("repr_program", CPYTHON, given))


def differences(lines: list[str], got: list[str], answers: list[str]) -> list[str]:
    """One line for each case that differs."""
    return [f"{line!r}: {a!r}, CPython {b!r}" for line, a, b in zip(lines, got, answers, strict=True) if a != b]


def order(x: float) -> int:
    """The place of a double among all."""
    bits: int = struct.unpack("<q", struct.pack("<d", x))[0]
    return bits if bits >= 0 else -(bits & (1 << 63) - 1)


def near(a: str, b: str) -> bool:
    """Whether two texts are finite neighbours."""
    try:
        return abs(order(float(a)) - order(float(b))) <= 2
    except ValueError:
        return False


def functions(target: str, seed: int, count: int, names: list[str] | None = None) -> tuple[list[str], dict[str, tuple[int, int]]]:
    """(what differs and may not, for each function: cases, those one unit of the last place off)."""
    lines, answers = math_cases.cases(seed, count, names)
    total: Counter[str] = Counter()
    off: Counter[str] = Counter()
    wrong = []
    for line, a, b in zip(lines, asked("math_program", target, lines), answers, strict=True):
        name = line.partition("\t")[0]
        total[name] += 1
        if a != b:
            if name in math_cases.ROUNDED and near(a, b):
                off[name] += 1
            else:
                wrong.append(f"{line!r}: {a!r}, CPython {b!r}")
    return wrong, {name: (total[name], off[name]) for name in sorted(total)}
