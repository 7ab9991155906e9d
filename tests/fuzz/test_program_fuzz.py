"""Forty random programs on the host, and that a difference is seen."""

from __future__ import annotations

from pathlib import Path

from tests.fuzz.program_fuzz import Campaign, campaign, differing
from tests.fuzz.programs.machines import Outcome
from tests.fuzz.programs.unit import unit


def test_short_campaign(tmp_path: Path) -> None:
    """The same programs every time: all are accepted, and none does something else than CPython."""
    work = Campaign(tmp_path, small=False)
    campaign(seed=2026, count=40, budget=600, work=work)
    assert not work.troubles, "\n\n".join(work.troubles.values())
    assert work.compared == work.tried == 40, work.refused


def test_same_seed_same_program() -> None:
    """A seed and a number name a program."""
    assert str(unit("1/0", "p0")) == str(unit("1/0", "p0"))
    assert str(unit("1/0", "p0")) != str(unit("1/1", "p0"))


def test_a_difference_is_seen() -> None:
    """Programs are compared one by one, by what stands below their names."""
    from tests.fuzz.programs.unit import MARK

    wanted = f"{MARK}p0\nsame\n{MARK}p1\none\n".encode()
    got = f"{MARK}p0\nsame\n{MARK}p1\nother\n".encode()
    assert differing(Outcome(0, wanted, b""), Outcome(0, got, b""), ["p0", "p1"]) == ["p1"]
