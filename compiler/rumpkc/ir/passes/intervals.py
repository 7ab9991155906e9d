"""Intervals of integers, and what the primitive operations make of them.

An interval (low, high) holds both ends; its numbers are the mathematical values, for unsigned types too. A rule gives
None where the result may be anything that its type holds.

    add.wrap (0, 9) (1, 1) -> (1, 10)         and (-5, 9) (0, 7) -> (0, 7)          icmp.slt (0, 99) < (5, 10): (0, 9)
"""

from __future__ import annotations

from collections.abc import Callable

from rumpkc.ir.lengths import MEMORY_LIMIT
from rumpkc.types.types import IntType

Interval = tuple[int, int]
Rule = Callable[[Interval, Interval, IntType], "Interval | None"]

LENGTHS: Interval = (0, MEMORY_LIMIT - 1)         # of anything that lies in memory


def range_of(t: IntType) -> Interval:
    """Every value of the type."""
    return t.low, t.high


def holds(t: IntType, found: Interval) -> bool:
    """Whether every number of the interval is a value of the type."""
    return t.low <= found[0] and found[1] <= t.high


def common(a: Interval, b: Interval) -> Interval:
    """What lies in both; `a` where nothing does, which only code that never runs can ask for."""
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return (low, high) if low <= high else a


def union(a: Interval, b: Interval) -> Interval:
    """The smallest interval around both."""
    return min(a[0], b[0]), max(a[1], b[1])


def _corners(a: Interval, b: Interval, operation: Callable[[int, int], int]) -> Interval:
    values = [operation(x, y) for x in a for y in b]
    return min(values), max(values)


def add(a: Interval, b: Interval) -> Interval:
    return a[0] + b[0], a[1] + b[1]


def subtract(a: Interval, b: Interval) -> Interval:
    return a[0] - b[1], a[1] - b[0]


def multiply(a: Interval, b: Interval) -> Interval:
    return _corners(a, b, lambda x, y: x * y)


def floor_divide(a: Interval, b: Interval) -> Interval | None:
    """`a // b`, where it does not raise."""
    if b[0] > 0 or b[1] < 0:
        return _corners(a, b, lambda x, y: x // y)
    most = max(abs(a[0]), abs(a[1]))
    return -most, most


def modulo(a: Interval, b: Interval) -> Interval:
    """`a % b`: it has the sign of `b` and is nearer to 0."""
    low, high = min(0, b[0] + 1), max(0, b[1] - 1)
    if a[0] >= 0 and b[0] > 0:
        high = min(high, a[1])
    return low, high


def _truncating_divide(a: Interval, b: Interval, _: IntType) -> Interval | None:
    if b[0] <= 0:
        return None
    return _corners(a, b, lambda x, y: x // y if x >= 0 else -(-x // y))


def _remainder(a: Interval, b: Interval, _: IntType) -> Interval | None:
    if b[0] <= 0:
        return None
    most = b[1] - 1
    return (0 if a[0] >= 0 else max(-most, a[0])), (min(most, a[1]) if a[1] >= 0 else 0)


def _unsigned(rule: Rule) -> Rule:
    """A rule that holds for numbers that are the same read as unsigned ones."""
    return lambda a, b, t: rule(a, b, t) if a[0] >= 0 and b[0] >= 0 else None


def _and(a: Interval, b: Interval, _: IntType) -> Interval | None:
    tops = [x[1] for x in (a, b) if x[0] >= 0]
    return (0, min(tops)) if tops else None


def _or(a: Interval, b: Interval, _: IntType) -> Interval | None:
    return (max(a[0], b[0]), (1 << max(a[1], b[1]).bit_length()) - 1) if a[0] >= 0 and b[0] >= 0 else None


def _xor(a: Interval, b: Interval, _: IntType) -> Interval | None:
    return (0, (1 << max(a[1], b[1]).bit_length()) - 1) if a[0] >= 0 and b[0] >= 0 else None


def _shift_right(a: Interval, b: Interval, t: IntType) -> Interval | None:
    return _corners(a, b, lambda x, n: x >> n) if 0 <= b[0] and b[1] < t.bits else None


def _shift_left(a: Interval, b: Interval, t: IntType) -> Interval | None:
    return _corners(a, b, lambda x, n: x << n) if 0 <= b[0] and b[1] < t.bits else None


def _smallest(a: Interval, b: Interval, _: IntType) -> Interval:
    return min(a[0], b[0]), min(a[1], b[1])


def _largest(a: Interval, b: Interval, _: IntType) -> Interval:
    return max(a[0], b[0]), max(a[1], b[1])


EXACT = {"add": add, "sub": subtract, "mul": multiply}         # of `.checked`, `.wrap` and `.fits`
BINARY: dict[str, Rule] = {
    "and": _and, "or": _or, "xor": _xor, "ashr": _shift_right, "lshr": _unsigned(_shift_right), "shl": _shift_left,
    "sdiv": _truncating_divide, "udiv": _unsigned(_truncating_divide),
    "srem": _remainder, "urem": _unsigned(_remainder),
    "smin": _smallest, "smax": _largest, "umin": _unsigned(_smallest), "umax": _unsigned(_largest),
}
OPPOSITE = {"eq": "ne", "ne": "eq", "slt": "sge", "sge": "slt", "sgt": "sle", "sle": "sgt",
            "ult": "uge", "uge": "ult", "ugt": "ule", "ule": "ugt"}
MIRRORED = {"eq": "eq", "ne": "ne", "slt": "sgt", "sgt": "slt", "sle": "sge", "sge": "sle",
            "ult": "ugt", "ugt": "ult", "ule": "uge", "uge": "ule"}


def below(comparison: str, a: Interval, b: Interval) -> Interval:
    """What is left of `a` where `a COMPARISON b` holds."""
    if comparison.startswith("u"):
        if b[0] < 0 or (a[0] < 0 and comparison in ("ugt", "uge")):
            return a
        if a[0] < 0:                        # ult and ule: a negative number is a large one, and is out
            a = common(a, (0, max(0, a[1])))
        comparison = "s" + comparison[1:]
    if comparison == "eq":
        return common(a, b)
    if comparison == "slt":
        return common(a, (a[0], max(a[0], b[1] - 1)))
    if comparison == "sle":
        return common(a, (a[0], max(a[0], b[1])))
    if comparison == "sgt":
        return common(a, (min(a[1], b[0] + 1), a[1]))
    if comparison == "sge":
        return common(a, (min(a[1], b[0]), a[1]))
    if comparison == "ne" and b[0] == b[1] and a[0] < a[1]:
        return (a[0] + (a[0] == b[0]), a[1] - (a[1] == b[0]))
    return a
