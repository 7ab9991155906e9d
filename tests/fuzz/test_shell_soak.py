"""The shell on both boards: some hundred pipelines leave nothing behind; a short soak on the one whose idle time passes at once."""

from __future__ import annotations

import random

import pytest

from tests import qemu
from tests.fuzz import shell_soak


@pytest.mark.parametrize("machine", qemu.BOARDS)
@pytest.mark.board
def test_pipelines_leave_nothing(machine: str) -> None:
    """Memory, pages, quota and workers are as before, exactly."""
    assert shell_soak.pipelines(machine, 400, 120) >= 400


@pytest.mark.board("aarch64")
def test_short_soak() -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    steps, passed = shell_soak.soak("aarch64", seed, 100_000, 120)
    assert steps > 0 and passed >= 100_000
