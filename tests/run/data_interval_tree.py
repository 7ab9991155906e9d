"""Intervals: a centred interval tree, a sweep for overlaps, an interval map with splitting, calendar gaps."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterable, Iterator, NamedTuple


class Interval(NamedTuple):
    start: int
    end: int
    label: str = ""

    def holds(self, point: int) -> bool:
        return self.start <= point < self.end

    def overlaps(self, other: Interval) -> bool:
        return self.start < other.end and other.start < self.end

    def __and__(self, other: Interval) -> Interval | None:
        low, high = max(self.start, other.start), min(self.end, other.end)
        return Interval(low, high, f"{self.label}{other.label}") if low < high else None

    def __str__(self) -> str:
        return f"{self.label}[{self.start},{self.end})"


@dataclass
class Node:
    centre: int
    here: list[Interval]
    left: Node | None = None
    right: Node | None = None
    by_end: list[Interval] = field(init=False)

    def __post_init__(self) -> None:
        self.here.sort()
        self.by_end = sorted(self.here, key=lambda i: i.end, reverse=True)


def build(intervals: list[Interval]) -> Node | None:
    if not intervals:
        return None
    centre = sorted(i.start for i in intervals)[len(intervals) // 2]
    left = [i for i in intervals if i.end <= centre]
    right = [i for i in intervals if i.start > centre]
    here = [i for i in intervals if i.start <= centre < i.end]
    return Node(centre, here, build(left), build(right))


def stab(node: Node | None, point: int) -> Iterator[Interval]:
    while node is not None:
        if point < node.centre:
            for one in node.here:
                if one.start > point:
                    break
                yield one
            node = node.left
        else:
            for one in node.by_end:
                if one.end <= point:
                    break
                yield one
            node = node.right


def depth(node: Node | None) -> int:
    return 0 if node is None else 1 + max(depth(node.left), depth(node.right))


def most_at_once(intervals: Iterable[Interval]) -> tuple[int, int]:
    events = sorted([(i.start, 1) for i in intervals] + [(i.end, -1) for i in intervals])
    best, when, now = 0, 0, 0
    for at, change in events:
        now += change
        if now > best:
            best, when = now, at
    return best, when


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    out: list[Interval] = []
    for one in sorted(intervals):
        if out and one.start <= out[-1].end:
            out[-1] = out[-1]._replace(end=max(out[-1].end, one.end))
        else:
            out.append(one._replace(label="~"))
    return out


class IntervalMap:
    """Later assignments cover earlier ones."""

    def __init__(self) -> None:
        self.parts: list[Interval] = []

    def __setitem__(self, where: tuple[int, int], label: str) -> None:
        start, end = where
        if start >= end:
            raise ValueError(f"empty interval {start}..{end}")
        rest: list[Interval] = []
        for part in self.parts:
            if part.start < start:
                rest.append(part._replace(end=min(part.end, start)))
            if part.end > end:
                rest.append(part._replace(start=max(part.start, end)))
        self.parts = sorted([*rest, Interval(start, end, label)])

    def __getitem__(self, point: int) -> str:
        for part in self.parts:
            if part.holds(point):
                return part.label
        raise KeyError(point)


def gaps(busy: Iterable[Interval], day: Interval) -> Iterator[Interval]:
    at = day.start
    for one in merged(busy):
        if one.start > at:
            yield Interval(at, min(one.start, day.end), "free")
        at = max(at, one.end)
    if at < day.end:
        yield Interval(at, day.end, "free")


def main() -> None:
    intervals = [Interval(n * 13 % 50, n * 13 % 50 + 3 + n % 9, chr(97 + n)) for n in range(16)]
    tree = build(intervals)
    for point in (0, 10, 26, 49, 60):
        hits = sorted(stab(tree, point))
        assert hits == sorted(i for i in intervals if i.holds(point))
        print(point, *hits)
    print(depth(tree), most_at_once(intervals), *merged(intervals))
    a, b = Interval(1, 5, "a"), Interval(4, 9, "b")
    print(a & b, a & Interval(5, 6), a.overlaps(b), a.holds(4), 5 in a, "a" in a, a < b, a == (1, 5, "a"), tuple(a))
    marks = IntervalMap()
    marks[0, 100] = "grass"
    marks[20, 30] = "road"
    marks[25, 60] = "lake"
    print(*marks.parts, marks[24], marks[25])
    for wrong in ((5, 5), (9, 1)):
        try:
            marks[wrong] = "x"
        except ValueError as error:
            print(error)
    try:
        marks[100]
    except KeyError as error:
        print("nothing at", error)
    print(*gaps([Interval(9, 10), Interval(9, 12), Interval(15, 16)], Interval(8, 17)), list(gaps([], Interval(0, 0))))
