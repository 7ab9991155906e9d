"""Myers' O(ND) diff, unified hunks, a patch function, and a three-way merge built on it."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, TypeVar

T = TypeVar("T", str, int)


class Edit(NamedTuple):
    op: str
    old: int
    new: int


def trace(a: Sequence[T], b: Sequence[T]) -> list[dict[int, int]]:
    frontier = {1: 0}
    history: list[dict[int, int]] = []
    for d in range(len(a) + len(b) + 1):
        history.append(frontier.copy())
        for k in range(-d, d + 1, 2):
            down = k == -d or (k != d and frontier[k - 1] < frontier[k + 1])
            x = frontier[k + 1] if down else frontier[k - 1] + 1
            y = x - k
            while x < len(a) and y < len(b) and a[x] == b[y]:
                x, y = x + 1, y + 1
            frontier[k] = x
            if x >= len(a) and y >= len(b):
                return history
    raise AssertionError("unreachable")


def edits(a: Sequence[T], b: Sequence[T]) -> list[Edit]:
    x, y = len(a), len(b)
    out: list[Edit] = []
    for d, frontier in reversed(list(enumerate(trace(a, b)))):
        k = x - y
        previous_k = k + 1 if k == -d or (k != d and frontier[k - 1] < frontier[k + 1]) else k - 1
        before_x = frontier[previous_k]
        before_y = before_x - previous_k
        while x > before_x and y > before_y:
            x, y = x - 1, y - 1
            out.append(Edit(" ", x, y))
        if d > 0:
            out.append(Edit("+", before_x, before_y) if x == before_x else Edit("-", before_x, before_y))
        x, y = before_x, before_y
    out.reverse()
    return out


def unified(a: list[str], b: list[str], context: int = 1) -> Iterator[str]:
    script = edits(a, b)
    near = [any(e.op != " " for e in script[max(0, i - context):i + context + 1]) for i in range(len(script))]
    for kept, group in groupby(zip(near, script), key=lambda pair: pair[0]):
        if not kept:
            continue
        hunk = [edit for _, edit in group]
        old = sum(e.op in " -" for e in hunk)
        new = sum(e.op in " +" for e in hunk)
        yield f"@@ -{hunk[0].old + 1},{old} +{hunk[0].new + 1},{new} @@"
        for op, i, j in hunk:
            yield op + (b[j] if op == "+" else a[i])


class PatchError(Exception):
    pass


def patch(a: list[str], lines: Iterator[str]) -> list[str]:
    out: list[str] = []
    at = 0
    for line in lines:
        if line.startswith("@@"):
            start = int(line.split()[1].split(",")[0][1:]) - 1
            out += a[at:start]
            at = start
        elif line[0] == "+":
            out.append(line[1:])
        else:
            if a[at] != line[1:]:
                raise PatchError(f"line {at + 1}: {a[at]!r} is not {line[1:]!r}")
            if line[0] == " ":
                out.append(a[at])
            at += 1
    return out + a[at:]


@dataclass
class Conflict:
    ours: list[str]
    theirs: list[str]

    def __str__(self) -> str:
        return "<" + "|".join(self.ours) + "=" + "|".join(self.theirs) + ">"


def changes(base: list[str], other: list[str]) -> dict[int, tuple[bool, list[str]]]:
    """For each base line: whether it is deleted, and what is inserted before it."""
    table: dict[int, tuple[bool, list[str]]] = {}
    for op, i, j in edits(base, other):
        deleted, inserted = table.get(i, (False, []))
        if op == "+":
            inserted = [*inserted, other[j]]
        table[i] = (deleted or op == "-", inserted)
    return table


def merge(base: list[str], ours: list[str], theirs: list[str]) -> list[str | Conflict]:
    left, right = changes(base, ours), changes(base, theirs)
    out: list[str | Conflict] = []
    for i in range(len(base) + 1):
        gone_l, new_l = left.get(i, (False, []))
        gone_r, new_r = right.get(i, (False, []))
        if new_l and new_r and new_l != new_r:
            out.append(Conflict(new_l, new_r))
        else:
            out += new_l or new_r
        if i < len(base) and not gone_l and not gone_r:
            out.append(base[i])
    return out


def main() -> None:
    print("".join(op for op, _, _ in edits("ABCABBA", "CBABAC")), len(trace("ABCABBA", "CBABAC")) - 1)
    print(edits([1, 2, 3], [1, 3, 4]))
    old = ["def f():", "    a = 1", "    b = 2", "", "    return a", "# tail", "x", "y", "z"]
    new = ["def f(n):", "    a = 1", "    b = n", "    c = 3", "", "    return a", "# tail", "x", "z"]
    lines = list(unified(old, new))
    print("\n".join(lines))
    assert patch(old, iter(lines)) == new
    try:
        patch(["other"] + old, iter(lines))
    except PatchError as error:
        print(error)
    base = list("abcdef")
    print(" ".join(map(str, merge(base, list("aXbcdf"), list("abcdeYf")))))
    print(" ".join(map(str, merge(base, list("abXcdef"), list("abYcdef")))), merge([], [], []))
    print(list(unified([], ["a"])), list(unified(["a"], [])), list(unified(["s"], ["s"])), edits("", ""))
