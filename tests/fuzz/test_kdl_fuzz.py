"""A short campaign of kdl_fuzz.py: the compiled parser and CPython's run of it give the same for every document."""

from __future__ import annotations

import random

from tests.fuzz import kdl_fuzz


def test_short_campaign() -> None:
    seed, count = random.randrange(10**6), 1500
    print(f"seed {seed}")
    got, wanted = kdl_fuzz.compiled(seed, count, 120), kdl_fuzz.by_cpython(seed, count, 120)
    assert (got.code, wanted.code) == (0, 0), got.stderr + wanted.stderr
    assert got.stdout == wanted.stdout
