"""The exactly rounded part of `math`, and what its functions refuse."""

import math
from math import inf, isinf, isnan, nan, pi, sqrt


def main() -> None:
    for value in (0.0, 1.0, 2.0, 0.25, 1e300, 2e-308, 10.0):
        print(value, sqrt(value))
    for x in (-1.5, -0.5, 0.5, 1.5, 2.0, 1e15):
        print(x, math.floor(x), math.ceil(x), math.trunc(x), math.fabs(x), math.copysign(1.0, x))
    print(pi, math.e, math.tau, inf, nan)
    print(isnan(nan), isnan(1.0), isinf(inf), isinf(-inf), math.isfinite(1.0), math.isfinite(nan))
    print(math.gcd(12, 18), math.gcd(-4, 6), math.gcd(0, 5), math.lcm(4, 6), math.isqrt(99), math.factorial(10))
    print(math.fmod(7.5, 2.0), math.fmod(-7.5, 2.0), math.isqrt(9223372036854775807), math.comb(10, 3))
    print(math.isqrt(0), math.hypot(3.0, 4.0))
    try:
        print(sqrt(-1.0))
    except ValueError as e:
        print(e)
    try:
        print(math.isqrt(-1))
    except ValueError as e:
        print(e)
    try:
        print(math.floor(inf))
    except OverflowError as e:
        print(e)


if __name__ == "__main__":
    raise SystemExit(main())
