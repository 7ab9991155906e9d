"""Programs that tests run have folders of their own: what one makes is not in the way of another worker's."""

from __future__ import annotations

import sys

import forked
import qemu

PROGRAM = qemu.ROOT / "tests" / "programs" / "new_folder.py"


def test_each_run_begins_in_an_empty_folder() -> None:
    image = qemu.build(PROGRAM, "host")
    runs = [run for _ in range(2) for run in (
        forked.host_object(image, b"", 60), qemu.run(image, "host"), qemu.execute_apart([sys.executable, str(PROGRAM)]),
        forked.cpython(PROGRAM, b"", 60))]
    assert [(run.code, run.stdout) for run in runs] == [(0, b"[]\n")] * 8, runs[0].stderr
