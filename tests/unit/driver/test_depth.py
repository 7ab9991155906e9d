"""A program that is nested deeper than the passes can follow is an error of its own."""

from __future__ import annotations

import pytest

from rumpkc.build import with_deep_stack
from rumpkc.diagnostics import CompileError


def test_too_deep() -> None:
    def down(n: int) -> int:
        return down(n + 1) + 1

    with pytest.raises(CompileError) as caught:
        with_deep_stack(lambda: down(0) and None)
    assert caught.value.diagnostics[0].code == "E0714"


def test_deep_enough() -> None:
    def down(n: int) -> int:
        return 0 if n == 0 else down(n - 1) + 1

    found: list[int] = []
    with_deep_stack(lambda: found.append(down(40_000)))
    assert found == [40_000]
