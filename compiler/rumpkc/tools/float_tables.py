"""Writes lib/core/float_powers.py: the powers of ten that the shortest decimal text of a double needs.

    python -m rumpkc.tools.float_tables > lib/core/float_powers.py

The packing is described where it is read: lib/core/float_short.py.
"""

from __future__ import annotations

STEP = 27                               # 5**27 is the last power of five below 2**63
FIRST_BASE = -297                       # -11 * STEP
FIRST, LAST = -292, 324                 # the powers that doubles ask for


def floor_log2_pow10(k: int) -> int:
    """The binary exponent of 10**k."""
    return (k * 1741647) >> 19


def power(k: int) -> int:
    """10**k as a 128-bit number with its top bit set: one more than what lies before the point."""
    shift = 127 - floor_log2_pow10(k)
    if k >= 0:
        value = (10 ** k << shift if shift >= 0 else 10 ** k >> -shift) + 1
    else:
        value = (1 << shift) // 10 ** -k + 1
    assert value >> 127 == 1
    return value


def approximation(k: int) -> int:
    """10**k from the table's base below it times a power of five, cut to 128 bits."""
    base = FIRST_BASE + (k - FIRST_BASE) // STEP * STEP
    rest = k - base
    shift = floor_log2_pow10(k) - floor_log2_pow10(base) - rest
    assert 0 <= shift < 64
    return power(base) * 5 ** rest >> shift


def corrections() -> list[int]:
    """One more than what the approximations lack, two bits a power, packed into 64-bit words."""
    words = [0] * ((LAST - FIRST + 32) // 32)
    for k in range(FIRST, LAST + 1):
        lack = power(k) - approximation(k)
        assert lack in (-1, 0, 1), (k, lack)
        words[(k - FIRST) // 32] |= lack + 1 << (k - FIRST) % 32 * 2
    return words


def table(name: str, values: list[int]) -> str:
    """A module-level array of words."""
    rows = [", ".join(f"0x{v:016X}" for v in values[i:i + 4]) for i in range(0, len(values), 4)]
    body = "".join(f"    {row},\n" for row in rows)
    return f"{name}: Final[Array[u64, {len(values)}]] = Array[u64, {len(values)}]([\n{body}])\n"


def main() -> None:
    """Print the module."""
    bases = [power(k) for k in range(FIRST_BASE, LAST + 1, STEP)]
    words = [word for value in bases for word in (value >> 64, value & (1 << 64) - 1)]
    print('"""Powers of ten for lib/core/float_short.py. Written by `python -m rumpkc.tools.float_tables`."""\n')
    print("from typing import Final\n\nfrom rumpk import Array, u64\n")
    print(table("BASES", words) + table("FIVES", [5 ** i for i in range(STEP)]), end="")
    print(table("CORRECTIONS", corrections()), end="")


if __name__ == "__main__":
    main()
