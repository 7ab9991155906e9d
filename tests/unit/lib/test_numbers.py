"""Numbers of compiled programs are CPython's: fixed seeds; campaign.py has more."""

from __future__ import annotations

import pytest

from tests.unit.lib import compare

SEED = 20260
MOST_OFF = 0.01                         # of a function's results, where the C library's is not the nearest double


@pytest.mark.slow
@pytest.mark.parametrize("target", ["host", "riscv64", "aarch64"])
def test_formats_texts_and_rounding(target: str) -> None:
    wrong = compare.formats(target, SEED, 4000 if target == "host" else 1500)
    assert not wrong, "\n".join(wrong[:20])


def test_repr_is_shortest_and_reads_back() -> None:
    wrong = compare.reprs("host", SEED, 5000)
    assert not wrong, "\n".join(wrong[:20])


@pytest.mark.parametrize("target", ["host", *(pytest.param(b, marks=pytest.mark.slow) for b in ("riscv64", "aarch64"))])
def test_functions(target: str) -> None:
    wrong, rates = compare.functions(target, SEED, 6000 if target == "host" else 3000)
    assert not wrong, "\n".join(wrong[:20])
    cases = sum(total for total, _ in rates.values())
    assert sum(off for _, off in rates.values()) <= MOST_OFF * cases, rates
