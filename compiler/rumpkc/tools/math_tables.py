"""Writes the tables of lib/core/exponential.py and lib/trigonometry.py: numbers of 106 bits as pairs of doubles.

    python -m rumpkc.tools.math_tables exponential  > lib/core/exponential_tables.py
    python -m rumpkc.tools.math_tables trigonometry > lib/trigonometry_tables.py
    python -m rumpkc.tools.math_tables power        > lib/core/power_tables.py
"""

from __future__ import annotations

import struct
import sys
from decimal import Decimal, getcontext

getcontext().prec = 420
TINY = Decimal(10) ** -400


def series(first: Decimal, ratio: Decimal, odd: bool, factorial: bool) -> Decimal:
    """A sum of powers of an argument whose square, with its sign, is `ratio`."""
    total, term, n = first, first, 1 if odd else 0
    while abs(term) > TINY:
        n += 2
        term = term * ratio / (n * (n - 1)) if factorial else term * ratio
        total += term if factorial else term / n
    return total


def sine(x: Decimal) -> Decimal:
    return series(x, -x * x, True, True)


def cosine(x: Decimal) -> Decimal:
    return series(Decimal(1), -x * x, False, True)


def small_arctangent(x: Decimal) -> Decimal:
    return series(x, -x * x, True, False)


def arctangent(x: Decimal) -> Decimal:
    """Halves the angle until the series is quick."""
    halvings = 0
    while x > Decimal("0.05"):
        x = x / (1 + (1 + x * x).sqrt())
        halvings += 1
    return small_arctangent(x) * 2 ** halvings


PI = 16 * small_arctangent(Decimal(1) / 5) - 4 * small_arctangent(Decimal(1) / 239)
LN2 = Decimal(2).ln()


def parts(value: Decimal, count: int) -> list[float]:
    """Doubles whose sum is `value`, each the nearest to what the ones before it leave."""
    out: list[float] = []
    for _ in range(count):
        out.append(float(value))
        value -= Decimal(out[-1])
    return out


def short_head(value: Decimal, bits: int) -> list[float]:
    """Two doubles: the first has `bits` bits, so that small multiples of it are exact."""
    scale = Decimal(2) ** bits          # of a value from 1/2 to 1
    head = float((value * scale).to_integral_value() / scale)
    return [head, float(value - Decimal(head))]


def reciprocal(i: int) -> float:
    """About 1/m for m in the i-th of 128 parts of [1, 2); for m/2 from sqrt(2) on; exactly 1 next to 1."""
    if i in (0, 127):
        return 1.0
    middle = Decimal(257 + 2 * i) / 256
    value = 1 / middle if i < SPLIT else 2 / middle
    return float((value * 1024).to_integral_value() / 1024)


SPLIT = 53                              # 1 + 53/128 is the first bound above the square root of two


def table(name: str, values: list[float]) -> str:
    rows = [", ".join(repr(v) for v in values[i:i + 4]) for i in range(0, len(values), 4)]
    body = "".join(f"    {row},\n" for row in rows)
    return f"{name}: Final[Array[float, {len(values)}]] = Array[float, {len(values)}]([\n{body}])\n"


def constants(name: str, values: list[float]) -> str:
    return "".join(f"{name}_{i + 1}: Final = {v!r}\n" for i, v in enumerate(values))


def exponential() -> str:
    logs = [v for i in range(128) for v in (reciprocal(i), *parts(-Decimal(reciprocal(i)).ln(), 2))]
    powers = [v for i in range(128) for v in parts((LN2 * i / 128).exp(), 2)]
    return (constants("STEP", parts(LN2 / 128, 2)) + constants("LN2", short_head(LN2, 42))
            + constants("PER_STEP", parts(128 / LN2, 1))
            + table("LOGS", logs) + table("POWERS", powers))


def trigonometry() -> str:
    angles = [v for i in range(52) for v in (*parts(sine(Decimal(i) / 64), 2), *parts(cosine(Decimal(i) / 64), 2))]
    arcs = [v for i in range(65) for v in parts(arctangent(Decimal(i) / 64), 2)]
    bits = int(2 / PI * Decimal(2) ** 1280)
    words = [f"0x{0:016X}"] + [f"0x{bits >> 1280 - 64 * (i + 1) & (1 << 64) - 1:016X}" for i in range(20)]
    rows = "".join(f"    {', '.join(words[i:i + 4])},\n" for i in range(0, 21, 4))
    return (constants("HALF_PI", parts(PI / 2, 3)) + table("ANGLES", angles) + table("ARCS", arcs)
            + f"TWO_OVER_PI: Final[Array[u64, 21]] = Array[u64, 21]([\n{rows}])\n")


FIRST_PART = 0x3FE6955500000000         # the bits of the double at which the first of the 128 parts begins


def power() -> str:
    """For each part of [0x1.69555p-1, 0x1.69555p0): 1/c with few bits, log c to a multiple of 2**-43, what that lacks.
    For each i: how much 2**(i/128) lacks, relative to the double next to it, and that double's bits less i << 45."""
    logs: list[float] = []
    for i in range(128):
        low, high = (Decimal(as_double(FIRST_PART + (j << 45))) for j in (i, i + 1))
        middle = (low + high) / 2
        near = (128 / middle).to_integral_value() / 128 if middle < 1 else (256 / middle).to_integral_value() / 256
        log = -near.ln()
        head = (log * 2 ** 43).to_integral_value() / 2 ** 43
        logs += [float(near), float(head), float(log - head)]
    powers = [(LN2 * i / 128).exp() for i in range(128)]
    lacks = [float(p / Decimal(float(p)) - 1) for p in powers]
    words = [as_bits(float(p)) - (i << 45) for i, p in enumerate(powers)]
    rows = "".join("    " + ", ".join(f"0x{w:016X}" for w in words[i:i + 4]) + ",\n" for i in range(0, 128, 4))
    return (table("LOGS", logs) + table("LACKS", lacks)
            + f"POWERS: Final[Array[u64, 128]] = Array[u64, 128]([\n{rows}])\n")


def as_double(bits: int) -> float:
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def as_bits(value: float) -> int:
    return struct.unpack("<Q", struct.pack("<d", value))[0]


WRITERS = {"exponential": exponential, "trigonometry": trigonometry, "power": power}


def main() -> None:
    """Print the module that the command line names."""
    kind = sys.argv[1]
    names = "Array" if kind == "exponential" else "Array, u64"
    print(f'"""Numbers for {kind}.py. Written by `python -m rumpkc.tools.math_tables {kind}`."""\n')
    print(f"from typing import Final\n\nfrom rumpk import {names}\n")
    print(WRITERS[kind](), end="")


if __name__ == "__main__":
    main()
