"""CPython's `ast` is the oracle: its library, corner cases, wrong programs and random damage."""

from __future__ import annotations

import ast
import os
import random
import time
import warnings

import pytest

from rumpkc.diagnostics import CompileError
from rumpkc.source import Source
from rumpkc.syntax.parse import parse_module
from tests.unit.syntax import mutate, stdlib_check
from tests.unit.syntax.programs import programs


@pytest.mark.slow
def test_standard_library(capsys: pytest.CaptureFixture[str]) -> None:
    """Every file of CPython's Lib, its tests included: equal trees and positions, and the same files refused."""
    results = stdlib_check.check(stdlib_check.corpus(), jobs=2)
    with capsys.disabled():
        print(f"\n{stdlib_check.summary(results)}")
    assert [f"{result.path}: {result.problem}" for result in results if result.problem] == []
    # Debian packages the library without its tests: 668 files there, 1,790 in a build from source.
    assert len(results) > 500 and sum(result.accepted for result in results) > 500


@pytest.mark.parametrize("text", programs("good_programs.txt"), ids=lambda text: text.split("\n")[0][:30])
def test_corner_cases(text: str) -> None:
    """Valid programs, whole and line by line."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ast.parse(text)
    assert mutate.verdict(text) == ""
    for line in text.split("\n"):
        assert mutate.verdict(line) == ""


@pytest.mark.parametrize("text", programs("bad_programs.txt"), ids=lambda text: text.replace("\n", "|")[:30])
def test_wrong_programs(text: str) -> None:
    """Both refuse; our error has a code of ours, a message and a place in the file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises((SyntaxError, ValueError)):
            ast.parse(text)
    with pytest.raises(CompileError) as caught:
        parse_module(Source("bad.py", text))
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code.startswith("E01") and diagnostic.message
    assert diagnostic.span.file == "bad.py" and 1 <= diagnostic.span.line <= text.count("\n") + 2
    assert (diagnostic.span.line, diagnostic.span.col) <= (diagnostic.span.end_line, diagnostic.span.end_col)


@pytest.mark.slow
def test_random_damage() -> None:
    """Mutants of good programs, other ones each time; RUMPK_SEED repeats a run."""
    seed = int(os.environ.get("RUMPK_SEED") or time.time_ns() % 1_000_000)
    print(f"RUMPK_SEED={seed}")
    failures = mutate.run(seed, 1500)
    assert failures == [], f"RUMPK_SEED={seed}"


def test_the_checks_can_fail() -> None:
    """The comparison notices a wrong tree: another operator, another position, a missing statement."""
    from tests.unit.syntax.compare import Comparer, Disagreement

    text = "x = f(a + b)\n"
    ours = parse_module(Source("x", text))
    Comparer(text).module(ours, ast.parse(text))
    for other in ("x = f(a - b)\n", "x =  f(a + b)\n", "x = f(a + b)\ny\n", "x = f(a + b, c)\n", "y = f(a + b)\n"):
        with pytest.raises(Disagreement):
            Comparer(text).module(ours, ast.parse(other))
    for damaged in (random.Random(seed) for seed in range(50)):
        assert isinstance(mutate.damage(text, damaged), str)
