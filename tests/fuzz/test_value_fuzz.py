"""A short campaign of random programs over values, and that the campaign can fail."""

from __future__ import annotations

import random
from pathlib import Path

from tests.fuzz.value_fuzz import campaign, same
from tests.fuzz.value_programs import functions, program


def test_short_campaign(tmp_path: Path) -> None:
    """The same two programs every time: nothing differs, and most of what is written is accepted."""
    work = campaign(seed=2026, seconds=600, count=2, folder=tmp_path)
    assert not work.troubles, "\n\n".join(work.troubles.values())
    assert work.compared > 250
    assert sum(work.refused.values()) < work.tried // 3, work.refused


def test_same_seed_same_program() -> None:
    """A seed names its programs."""
    assert program(functions(random.Random("1/0"), 5)) == program(functions(random.Random("1/0"), 5))
    assert program(functions(random.Random("1/0"), 5)) != program(functions(random.Random("1/1"), 5))


def test_a_difference_is_seen() -> None:
    """Results are equal as text; only the words of an integer that is too large are not compared."""
    assert same("1 2", "1 2")
    assert not same("1 2", "1 3")
    assert not same("OverflowError <out of range>", "ValueError x")
    assert same("OverflowError <out of range>", "OverflowError value does not fit int")
    assert not same("[1]OverflowError: <out of range>", "[2]OverflowError: value does not fit int")
