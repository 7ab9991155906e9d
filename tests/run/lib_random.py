"""random: the sequence that CPython has for a seed."""

import random
from random import Random


def main() -> None:
    random.seed(42)
    print([random.random() for _ in range(5)])
    print([random.randint(1, 6) for _ in range(20)], [random.randrange(10) for _ in range(10)])
    print([random.randrange(5, 100, 7) for _ in range(8)], [random.randrange(10, -10, -3) for _ in range(8)])
    print([random.getrandbits(k) for k in (1, 5, 31, 32, 33, 40, 63, 0)])
    items = list(range(20))
    random.shuffle(items)
    print(items, random.choice(items), random.choice("abc"), random.choice((1.5, 2.5)))
    print(random.sample(items, 5), random.sample(range(1000), 4), random.sample("abcdef", 6), random.sample([1, 2], 0))
    print(random.sample(range(100000), 30))
    print(random.sample(["x", "y"], counts=[3, 4], k=5))
    print(random.choices("ab", k=6), random.choices([1, 2, 3], weights=[1, 1, 8], k=8),
          random.choices([1, 2, 3], [0.5, 0.25, 0.25], k=4), random.choices("xyz", cum_weights=[1, 2, 10], k=5))
    print(random.uniform(1.0, 10.0), random.uniform(3, 4), random.triangular(0.0, 10.0, 2.0), random.triangular())
    print([round(random.gauss(0.0, 1.0), 9) for _ in range(5)], round(random.normalvariate(5.0, 2.0), 9))
    print(round(random.expovariate(1.5), 9), round(random.lognormvariate(0.0, 0.25), 9),
          round(random.paretovariate(3.0), 9), round(random.weibullvariate(1.0, 1.5), 9))
    print(random.randbytes(9), random.randbytes(0), random.randbytes(4))
    for seed in (0, 1, -1, 2**32, 2**40 + 17, 123456789012345):
        generator = Random(seed)
        print(seed, generator.random(), generator.randint(0, 10**15))
    print(Random("text").random(), Random(b"bytes").random(), Random("").random(), Random(2.5).random(), Random(-1e300).random(), Random(-1.0).random(),
          Random("a much longer text as a seed").getrandbits(32))
    one, two = Random(7), Random(7)
    print([one.random() == two.random() for _ in range(700)].count(True))
    one.seed(7)
    print(one.random(), one.gauss(), two.gauss_next)
    total = 0
    for _ in range(5000):
        total += one.randrange(1000003)
    print(total)
    free = Random()
    print(0.0 <= free.random() < 1.0, 1 <= random.randint(1, 3) <= 3)
    for step in range(8):
        try:
            if step == 0:
                random.randrange(0)
            elif step == 1:
                random.randint(5, 3)
            elif step == 2:
                random.randrange(1, 5, 0)
            elif step == 3:
                random.choice([0] * 0)
            elif step == 4:
                random.sample([1, 2], 3)
            elif step == 5:
                random.getrandbits(-1)
            elif step == 6:
                random.choices([1, 2], weights=[1], k=2)
            else:
                random.randrange(1, 5, -1)
        except (ValueError, IndexError) as error:
            print(type(error).__name__, error)


if __name__ == "__main__":
    main()
