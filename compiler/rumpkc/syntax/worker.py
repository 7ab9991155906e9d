"""A process that parses files for another one: `python -m rumpkc.syntax.worker TABLES`, the folder of the parse tables.

in:  on standard input, a JSON list of files: [path, path as shown, cache, folder that the shown path counts from]
out: their trees in the cache; an error is left to the build, which meets it in its own order
"""

from __future__ import annotations

import gc
import json
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from rumpkc.diagnostics import CompileError
from rumpkc.syntax.encoding import decode_source
from rumpkc.syntax.parse import parse_cached

Task = tuple[str, str, str | None, str | None]


def parse_files(files: Iterable[Task], tables: Path | None) -> None:
    """Have the tree of each file in its cache."""
    for path, shown, folder, home in files:
        with suppress(CompileError, OSError):
            parse_cached(decode_source(shown, Path(path).read_bytes()), Path(folder) if folder else None,
                         tables_dir=tables, home=home)


def main() -> int:
    signal.signal(signal.SIGINT, signal.SIG_DFL)        # Ctrl-C is the build's to explain
    gc.disable()
    parse_files(json.load(sys.stdin), Path(sys.argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
