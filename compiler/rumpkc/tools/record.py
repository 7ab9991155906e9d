"""What `rumpkc profile` and `rumpkc trace` leave: a table, a flame graph, folded stacks; a list of calls."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from rumpkc.link.write import write_file
from rumpkc.targets.target import Target
from rumpkc.tools.flame import flame_graph
from rumpkc.tools.places import Places
from rumpkc.tools.profile import Recorder, folded, record, returns_of, table


def record_profile(image: Path, target: Target, extra: tuple[str, ...]) -> int:
    """Run, print the table on stderr, write IMAGE.profile.svg and IMAGE.profile.folded; the program's exit status."""
    recorder = Recorder(Places(image), returns_of(target))
    status = record(image, target, extra, recorder)
    print(table(recorder.counts), end="", file=sys.stderr)
    title = f"{image.name}: {recorder.total:,} instructions"
    for ending, text in ((".svg", flame_graph(recorder.counts, title)), (".folded", folded(recorder.counts))):
        path = image.with_suffix(f".profile{ending}")
        write_file(path, text.encode())
        print(os.path.relpath(path), file=sys.stderr)
    return status


def record_trace(image: Path, target: Target, extra: tuple[str, ...]) -> int:
    """Run, write IMAGE.trace: a line for each call, indented by its depth; the program's exit status."""
    path = image.with_suffix(".trace")
    with path.open("w", encoding="utf-8") as lines:
        recorder = Recorder(Places(image), returns_of(target),
                            lambda depth, name, at: print(f"{at:>10} {'  ' * depth}{name}", file=lines))
        status = record(image, target, extra, recorder)
    print(os.path.relpath(path), file=sys.stderr)
    return status
