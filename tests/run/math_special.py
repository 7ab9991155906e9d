# apart: an int where `float` is written makes every `float` of the image take ints
"""math: erf, erfc, gamma, lgamma; hypot, dist, gcd and lcm of several numbers."""

import math
import random


def main() -> None:
    random.seed(5)
    for f, name in ((math.erf, "erf"), (math.erfc, "erfc"), (math.gamma, "gamma"), (math.lgamma, "lgamma")):
        print(name)
        xs = [
            0.0, -0.0, 1.0, 2.0, 3.0, 23.0, 24.0, -1.0, -0.5, 171.0, 172.0, 0.5, 1e-30, 1e-310, -1e-21, 6.0, 28.0, 1e300, -1e300, math.inf, -math.inf, math.nan, -200.5, -171.5, 141.25, -150.7,
        ]
        for _ in range(60):
            xs.append(random.uniform(-7.0, 7.0))
            xs.append(random.gauss(0.0, 1.0))
            xs.append(random.uniform(-170.0, 170.0))
        for x in xs:
            try:
                print(x, f(x))
            except (ValueError, OverflowError) as e:
                print(x, type(e).__name__, e)
    print(math.hypot(), math.hypot(3), math.hypot(3, 4), math.hypot(1, 2, 2.0), math.hypot(1.5, 2.5, 3.5, 4.5), math.hypot(1e200, 1e200, 1e200))
    print(math.dist((1, 2), (4, 6)), math.dist([1.0, 2.0, 3.0], [4.5, 6.5, 7.5]), math.dist((1.0,), (3.0,)))
    for _ in range(50):
        a = [random.uniform(-100.0, 100.0) for _ in range(4)]
        print(math.hypot(a[0], a[1], a[2], a[3]), math.dist(a, a[::-1]), math.hypot(a[0], a[1]), math.hypot(a[0], a[1], a[2]))
    try:
        print(math.dist((1.0, 2.0), (1.0, 2.0, 3.0)))
    except ValueError as e:
        print(e)
    print(math.gcd(), math.gcd(12), math.gcd(12, 18, 27), math.lcm(), math.lcm(4, 6, 10), math.lcm(3, 0, 5), math.gcd(-4, 6))


if __name__ == "__main__":
    main()
