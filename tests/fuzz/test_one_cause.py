"""A short run of the campaign."""

from __future__ import annotations

from tests.fuzz.one_cause import campaign


def test_one_mistake_has_one_cause() -> None:
    """The same sixty programs as long as tests/run stays the same."""
    found, tried = campaign(seed=2026, seconds=7200, count=60)
    assert tried == 60
    assert not found, "\n".join(f"{name}: {[f'{d.span.line}: {d.code} {d.message}' for d in more]}"
                                for name, more in found.items())
