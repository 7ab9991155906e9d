"""The shell on both boards: some hundred pipelines leave nothing behind; a short soak on the one whose idle time passes at once."""

from __future__ import annotations

import random

import pytest

from tests import qemu
from tests.fuzz import shell_soak


@pytest.mark.parametrize("machine", qemu.BOARDS)
def test_pipelines_leave_nothing(machine: str) -> None:
    """Memory, pages, quota and workers are as before, exactly."""
    if why := qemu.missing(machine):
        pytest.skip(why)
    assert shell_soak.pipelines(machine, 400, 120) >= 400


def test_short_soak() -> None:
    if why := qemu.missing("aarch64"):
        pytest.skip(why)
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    steps, passed = shell_soak.soak("aarch64", seed, 100_000, 120)
    assert steps > 0 and passed >= 100_000
