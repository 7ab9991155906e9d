"""The pytest plugin (`pytest -p rumpk.pytest`): dialect modules are imported with the checker's conversions.

Tests then see what compiled code does: after `x: u8 = 5` in a module of the project, x is a `u8`.
"""

from __future__ import annotations

from typing import Any

from rumpk import hook

ORDINARY = ("tests", "test", "docs")        # folders of Python that tests the project, and is no part of it


def pytest_configure(config: Any) -> None:
    """Before anything is collected: imports go through the hook."""
    hook.install(ORDINARY)


def pytest_unconfigure(config: Any) -> None:
    hook.uninstall()
