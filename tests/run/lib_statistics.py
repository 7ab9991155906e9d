"""statistics: averages, medians, modes, quantiles, spreads, pairs; errors."""

import random
import statistics
from statistics import StatisticsError, fmean, mean, median, mode, pstdev, quantiles, stdev, variance


def show(data: list[float]) -> None:
    print(mean(data), fmean(data), median(data), statistics.median_low(data), statistics.median_high(data))
    print(variance(data), statistics.pvariance(data), stdev(data), pstdev(data), quantiles(data), quantiles(data, n=3, method="inclusive"))


def empty(which: int) -> None:
    none: list[float] = []
    one = [1.5]
    if which == 0:
        mean(none)
    elif which == 1:
        fmean(none)
    elif which == 2:
        median(none)
    elif which == 3:
        mode(none)
    elif which == 4:
        variance(one)
    elif which == 5:
        stdev(one)
    elif which == 6:
        pstdev(none)
    elif which == 7:
        quantiles(one)
    elif which == 8:
        statistics.correlation([1.0, 2.0], [3.0, 3.0])
    elif which == 9:
        statistics.geometric_mean([1.0, -1.0])
    elif which == 10:
        statistics.pvariance(none)
    else:
        statistics.median_low(none)


def main() -> None:
    print(mean([1, 2, 3]), mean([1, 2]), mean((1, 2, 4)), mean(range(10)), median([3, 1, 2]), median([4, 1, 2, 3]), mean([-7, 2, 5]))
    print(variance([1, 2, 3, 4]), variance([2, 4, 6]), statistics.pvariance([1, 3]), statistics.pvariance([1, 2]), stdev([1, 2, 3, 4]), pstdev([1, 5]), stdev([5, 5]))
    print(mode(["red", "blue", "blue", "red", "green"]), mode([1, 1, 2]), statistics.multimode("aabbc"), statistics.multimode([0] * 0))
    print(statistics.median_low([1, 3, 5, 7]), statistics.median_high([1, 3, 5, 7]), quantiles([1, 2, 3, 4, 5]), quantiles([1, 9], n=2))
    random.seed(11)
    show([1.5, 2.5])
    show([0.1] * 10)
    show([1e16, 1.0, -1e16])
    for _ in range(20):
        show([random.uniform(-100.0, 100.0) for _ in range(random.randrange(2, 30))])
        show([random.gauss(1000000.0, 0.001) for _ in range(7)])
        show([random.expovariate(1.0) * 10.0 ** random.randrange(-8, 8) for _ in range(9)])
    x, y = [float(i) for i in range(8)], [random.gauss(i * 2.0 + 1.0, 0.5) for i in range(8)]
    print(statistics.covariance(x, y), statistics.correlation(x, y), statistics.linear_regression(x, y))
    print(statistics.geometric_mean([1.0, 10.0, 100.0]), fmean([1.0, 2.0, 3.0], [3.0, 1.0, 1.0]))
    for which in range(12):
        try:
            empty(which)
        except StatisticsError as error:
            print(error)


if __name__ == "__main__":
    main()
