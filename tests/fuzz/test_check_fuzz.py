"""A short run of the campaign, and programs that once made the front end fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.check_fuzz import Checker, campaign

FOUND = (Path(__file__).parent / "found.txt").read_text(encoding="utf-8").split("\n=====\n")


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    return Checker(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_found(checker: Checker, text: str) -> None:
    """Refused or accepted, but in the user's words."""
    assert checker.trouble(text) == ""


def test_short_campaign() -> None:
    """The same 300 mutants every time."""
    found, tried = campaign(seed=2026, seconds=7200, count=300, small=False)
    assert tried == 300
    assert not found, "\n\n".join(f"{trouble}:\n{text}" for trouble, text in found.items())
