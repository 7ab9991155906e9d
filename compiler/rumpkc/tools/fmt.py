"""`rumpkc fmt`: ruff formats the project's sources."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from rumpkc.diagnostics import fail


def format_files(files: list[str], root: Path, check: bool) -> int:
    """Format `files`, or everything below `root`; ruff's status. E0720 where ruff is missing."""
    if find_spec("ruff") is None:
        raise fail("E0720", "`ruff` is not installed: it formats sources", help="`pip install ruff`")
    command = [sys.executable, "-m", "ruff", "format", *(["--check"] if check else []), *(files or [str(root)])]
    return subprocess.run(command, check=False).returncode
