"""math: functions of two and three numbers at infinities, nan, signed zeros, the smallest and the largest floats."""

import math
from typing import Callable

NUMBERS = [
    math.nan,
    math.inf,
    -math.inf,
    0.0,
    -0.0,
    1.0,
    -1.0,
    -0.5,
    2.0,
    -3.0,
    5e-324,
    1.7976931348623157e308,
    -2.5,
    1e16,
    1024.0,
    -1075.0,
]
SHIFTS = [0, 1, -1, 1023, 1024, 1025, -1074, -1075, -1076, 2**62, -(2**62), 2098, -2098, -2200]


def two(name: str, f: Callable[[float, float], float]) -> None:
    for a in NUMBERS:
        for b in NUMBERS:
            try:
                print(name, a, b, f(a, b))
            except (ValueError, OverflowError, ZeroDivisionError) as error:
                print(name, a, b, type(error).__name__, error)


def main() -> None:
    print(math.hypot(math.nan, math.inf), math.hypot(math.inf, math.nan), math.hypot(1.0, math.nan, -math.inf))
    two("atan2", math.atan2)
    two("pow", math.pow)
    two("fmod", math.fmod)
    two("remainder", math.remainder)
    two("copysign", math.copysign)
    two("nextafter", math.nextafter)
    two("hypot", lambda a, b: math.hypot(a, b))
    two("hypot of three", lambda a, b: math.hypot(1.0, a, b))
    two("dist", lambda a, b: math.dist([a, 1.0, b], [b, 2.0, a]))
    two("log", lambda a, b: math.log(a, b))
    two("fsum", lambda a, b: math.fsum([a, b]))
    two("isclose", lambda a, b: float(math.isclose(a, b)))
    two("isclose, rel_tol", lambda a, b: float(math.isclose(a, 1.0, rel_tol=b)))
    two("isclose, abs_tol", lambda a, b: float(math.isclose(a, 1.0, rel_tol=0.0, abs_tol=b)))
    for a in NUMBERS:
        print(a, math.hypot(a), math.hypot(), math.frexp(a), math.modf(a))
        for n in SHIFTS:
            try:
                print("ldexp", a, n, math.ldexp(a, n))
            except OverflowError as error:
                print("ldexp", a, n, error)


if __name__ == "__main__":
    main()
