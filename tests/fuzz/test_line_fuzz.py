"""A short campaign against the line editor."""

from __future__ import annotations

from tests.fuzz import line_fuzz


def test_random_keys() -> None:
    """And lines come of some of them."""
    assert line_fuzz.campaign(1, 6000) > 30
