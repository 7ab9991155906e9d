"""The corpora on every machine: programs that hold the vectors as tables and check themselves.

CPython's `int` has no bounds, so the pairs that overflow are checked there with `i64`, and with `int` everywhere else.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import batches
import forked
import pytest
from batches import Batch
from corpora import generate, integer_types
from qemu import ROOT, Result

MACHINES = ("cpython", "host", "riscv64", "aarch64")
LEVEL = 2
GREEN = {"integers_int": 28288, "integers_i64": 28288, "siphash": 128, "blake2": 512, "sha512": 129, "sha256": 65,
         "kdl": 160}
TIMEOUT = 120


def program(name: str) -> Path:
    return written(name, generate.PROGRAMS[name]())


def written(name: str, text: str) -> Path:
    """The generated source, where the project's packages can be imported."""
    path = ROOT / "build" / "corpora" / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
    return path


@cache
def together() -> Batch:
    """All programs of GREEN in one image."""
    return batch(*map(program, GREEN))


def batch(*paths: Path) -> Batch:
    return Batch(paths, {machine: (LEVEL,) for machine in MACHINES})


def run(path: Path, machine: str, built_with: Batch) -> Result:
    if machine == "cpython":
        return forked.cpython(path, b"", TIMEOUT)
    return batches.run(path, built_with, machine, LEVEL, b"", TIMEOUT)


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("name", GREEN)
@pytest.mark.board
def test_every_vector_is_green(name: str, machine: str) -> None:
    if not generate.CORPORA.is_dir():
        pytest.skip(f"no test vectors: {generate.CORPORA} is absent")
    if machine == "cpython" and name == "integers_int":
        pytest.skip("CPython's int does not overflow; integers_i64 covers it")
    result = run(program(name), machine, together())
    assert result.stdout.decode() == f"{GREEN[name]} green, 0 red\n", result.stderr
    assert result.code == 0


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.board
def test_every_integer_type(machine: str) -> None:
    """One boot a machine: the digests of all outcomes are those of CPython's integers, range-checked."""
    if not generate.CORPORA.is_dir():
        pytest.skip(f"no test vectors: {generate.CORPORA} is absent")
    wanted = integer_types.expected().splitlines()
    if machine == "cpython":                    # its int has no bounds; the host package has the others
        wanted = [line for line in wanted if not line.startswith("int ")]
    path = written("integer_types", integer_types.program())
    result = run(path, machine, batch(path))
    got = [line for line in result.stdout.decode().splitlines() if machine != "cpython" or not line.startswith("int ")]
    assert [x for x in zip(got, wanted, strict=True) if x[0] != x[1]] == [], result.stderr
    assert result.code == 0
