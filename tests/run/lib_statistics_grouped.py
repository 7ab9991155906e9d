"""statistics: harmonic_mean with and without weights, median_grouped, and averages of what a loop gives."""

import random
import statistics
from statistics import StatisticsError, harmonic_mean, median_grouped


def attempt(data: list[float], weights: list[float] | None = None) -> None:
    try:
        print(data, weights, harmonic_mean(data, weights))
    except StatisticsError as error:
        print(data, weights, error)


def harmonic() -> None:
    inf = float("inf")
    print(harmonic_mean([40, 60]), harmonic_mean([2.5, 3, 10]), harmonic_mean([1.0, 2.0]), harmonic_mean([4]))
    print(harmonic_mean([40, 60], weights=[5, 30]), harmonic_mean((2, 4, 8)), harmonic_mean(range(1, 6)))
    print(harmonic_mean(x for x in (1, 2)), harmonic_mean([0, 1]), harmonic_mean([0.0]), harmonic_mean([10**17, 3]))
    for data in ([], [1.0, -1.0], [-1.0], [0.0, -1.0], [-1.0, 0.0], [inf, 1.0], [inf, inf], [5e-324, 1.0], [0.1] * 10):
        attempt(data)
    attempt([1.0, 2.0], [1.0])
    attempt([1.0, 2.0], [0.0, 0.0])
    attempt([1.0, 2.0], [-1.0, 0.0])
    attempt([0.0, 2.0], [0.0, 3.0])
    attempt([0.0, 2.0], [1.0, 3.0])
    attempt([3.0], [2.0])
    attempt([3.0, inf], [2.0, inf])
    random.seed(3)
    for _ in range(40):
        data = [random.uniform(0.001, 1000) for _ in range(random.randrange(2, 9))]
        print(harmonic_mean(data), harmonic_mean(data, [random.random() for _ in data]))


def grouped() -> None:
    print(median_grouped([1, 2, 3]), median_grouped([1, 3, 3, 5, 7], interval=2), median_grouped([52, 52, 53, 54]))
    print(median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), median_grouped([1.5]), median_grouped([1, 3, 3, 5, 7], 0.5))
    print(median_grouped(x * 1.5 for x in (3, 1, 2)), median_grouped((1, 1, 1)))
    nothing: list[int] = []
    try:
        print(median_grouped(nothing))
    except StatisticsError as error:
        print(error)


def of_several(xs: list[int] | tuple[int, ...] | set[float]) -> float:
    return float(statistics.mean(xs))


def main() -> None:
    harmonic()
    grouped()
    for data in ([1.0, 2], [1.5, 2.5]):
        print(statistics.mean(data), statistics.median(data), statistics.pvariance(data), statistics.stdev(data))
    for numbers in [[1, 2], [1.5, 2.5], [3.25]]:
        print(statistics.mean(numbers), statistics.fmean(numbers), sorted(numbers))
    print(of_several([1, 2]), of_several((4, 5, 6)), of_several({0.5, 1.5}))


if __name__ == "__main__":
    main()
