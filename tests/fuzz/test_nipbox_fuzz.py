"""A short campaign against the shell's parser."""

from __future__ import annotations

from tests.fuzz import nipbox_fuzz


def test_random_lines() -> None:
    """Both kinds of lines are among them: those with a meaning, and those without."""
    assert 300 < nipbox_fuzz.campaign(1, 4000) < 3600
