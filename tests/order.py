"""The order of the tests where several workers run them: what takes long begins first, so that all end together.

pytest-xdist (`--dist worksteal`) gives each worker as many neighbours of the list as any other, and who has nothing left takes
half of what lies ahead of another. The programs of a batch lie together: its images are built by whoever comes first, and who
comes second waits. The many short tests lie last, since of them any number may be taken.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import pytest
from batches import batches_of
from qemu import ROOT

UNIT = ROOT / "tests" / "unit"


def arranged(items: Sequence[pytest.Item], workers: int) -> list[pytest.Item]:
    """`items` in `workers` parts of equal length: each has every so many-th batch, then slow files, then unit tests."""
    groups: dict[Hashable, list[pytest.Item]] = {}
    short: list[pytest.Item] = []
    batch_of = batches_of(items)
    for item in items:
        if UNIT in item.path.parents:
            short.append(item)
            continue
        path = item.callspec.params["path"] if isinstance(item, pytest.Function) and "batch_of" in item.fixturenames else None
        groups.setdefault(item.path if path is None else batch_of[path].paths, []).append(item)
    long = sorted(groups, key=lambda group: not isinstance(group, tuple))       # batches first, otherwise as they were
    parts = [[item for group in long[n::workers] for item in groups[group]] for n in range(workers)]
    left = iter(short)
    for n, part in enumerate(parts):
        wanted = len(items) // workers + (n < len(items) % workers)
        part += [item for _, item in zip(range(wanted - len(part)), left)]
    out = [item for part in parts for item in part] + list(left)
    assert len(out) == len(items) and set(out) == set(items), "a test would be lost"
    return out
