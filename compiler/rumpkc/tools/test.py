"""`rumpkc test`: a project's golden pairs on a target, then its tests under CPython.

    tests/greeting.py + tests/greeting.expected         a program and what it prints; `# exit: 3` in it: its status
    tests/greeting.stdin                                what it reads, if anything
    tests/test_greeting.py                              pytest, with the import hook that converts by the checked types
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from rumpkc.compilation import Project

EXIT = re.compile(r"^# exit: (\d+)$", re.MULTILINE)
SECONDS = 120
NOTHING_COLLECTED = 5                       # pytest's status


def run_tests(project: Project, only: str, target: str | None, bless: bool) -> int:
    """Run what has `only` in its name; 1 where anything failed."""
    folder = project.root / "tests"
    programs = [path for path in sorted(folder.glob("*.py"))
                if path.with_suffix(".expected").exists() or bless and "def main(" in path.read_text(encoding="utf-8")
                and not path.name.startswith("test_")]
    chosen = [path for path in programs if only in path.stem]
    failed = [path for path in chosen if not _passes(path, target or project.config.target, bless)]
    if chosen:
        print(f"{len(chosen) - len(failed)} of {len(chosen)} programs as expected")
    status = _under_cpython(project, folder, only)
    if not chosen and status == NOTHING_COLLECTED:
        print(f"no test{f' with `{only}` in its name' if only else ''}: write tests/NAME.py with tests/NAME.expected, "
              "or tests/test_NAME.py")
        return 1
    return 1 if failed or status not in (0, NOTHING_COLLECTED) else 0


def _passes(path: Path, target: str, bless: bool) -> bool:
    """Build and run one program; print how it differs from what is expected."""
    wanted, stdin = path.with_suffix(".expected"), path.with_suffix(".stdin")
    found = EXIT.search(path.read_text(encoding="utf-8"))
    command = [sys.executable, "-m", "rumpkc.cli", "run", "--no-shell", "-t", target, str(path)]
    try:
        done = subprocess.run(command, input=stdin.read_bytes() if stdin.exists() else b"", capture_output=True,
                              timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        print(f"FAILED {path.name}: no end within {SECONDS} s")
        return False
    said = done.stdout.decode("utf-8", "replace")
    if bless and done.returncode == int(found[1] if found else 0):
        wanted.write_text(said, encoding="utf-8")
    expected = wanted.read_text(encoding="utf-8") if wanted.exists() else ""
    problems = list(difflib.unified_diff(expected.splitlines(), said.splitlines(), "expected", "printed", lineterm=""))
    if done.returncode != int(found[1] if found else 0):
        problems += [f"exit status {done.returncode}", *done.stderr.decode("utf-8", "replace").splitlines()]
    if problems:
        print("\n  ".join([f"FAILED {path.name}", *problems]))
    return not problems


def _under_cpython(project: Project, folder: Path, only: str) -> int:
    """pytest over test_*.py, where there are any; its status."""
    if not any(folder.rglob("test_*.py")):
        return NOTHING_COLLECTED
    if find_spec("pytest") is None:
        print("pytest is not installed: the tests under CPython did not run (`pip install pytest`)")
        return 1
    with tempfile.TemporaryDirectory() as cache:
        command = [sys.executable, "-m", "pytest", "-q", "-p", "rumpk.pytest", "-o", f"cache_dir={cache}", str(folder)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(
            [str(project.root), *filter(None, [os.environ.get("PYTHONPATH")])])}
        sys.stdout.flush()
        return subprocess.run([*command, *(["-k", only] if only else [])], cwd=project.root, env=environment,
                              check=False).returncode
