"""The boundary integers for every integer type: one program, a digest for each type and operator.

All 2,704 pairs of the corpus go through each type: a number that the type does not hold must raise at the conversion
(a word takes its low bits), every pair that is left must give CPython's number, or `OverflowError` where that number is
outside of the type, or `ZeroDivisionError`, `ValueError`. The ends of the type itself join the numbers.

`expected()` computes the digests with CPython's unbounded integers, and compares those with the corpus's own results on
the way; `program()` is the dialect program that computes them with the types.
"""

from __future__ import annotations

import json
import lzma
import operator
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
TYPES = ("int", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "usize", "w8", "w16", "w32", "w64")
OVERFLOW, ZERO, VALUE = 0x0F10, 0x2E20, 0x7A1E         # what an exception adds to a digest
PRIME, MASK = 1099511628211, (1 << 64) - 1

Binary = Callable[[int, int], int]
BINARY: dict[str, tuple[str, Binary]] = {              # name in the corpus: how it is written, what it does
    "add": ("a + b", operator.add), "sub": ("a - b", operator.sub), "mul": ("a * b", operator.mul),
    "floordiv": ("a // b", operator.floordiv), "mod": ("a % b", operator.mod), "and": ("a & b", operator.and_),
    "or": ("a | b", operator.or_), "xor": ("a ^ b", operator.xor), "lt": ("a < b", operator.lt),
    "eq": ("a == b", operator.eq), "le": ("a <= b", operator.le), "gt": ("a > b", operator.gt),
    "ge": ("a >= b", operator.ge), "ne": ("a != b", operator.ne),
    "divmod": ("divmod(a, b)[0] ^ divmod(a, b)[1]", lambda a, b: a // b ^ a % b),
    "least": ("min(a, b)", min), "most": ("max(a, b)", max),
}
COUNTS = (0, 1, 2, 3, 7, 8, 9, 15, 31, 32, 63, 64, 65, 1000, -1)
COUNTED: dict[str, tuple[str, Binary]] = {             # with a plain int on the right
    "lshift": ("a << n", lambda a, n: a << n), "rshift": ("a >> n", lambda a, n: a >> n),
    "pow": ("a ** max(n, 0)", lambda a, n: a ** max(n, 0)),
}
UNARY: dict[str, tuple[str, Callable[[int], int]]] = {
    "neg": ("-a", operator.neg), "pos": ("+a", operator.pos), "abs": ("abs(a)", abs), "round": ("round(a)", round),
    "length": ("a.bit_length()", int.bit_length), "count": ("a.bit_count()", int.bit_count), "bool": ("bool(a)", bool),
    "bytes": ('int.from_bytes(a.to_bytes(9, "little", signed=True)[:7], "little")', lambda a: a & (1 << 56) - 1),
    "hex": ("int(hex(a)[-3:].replace('x', '0'), 16)", lambda a: int(hex(a)[-3:].replace("x", "0"), 16)),
    "text": ("len(f'{a:+,}') + len(str(a)) + len(bin(a)) + len(f'{a:#o}')",
             lambda a: len(f"{a:+,}") + len(str(a)) + len(bin(a)) + len(f"{a:#o}")),
    "float": ("int(float(a) / 4096.0)", lambda a: int(float(a) / 4096.0)),
}


def limits(kind: str) -> tuple[int, int]:
    """The least and the largest number of a type."""
    bits = int(kind[1:]) if kind[1:].isdigit() else 64
    return (-(1 << bits - 1), (1 << bits - 1) - 1) if kind[0] == "i" else (0, (1 << bits) - 1)


def corpus() -> list[tuple[int, int, dict[str, int | str]]]:
    path = CORPORA / "integers" / "int_boundary_table.json.xz"
    return [(a, b, results) for a, b, results in json.loads(lzma.decompress(path.read_bytes()))["rows"]]


def numbers(kind: str) -> list[int]:
    """The corpus's numbers that the type holds, and its own ends; for a word the low bits of all."""
    low, high = limits(kind)
    given = dict.fromkeys(a for a, _, _ in corpus())
    ends = [low, low + 1, high // 2, high // 2 + 1, high - 1, high]
    return list(dict.fromkeys(x & high if kind[0] == "w" else x for x in [*given, *ends]
                              if kind[0] == "w" or low <= x <= high))


def fold(digest: int, value: int) -> int:
    return ((digest ^ (value & MASK)) * PRIME + 1) & MASK


def outcome(kind: str, compute: Callable[[], int], *, same_type: bool = True) -> int:
    """What a computation adds to the digest: its number if the type holds it."""
    low, high = limits(kind) if same_type else limits("int")
    try:
        value = int(compute())
    except ZeroDivisionError:
        return ZERO
    except ValueError:
        return VALUE
    if kind[0] == "w" and same_type:
        return value & high
    return value if low <= value <= high else OVERFLOW


def bounded(kind: str, name: str, a: int, n: int) -> int:
    """A shift or power; huge ones are not computed."""
    if n < 0 and name != "pow":
        return VALUE
    if n > 64 and name != "rshift" and abs(a) > 1 and kind[0] != "w":
        return OVERFLOW
    return outcome(kind, lambda: COUNTED[name][1](a, n))


def expected() -> str:
    """The program's output."""
    check_corpus()
    lines: list[str] = []
    given = list(dict.fromkeys(a for a, _, _ in corpus()))
    for kind in TYPES:
        values = numbers(kind)
        for name, (_, compute) in BINARY.items():
            pairs = (outcome(kind, partial(compute, a, b)) for a in values for b in values)
            lines.append(line(kind, name, pairs))
        for name in COUNTED:
            lines.append(line(kind, name, (bounded(kind, name, a, n) for a in values for n in COUNTS)))
        for name, (_, single) in UNARY.items():
            same = name in ("neg", "pos", "abs", "round")
            lines.append(line(kind, name, (outcome(kind, partial(single, a), same_type=same) for a in values)))
        low, high = limits(kind)
        lines.append(line(kind, "invert", (~a & high if low == 0 else ~a for a in values)))
        lines.append(line(kind, "convert", (outcome(kind, partial(int, a)) for a in given)))
    return "".join(lines)


def line(kind: str, name: str, outcomes: Iterable[int]) -> str:
    """What the program prints for one type and operator."""
    digest = 0
    for value in outcomes:
        digest = fold(digest, value)
    return f"{kind} {name} {digest:016x}\n"


def check_corpus() -> None:
    """Our operators give what the corpus says that CPython gave."""
    low, high = limits("int")
    for a, b, results in corpus():
        for name, result in results.items():
            compute = (BINARY.get(name) or COUNTED[name])[1]
            try:
                value: int | str = compute(a, b)
                value = value if low <= value <= high else "overflow"
            except ZeroDivisionError:
                value = "ZeroDivisionError"
            assert value == result, (a, name, b, value, result)


HEAD = '''"""Boundary integers of every type: a digest of all outcomes for each type and operator."""

from typing import Final

from rumpk import i8, i16, i32, i64, u8, u16, u32, u64, usize, w8, w16, w32, w64

OVERFLOW: Final = {overflow}
ZERO: Final = {zero}
VALUE: Final = {value}
COUNTS: Final[list[int]] = {counts}
GIVEN: Final[list[int]] = {given}


def fold(digest: w64, value: w64) -> w64:
    return (digest ^ value) * {prime} + 1


def shown(kind: str, name: str, digest: w64) -> None:
    print(f"{{kind}} {{name}} {{digest:016x}}")

'''
FUNCTION = '''
def {kind}_{name}() -> None:
    digest = w64(0)
    for a in {kind}_NUMBERS:{inner}
{indent}try:
{indent}    digest = fold(digest, w64({written}))
{indent}except OverflowError:
{indent}    digest = fold(digest, w64(OVERFLOW))
{indent}except ZeroDivisionError:
{indent}    digest = fold(digest, w64(ZERO))
{indent}except ValueError:
{indent}    digest = fold(digest, w64(VALUE))
    shown("{kind}", "{name}", digest)

'''
CONVERT = '''
def {kind}_convert() -> None:
    digest = w64(0)
    for a in GIVEN:
        try:
            digest = fold(digest, w64({kind}(a)))
        except OverflowError:
            digest = fold(digest, w64(OVERFLOW))
    shown("{kind}", "convert", digest)

'''


def program() -> str:
    """The program's source."""
    given = list(dict.fromkeys(a for a, _, _ in corpus()))
    parts = [HEAD.format(overflow=OVERFLOW, zero=ZERO, value=VALUE, counts=list(COUNTS), given=given, prime=PRIME)]
    calls: list[str] = []
    for kind in TYPES:
        parts.append(f"\n{kind}_NUMBERS: Final[list[{kind}]] = {numbers(kind)}\n")
        rows = [(name, written, "\n        for b in {kind}_NUMBERS:") for name, (written, _) in BINARY.items()]
        rows += [(name, written, "\n        for n in COUNTS:") for name, (written, _) in COUNTED.items()]
        rows += [(name, written, "") for name, (written, _) in UNARY.items()]
        rows.append(("invert", "~a", ""))
        for name, written, inner in rows:
            parts.append(FUNCTION.format(kind=kind, name=name, written=written, inner=inner.format(kind=kind),
                                         indent=" " * (12 if inner else 8)))
        parts.append(CONVERT.format(kind=kind))
        calls += [f"    {kind}_{name}()\n" for name, _, _ in rows] + [f"    {kind}_convert()\n"]
    parts.append("\ndef main() -> int:\n" + "".join(calls) + "    return 0\n")
    return "".join(parts) + '\n\nif __name__ == "__main__":\n    raise SystemExit(main())\n'


__all__ = ["expected", "program"]
