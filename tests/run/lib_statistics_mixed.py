# apart: an int where `float` is written makes every `float` of the image take ints
"""Averages and spreads of ints and floats mixed."""

import statistics
from random import Random


def main() -> None:
    print(statistics.stdev([1, 2.5, 3.5, 1]), statistics.mean([1, 2.5, 3.5, 1]), statistics.pvariance([2, 0.5, 7, 1e3]))
    print(statistics.mean([(1 << 60) + 1, 0.5, -(1 << 60)]), statistics.variance([(1 << 53) + 1, 0.5, 3]))
    print(statistics.pstdev([1, 1, 1.0]), statistics.variance([1, 2, 4.0]), statistics.mean([True, 2.5]), statistics.fmean([1, 2.5]))
    print(statistics.stdev([1.0, 2.5]), statistics.stdev([1, 2, 4]), statistics.mean([1, 2, 3]), statistics.mean([1, 2]))
    r = Random(5)
    for _ in range(40):
        data: list[int | float] = []
        for _ in range(r.randrange(2, 9)):
            data.append(r.randrange(-1000, 1000) if r.random() < 0.5 else r.uniform(-50, 50))
        print(statistics.mean(data), statistics.variance(data), statistics.pstdev(data))


if __name__ == "__main__":
    main()
