"""Powers of floats, to the last bit."""

import math
import random


def main() -> None:
    print([10.0**n for n in range(-330, 309)])
    print([float(base) ** power for base in (2, 3, 7, 1.05, 0.3, 1e5) for power in (-7, 0.5, 1.5, 3, 23, 1 / 3)])
    pick = random.Random(23)
    for _ in range(150):
        x, y = pick.uniform(0.0, 100.0), pick.uniform(-50.0, 50.0)
        print(x**y, end=" ")
    print()
    for _ in range(50):
        x, y = 5e-324 * pick.randrange(1, 1 << 52), pick.uniform(-0.9, 1.2)
        print(x**y, 2.0 ** pick.uniform(-1076.0, 1023.9), end=" ")
    print()
    tiny, huge = 1e-300, 1e300
    print(tiny**2, tiny**0.5, huge**-2, huge**0.1, 1.5 ** -2000, 0.999999 ** 1e9, 1.0000001**1e9, 2.0**-1074)
    print(math.pow(2.0, 0.5), math.pow(10.0, 23.0), (-2.0) ** 3, (-2.0) ** -3, (-8.0) ** 2.0, 0.0**2.5, 1.0**1e300)
    try:
        print(huge**2)
    except OverflowError as error:
        print(error)


if __name__ == "__main__":
    main()
