"""What all tests share: `--bless`, the project's root, and which tests make up `-m quick`."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from batches import Batch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))         # `import qemu`, `import golden`, wherever a test lies
sys.path.insert(0, str(ROOT))                   # dialect packages, run by CPython


# The verdict depends neither on how busy the host is nor on luck: the same examples every time, without deadlines.
hypothesis.settings.register_profile("rumpk", deadline=None, derandomize=True)
hypothesis.settings.load_profile("rumpk")

YOUNG_OBJECTS = 100_000         # what a session makes between two looks for garbage; Python's 700 are for small programs
QUICK_FILES = ("test_cli.py", "test_fail.py")          # and tests/unit


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write what the golden tests see into their expected files")


def pytest_configure(config: pytest.Config) -> None:
    from kept_trees import keep_trees

    keep_trees()
    gc.set_threshold(YOUNG_OBJECTS, 10, 10)
    config.addinivalue_line("markers", "quick: a cross-section of the suite that ends within 90 s")
    config.addinivalue_line("markers", "board(name): runs on a board, by default the one that the test's `machine` or `target` names")
    config.addinivalue_line("markers", "slow: not in `-m quick`, although its file is")


def pytest_sessionstart(session: pytest.Session) -> None:
    from conversions_ahead import for_session

    for_session(session)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test on a board is skipped, and says so, where its QEMU is not installed; `run_tests.sh` does not begin without."""
    import qemu

    mark = item.get_closest_marker("board")
    if mark is None:
        return
    parameters = item.callspec.params if hasattr(item, "callspec") else {}
    machine = mark.args[0] if mark.args else parameters.get("machine", parameters.get("target"))
    if machine in qemu.BOARDS and (why := qemu.missing(machine)):
        pytest.skip(why)


@pytest.hookimpl(hookwrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Unit tests and those of QUICK_FILES are quick unless they are marked slow; other tests say so themselves. What is left of them after the
    selection gets its order."""
    from order import arranged

    for item in items:
        listed = (ROOT / "tests" / "unit") in item.path.parents or item.path.name in QUICK_FILES
        if listed and item.get_closest_marker("slow") is None:
            item.add_marker(pytest.mark.quick)
    yield
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    if workers > 1:
        items[:] = arranged(items, workers)


@pytest.fixture(scope="session")
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be rewritten."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def batch_of(request: pytest.FixtureRequest) -> dict[Path, Batch]:
    """For each program that this session runs on several machines the batch that it is built with."""
    from batches import batches_of

    return batches_of(request.session.items)


@pytest.fixture
def in_root(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project root as current folder."""
    monkeypatch.chdir(ROOT)
    return ROOT
