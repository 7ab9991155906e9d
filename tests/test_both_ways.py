"""Thousands of random calls of the dialect's own pure functions, under CPython with the hook and compiled: equal answers."""

from __future__ import annotations

import random
import sys

import qemu
from qemu import ROOT

PROGRAM = ROOT / "tests" / "programs" / "both_ways.py"
CALLS = 4000
FUNCTIONS = 16
LETTERS = "abehlmopx  '\"\\€ü1"


def calls(seed: int) -> str:
    """One call a line; small numbers are as likely as large ones."""
    source = random.Random(seed)
    lines = []
    for index in range(CALLS):
        a, b = (source.randrange(1 << source.choice((3, 8, 31, 62))) for _ in range(2))
        text = "".join(source.choice(LETTERS) for _ in range(source.randrange(12)))
        lines.append(f"{index % FUNCTIONS} {a} {b} {text}")
    return "\n".join([*lines, "end"]) + "\n"


def test_random_calls_give_equal_answers() -> None:
    given = calls(2026).encode()
    wanted = qemu.execute([sys.executable, str(ROOT / "tests" / "cpython_main.py"), str(PROGRAM)], given)
    got = qemu.run(qemu.build(PROGRAM, "host"), "host", given)
    assert (wanted.code, got.code) == (0, 0), wanted.stderr + got.stderr
    answers = wanted.stdout.decode().splitlines()
    assert len(answers) == CALLS and "?" not in answers
    for number in range(FUNCTIONS):             # each function gave many answers, not one error
        assert len(set(answers[number::FUNCTIONS])) > 1, number
    pairs = zip(given.decode().splitlines(), answers, got.stdout.decode().splitlines(), strict=False)
    assert [pair for pair in pairs if pair[1] != pair[2]] == []
    assert got.stdout == wanted.stdout
