"""Random cases for module `math` and the operators of floats; math_program.py, run by CPython, answers them."""

from __future__ import annotations

import math
import random
import re
import struct
from pathlib import Path

from tests.unit.lib import math_program

NAMES = re.findall(r'name == "(\w+)"', Path(math_program.__file__).read_text(encoding="utf-8"))
ROUNDED = set("""exp exp2 expm1 log log2 log10 log1p logb sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh""".split())                         # the C library's, not always the nearest double
SPECIAL = (0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 3.0, math.inf, -math.inf, math.nan, 1e300, -1e300, 1e-300, 5e-324,
           1.7976931348623157e308, 2.2250738585072014e-308, 709.0, 710.0, -745.0, -746.0, 1024.0, -1075.0, math.pi,
           math.pi / 2, 1e22, 0.1, 10.0, 1e16, 9007199254740993.0)
LOGARITHMS = ("log", "log2", "log10", "sqrt", "logb")
WIDE = ("hypot", "atan2", "fmod", "remainder", "ldexp")          # down to the subnormal numbers
GROWING = ("exp", "sinh", "cosh", "expm1", "exp2")


def any_double(pick: random.Random) -> float:
    """Any bit pattern."""
    value: float = struct.unpack("<d", struct.pack("<Q", pick.getrandbits(64)))[0]
    return value


def argument(pick: random.Random, name: str) -> float:
    """A float from where the function is interesting."""
    if pick.random() < 0.03:
        return pick.choice(SPECIAL)
    kind = pick.randrange(3)
    if name in WIDE and pick.random() < 0.3:
        return 10.0 ** pick.uniform(-323, 308)
    if name == "exp2" and pick.random() < 0.3:
        return float(pick.randrange(-1080, 1025))
    if name in ("asin", "acos", "atanh"):
        return pick.uniform(-1, 1) * 10.0**pick.choice([0, 0, 0, -3, -8])
    if name in LOGARITHMS:
        return (abs(any_double(pick)), pick.uniform(0, 4), math.exp(pick.uniform(-50, 50)))[kind]
    if name in GROWING:
        return (pick.uniform(-745, 745), pick.uniform(-5, 5), pick.gauss(0, 1) * 10 ** pick.uniform(-10, 1))[kind]
    if name in ("pow", "op_pow"):
        return pick.uniform(0, 10) if kind < 2 else math.exp(pick.uniform(-20, 20))
    if name == "acosh":
        return 1 + math.exp(pick.uniform(-10, 50))
    if name == "log1p":
        return math.exp(pick.uniform(-30, 30)) if kind else pick.uniform(-1, 1)
    return (any_double(pick), pick.uniform(-10, 10), pick.gauss(0, 1) * 10 ** pick.uniform(-10, 12))[kind]


def arguments(pick: random.Random, name: str) -> tuple[float, float, int, int]:
    """Two floats and two ints, of which the function takes what it needs."""
    x, y = argument(pick, name), argument(pick, name)
    i = pick.choice([pick.randrange(-2, 30), pick.randrange(-1100, 1100), pick.randrange(-2**63, 2**63)])
    j = pick.choice([pick.randrange(-1, 30), pick.randrange(-2**40, 2**40)])
    if name in ("pow", "op_pow") and math.isfinite(y):
        y = pick.uniform(-20, 20) if pick.random() < 0.7 else float(pick.randrange(-20, 20))
    if name == "op_pow" and x < 0 and math.isfinite(y):
        y = math.floor(y) * 1.0         # the rest is complex
    if name == "factorial":
        i = pick.randrange(-3, 40)
    if name in ("comb", "perm"):
        i, j = pick.randrange(-1, 60), pick.randrange(-1, 30)
    if name == "cmp" and pick.random() < 0.6:
        x = float(i)
        x = pick.choice([x, math.nextafter(x, math.inf), math.nextafter(x, -math.inf), x + 0.5])
    return x, y, i, j


def answer(name: str, x: float, y: float, i: int, j: int) -> str:
    """What CPython says; a number beyond an int is an OverflowError in the dialect."""
    try:
        out = math_program.run(name, x, y, i, j)
    except ValueError as error:
        return f"V {error}"
    except OverflowError as error:
        return f"O {error}"
    except ZeroDivisionError as error:
        return f"Z {error}"
    if any(not -2**63 <= int(n) < 2**63 for n in re.findall(r"(?<![\d.e+-])-?\d+(?![\d.e])", out)):
        return "O value does not fit int"
    return out


def cases(seed: int, count: int, names: list[str] | None = None) -> tuple[list[str], list[str]]:
    """Lines for math_program.py and what it must print."""
    pick = random.Random(seed)
    lines: list[str] = []
    answers: list[str] = []
    for _ in range(count):
        name = pick.choice(names or NAMES)
        x, y, i, j = arguments(pick, name)
        lines.append(f"{name}\t{x!r}\t{y!r}\t{i}\t{j}")
        answers.append(answer(name, x, y, i, j))
    return lines, answers
