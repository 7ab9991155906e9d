"""Golden tests: what a program said is compared with a file; `--bless` writes the file.

A pair is NAME.py and NAME.expected (or another ending). An orphan on either side fails. `normalise` is the one place
that knows what is volatile.
"""

from __future__ import annotations

import difflib
import re
from functools import cache
from pathlib import Path

import pytest

VOLATILE = (
    (re.compile(r"\b(riscv64|aarch64)\b"), "MACHINE"),             # one transcript for both boards
    (re.compile(r"\r\n"), "\n"),
    (re.compile(r"\b0x[0-9a-f]{8,16}\b"), "0xADDRESS"),             # registers, return addresses
    (re.compile(r"\[Previous line repeated \d+ more times\]"), "[Previous line repeated N more times]"),
    (re.compile(r"(the wall between workers:) .*"), r"\1 WALL"),
    (re.compile(r"\[ *\d+\.\d+\]"), "[TIME]"),                      # the log's clock
    (re.compile(r"\b\d+(\.\d+)? (ms|us|s)\b"), r"N \2"),            # durations
    (re.compile(r"\brepeated \d+ more times"), "repeated N more times"),      # how deep a stack goes
    (re.compile(r"\bup (\d+ days?, )?\d+:\d\d:\d\d\.\d{3}\b"), "up TIME"),
    (re.compile(r" {2,}\d+ KiB\b"), "  N KiB"),                     # a column of them: its padding, too
    (re.compile(r"\b\d+(\.\d+)? (KiB|MiB|bytes)\b"), r"N \2"),      # sizes that any edit of the kernel changes
)


# What a message must not show: hidden names, slots, classes of the checker, places without a file.
INTERNALS = re.compile(r"\.\d+:\d+|`\.(?:t\d+|bound|env|code|self)\b|<rumpkc|object at 0x"
                       r"|\b(?:ClassInst|FuncInst|OptionalType|IntType|TypeVarType|PartialType)\b")


ROOT = Path(__file__).resolve().parent.parent
FRAME = re.compile(r'File "((?:boot|fs|hal|kernel|lib|npl)/[\w/]+\.py)", line (\d+)')


@cache
def _lines(path: str) -> list[str]:
    file = ROOT / path
    return file.read_text(encoding="utf-8").splitlines() if file.is_file() else []


def _frame(found: re.Match[str]) -> str:
    """A frame in the project's own files names the line's words: edits above it then move no golden."""
    lines, number = _lines(found[1]), int(found[2])
    return f'File "{found[1]}", line `{lines[number - 1].strip()}`' if 0 < number <= len(lines) else found[0]


def normalise(text: str) -> str:
    """`text` with what differs from run to run replaced by a word."""
    text = FRAME.sub(_frame, text)
    for pattern, word in VOLATILE:
        text = pattern.sub(word, text)
    return text


def compare(expected: Path, actual: str, bless: bool) -> None:
    """Fail with a diff where `actual` is not what the file says; with `bless` write the file instead."""
    if bless:
        if not expected.exists() or expected.read_text(encoding="utf-8") != actual:
            expected.write_text(actual, encoding="utf-8")
        return
    if not expected.exists():
        pytest.fail(f"{expected} is missing; `pytest --bless` writes it. The output was:\n{actual}", pytrace=False)
    wanted = expected.read_text(encoding="utf-8")
    if wanted != actual:
        lines = difflib.unified_diff(wanted.splitlines(), actual.splitlines(), "expected", "actual", lineterm="")
        pytest.fail("\n".join([f"{expected} differs (`pytest --bless` accepts it):", *lines]), pytrace=False)


def orphans(folder: Path, source: str, expected: str, required: bool = True) -> list[str]:
    """Files of `folder` whose partner is missing. `required`: every source needs an expected file too."""
    sources = {path.stem for path in folder.glob(f"*{source}")}
    answers = {path.name.removesuffix(expected) for path in folder.glob(f"*{expected}")}
    lonely = [f"{name}{expected} has no {name}{source}" for name in sorted(answers - sources)]
    if required:
        lonely += [f"{name}{source} has no {name}{expected}" for name in sorted(sources - answers)]
    return lonely
