"""Overflow checks that cannot fail are removed, and no others. The rules of intervals hold for the numbers in them."""

import random
from pathlib import Path

import pytest

from rumpkc.compilation import Options, new_compilation, open_project
from rumpkc.driver import run_passes
from rumpkc.ir import nodes as ir
from rumpkc.ir.passes import intervals
from rumpkc.ir.show import show_program
from rumpkc.source import SourceMap
from rumpkc.types.types import INT, U8, U64, IntType

ROOT = Path(__file__).resolve().parents[3]
UNSAFE = "from rumpk import Array, Ptr, usize\n"
HEAD = "from rumpk import u8, u64, w32\n\n\n"


NEVER_FAIL = {
    "a loop's own variable": """
def f(n: int) -> int:
    last = 0
    for i in range(n):
        last = i + 1
    return last""",
    "a counter below a limit": """
def f(n: int) -> int:
    i = 0
    while i < n:
        i += 1
    return i""",
    "two ends that meet": """
def f(low: int, high: int) -> int:
    while low < high:
        low += 1
        high -= 1
    return low""",
    "behind a subscript": """
def f(items: list[int], i: int) -> int:
    if items[i] > 0:
        return i + 1
    return i - 1""",
    "a scan to a sentinel": """
def f(items: list[int], x: int) -> int:
    i = 0
    while items[i] < x:
        i += 1
    return i""",
    "lengths": """
def f(a: list[int], b: str) -> int:
    return len(a) * 1000 + len(b) + 1""",
    "remainders": """
def f(a: int, b: int) -> int:
    return a % 100 * 1000 + b % 7 - (a & 255)""",
    "a test of both ends": """
def f(a: int) -> int:
    if -1000 <= a and a <= 1000:
        return a * a * a
    return 0""",
    "an early exit": """
def f(a: int) -> int:
    if a < 0 or a > 9:
        return 0
    return a * 10 + 9""",
    "the address of an object": """
def f(items: Array[u64, 4]) -> int:
    return int(usize(Ptr[u64](items)))""",
    "a conversion": """
def f(a: int) -> u8:
    return u8(a % 256)""",
    "bytes of a word": """
def f(x: u64) -> int:
    return int(x >> 8 & 255) * 3 + int(x & 1)""",
}

MAY_FAIL = {
    "a pointer": ("""
def f(place: Ptr[u64]) -> int:
    return int(usize(place))""", ["int"]),
    "a sum of anything": ("""
def f(a: int, b: int) -> int:
    return a + b""", ["add"]),
    "a total": ("""
def f(items: list[int]) -> int:
    total = 0
    while len(items) > 0:
        total += items.pop()
    return total""", ["add"]),
    "what a later round changes": ("""
def f(n: int) -> int:
    a = 1
    while n > 0:
        n -= 1
        a = a * 3
    return a""", ["mul"]),
    "the wrong side of a test": ("""
def f(a: int, b: int) -> int:
    if a < b:
        return a
    return a + 1""", ["add"]),
    "a value from before the subscript": ("""
def f(items: list[int], i: int) -> int:
    x = items[i]
    i = x
    return i + 1""", ["add"]),
    "a handler does not know how far the body came": ("""
def f(items: list[int], a: int) -> int:
    i = 5
    try:
        i = a
        items[3] = 1
        i = 6
    except IndexError:
        return i + 1
    return i + 1""", ["add"]),
    "finally comes from everywhere": ("""
def f(items: list[int], a: int) -> int:
    i = 5
    try:
        i = a
        items[3] = 1
        i = 6
    finally:
        a = i + 1
    return a""", ["add"]),
    "a break out of a finally that assigns": ("""
def f(a: int, n: int) -> int:
    i = 0
    for _ in range(n):
        i = 3
        try:
            if n > 5:
                break
        finally:
            i = a
    return i + 1""", ["add"]),
    "an unsigned difference": ("""
def f(a: u8, b: u8) -> u8:
    return a - b""", ["sub"]),
    "the smallest int": ("""
def f(a: int) -> int:
    return -a""", ["neg"]),
    "a name assigned in the index's own call": ("""
def f(items: list[int], i: int) -> int:
    items[i] = (i := items[0])
    return i + 1""", ["add"]),
}


@pytest.fixture(scope="module")
def checks(tmp_path_factory) -> dict[str, list[str]]:
    """The checked operations that are left of each function, all compiled in one program."""
    bodies = {**NEVER_FAIL, **{name: body for name, (body, _) in MAY_FAIL.items()}}
    path = tmp_path_factory.mktemp("ranges") / "program.py"
    functions = [body.strip().replace("def f(", f"def f{number}(", 1) for number, body in enumerate(bodies.values())]
    path.write_text("\n\n\n".join([UNSAFE + HEAD.strip(), *functions, "def main() -> None:\n    pass\n"]))
    sources = SourceMap()
    (path.parent / "toolchain.toml").write_text('[unsafe]\nallow = ["program"]\n')
    unit = new_compilation((path,), Options(target="host"), open_project(path.parent, sources), sources)
    run_passes(unit, "optimise")
    assert unit.program is not None
    shown = {f.shown_name: show_program(ir.Program([f])) for f in unit.program.functions if f.module == "program"}
    return {name: [word for word in ("add", "sub", "mul", "neg", "int")
                   for _ in range(shown[f"f{number}"].count(f"{word}.checked("))]
            for number, name in enumerate(bodies)}


@pytest.mark.parametrize("name", NEVER_FAIL)
def test_removed(checks, name):
    assert checks[name] == []


@pytest.mark.parametrize("name", MAY_FAIL)
def test_kept(checks, name):
    assert checks[name] == MAY_FAIL[name][1]


# The rules of intervals, against the numbers themselves

BITS = 5
SMALL = (IntType("s", BITS, True), IntType("u", BITS, False))


def wrapped(t: IntType, x: int) -> int:
    x &= (1 << t.bits) - 1
    return x - (1 << t.bits) if t.signed and x >> (t.bits - 1) else x


def machine(op: str, t: IntType, x: int, y: int) -> int | None:
    """What LLVM's instruction makes of two values; None where it is not defined."""
    mask = (1 << t.bits) - 1
    ux, uy = x & mask, y & mask
    if op in ("shl", "lshr", "ashr") and not 0 <= y < t.bits or op in ("sdiv", "srem", "udiv", "urem") and uy == 0:
        return None
    sx, sy = wrapped(SMALL[0], x), wrapped(SMALL[0], y)
    if op in ("sdiv", "srem"):
        if sx == -(1 << (t.bits - 1)) and sy == -1:
            return None
        q = abs(sx) // abs(sy) * (1 if (sx < 0) == (sy < 0) else -1)
        return wrapped(t, q if op == "sdiv" else sx - q * sy)
    results = {"and": ux & uy, "or": ux | uy, "xor": ux ^ uy, "shl": ux << (y & 31), "lshr": ux >> (y & 31),
               "ashr": sx >> (y & 31), "udiv": ux // max(1, uy), "urem": ux % max(1, uy), "smin": min(sx, sy),
               "smax": max(sx, sy), "umin": min(ux, uy), "umax": max(ux, uy)}
    return wrapped(t, results[op])


def some(chance: random.Random, t: IntType) -> intervals.Interval:
    a, b = chance.randint(t.low, t.high), chance.randint(t.low, t.high)
    return min(a, b), max(a, b)


@pytest.mark.parametrize("op", intervals.BINARY)
def test_rules(op):
    seed = 20261128
    print("seed", seed)
    chance = random.Random(seed)
    known = 0
    for _ in range(300):
        t = SMALL[0] if op[0] == "s" and op != "shl" or op == "ashr" else chance.choice(SMALL)
        a, b = some(chance, t), some(chance, t)
        if op in ("shl", "lshr", "ashr"):
            b = (b[0] % t.bits, b[0] % t.bits + chance.randint(0, 1))
        found = intervals.BINARY[op](a, b, t)
        if found is None or not intervals.holds(t, found):
            continue
        known += 1
        for x in range(a[0], a[1] + 1):
            for y in range(b[0], b[1] + 1):
                value = machine(op, t, x, y)
                assert value is None or found[0] <= value <= found[1], (op, t, a, b, found, x, y, value)
    assert known > 20


@pytest.mark.parametrize("comparison", intervals.OPPOSITE)
def test_what_a_comparison_tells(comparison):
    chance = random.Random(7)
    for _ in range(300):
        t = SMALL[0]
        a, b = some(chance, t), some(chance, t)
        left = intervals.common(intervals.below(comparison, a, b), a)
        right = intervals.common(intervals.below(intervals.MIRRORED[comparison], b, a), b)
        for x in range(a[0], a[1] + 1):
            for y in range(b[0], b[1] + 1):
                p, q = (x & 31, y & 31) if comparison[0] == "u" else (x, y)
                if {"eq": p == q, "ne": p != q, "lt": p < q, "le": p <= q, "gt": p > q, "ge": p >= q}[comparison[-2:]]:
                    assert left[0] <= x <= left[1] and right[0] <= y <= right[1], (comparison, a, b, left, right, x, y)


def test_division_of_python():
    chance = random.Random(9)
    for _ in range(300):
        a, b = some(chance, SMALL[0]), some(chance, SMALL[0])
        quotient, rest = intervals.floor_divide(a, b), intervals.modulo(a, b)
        for x in range(a[0], a[1] + 1):
            for y in range(b[0], b[1] + 1):
                if y:
                    assert quotient is None or quotient[0] <= x // y <= quotient[1]
                    assert rest[0] <= x % y <= rest[1], (a, b, rest, x, y)


def test_ranges_of_types():
    assert intervals.range_of(U8) == (0, 255) and intervals.holds(INT, intervals.range_of(U8))
    assert not intervals.holds(INT, intervals.range_of(U64))


# What callers give

CALLED = HEAD + """
def small(i: int, j: int) -> int:
    return (i + j) * 3 + i


def behind_a_value(i: int) -> int:
    return i + 1


def grows(i: int, stop: int) -> int:
    return i if i == stop else grows(i + 1, stop)


def from_two_places(i: int) -> int:
    return i + 1


def in_a_table(i: int) -> int:
    return i + 1


class Base:
    def method(self, i: int) -> int:
        return i + 1


class Derived(Base):
    def method(self, i: int) -> int:
        return i - 1


TABLE = [in_a_table]


@unchecked
def unsaid(n: int) -> int:
    return given_by_unchecked(n + 1)


def given_by_unchecked(i: int) -> int:
    return i + 1


def produced(i: int):
    yield i + 1


def main() -> None:
    items, n = [1, 2, 3], int(input())
    value = behind_a_value if n > 2 else in_a_table
    objects: list[Base] = [Base(), Derived()]
    for i in range(len(items)):
        for j in range(len(items)):
            print(small(i, j), from_two_places(i), behind_a_value(j), in_a_table(j), objects[j % 2].method(i))
    print(grows(0, n), from_two_places(n), value(n), TABLE[0](n), unsaid(7), [x for x in produced(5)])
"""


def test_arguments(tmp_path):
    """A parameter is what its callers give, if all of them are known."""
    path = tmp_path / "program.py"
    path.write_text(CALLED.replace("def produced(i: int):", "def produced(i: int) -> Iterator[int]:")
                    .replace("from rumpk import u8, u64, w32", "from typing import Iterator\n\nfrom rumpk import unchecked"))
    sources = SourceMap()
    unit = new_compilation((path,), Options(target="host"), open_project(ROOT, sources), sources)
    run_passes(unit, "optimise")
    assert unit.program is not None
    left = {f.shown_name: show_program(ir.Program([f])).count(".checked(")
            for f in unit.program.functions if f.module == "program" and f.body is not None}
    assert left["small"] == 0
    kept = ("behind_a_value", "grows", "from_two_places", "in_a_table", "given_by_unchecked", "method")
    assert {name: left[name] for name in kept} == dict.fromkeys(kept, 1)
