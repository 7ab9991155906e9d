"""Names of Python's library that are not compiled, and what to write instead: the help line of their E0203.

One row for each reason: `module: {"names": help}`. docs/library.py holds this against CPython's own lists: each name of a
module that can be imported is compiled and in a program of tests/run, or stands here.
"""

from __future__ import annotations

NO_ASYNC = "write a plain function; what must wait, waits on its fiber"
NO_FILES = "a board has no files; `io.StringIO` and `io.BytesIO` are in memory"
NO_CLOCKS = "a board has one clock: `time.time`, `time.monotonic`, `time.perf_counter`"
NO_REFLECTION = "there is no reflection"
ROWS: dict[str, dict[str, str]] = {}


def _by_name(rows: dict[str, str]) -> dict[str, str]:
    return {name: text for names, text in rows.items() for name in names.split()}


ABSENT: dict[str, dict[str, str]] = {module: _by_name(rows) for module, rows in ROWS.items()}


def instead(module: str, name: str) -> str:
    """What to write for a name of a module (of Python's, or of `lib`); "" where nothing is known."""
    return ABSENT.get(module.removeprefix("lib."), {}).get(name, "")
