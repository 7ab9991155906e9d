"""`statistics`: averages and spreads.

CPython computes with fractions. Sums of ints are exact here as well (and raise OverflowError where 64 bits end); sums
of floats, their squares and products are kept as exact parts (`math.fsum`), the first two of which are then divided.
"""

from typing import Collection, Iterable, NamedTuple, TypeVar

from lib.bisect import bisect_left, bisect_right
from lib.core.double_double import dd_div, dd_sqrt, two_prod
from lib.fractions import Fraction
from lib.math import exp, fsum, log, sqrt

EXACT = 1 << 53                         # every int up to this is a double

T = TypeVar("T")
H = TypeVar("H")


class StatisticsError(ValueError):
    """Data that has no such average."""


def _numbers(data: Collection[T]) -> list[float]:
    return [float(x) for x in data]


def _two_parts(parts: list[float]) -> tuple[float, float]:
    """An exact sum as its nearest double and the rest's."""
    high = fsum(parts)
    if high - high != 0.0:
        return high, 0.0
    parts.append(-high)
    return high, fsum(parts)


def _quotient(parts: list[float], divisor: int) -> tuple[float, float]:
    high, low = _two_parts(parts)
    if high - high != 0.0:
        return high, 0.0
    return dd_div(high, low, float(divisor), 0.0)


# Averages

def mean(data: Iterable[T]) -> T | float:
    """The arithmetic mean; of ints an int where it is one."""
    items = list(data)
    n = len(items)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    if _are_ints(items):
        whole = 0
        for x in items:
            if isinstance(x, int):
                whole += x
        return _ratio(whole, n, items)
    for x in items:
        if isinstance(x, Fraction):
            return _fraction_sum(items) / n
    high, low = _quotient(_parts(items), n)
    return high + low


def _fraction_sum(data: Collection[T]) -> Fraction:
    """The sum of fractions and ints."""
    out = Fraction(0)
    for x in data:
        if isinstance(x, (Fraction, int)):
            out += x
        else:
            raise NotImplementedError("the mean of fractions and floats is not compiled")
    return out


def _are_ints(data: Collection[T]) -> bool:
    for x in data:
        if not isinstance(x, int):
            return False
    return True


def _parts(data: Collection[T]) -> list[float]:
    """Doubles with the same sum."""
    out: list[float] = []
    for x in data:
        out += _doubles(x)
    return out


def _doubles(x: T) -> list[float]:
    """Two doubles, at most, that are `x` exactly: an int can have more bits than one holds."""
    if isinstance(x, Fraction):
        raise NotImplementedError("this of fractions is not compiled")
    if isinstance(x, int) and not -EXACT <= x <= EXACT:
        return [float(x >> 32) * 4294967296.0, float(x & 0xFFFFFFFF)]
    return [float(x)]


def _ratio(above: int, below: int, data: Collection[T]) -> T | float:
    """`above / below`: of ints an int where it is whole."""
    if above % below == 0:
        for x in data:
            if isinstance(x, int):
                return above // below
    return above / below


def fmean(data: Collection[T], weights: Collection[T] | None = None) -> float:
    numbers = _numbers(data)
    n = len(numbers)
    if weights is None:
        if n == 0:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(numbers) / n
    factors = _numbers(weights)
    if len(factors) != n:
        raise StatisticsError("data and weights must be the same length")
    total = fsum([a * b for a, b in zip(numbers, factors)])  # noqa: B905
    below = fsum(factors)
    if below == 0.0:
        raise StatisticsError("sum of weights must be non-zero")
    return total / below


def geometric_mean(data: Collection[T]) -> float:
    numbers = _numbers(data)
    for x in numbers:
        if x <= 0.0:
            raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")
    if not numbers:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")
    return exp(fsum([log(x) for x in numbers]) / len(numbers))


NEGATIVE = "harmonic mean does not support negative values"


def harmonic_mean(data: Iterable[T], weights: Iterable[T] | None = None) -> T | int | float:
    """The reciprocal of the mean of the reciprocals; 0 where one of them is infinite."""
    items = list(data)
    if not items:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if len(items) == 1 and weights is None:
        if items[0] < 0:
            raise StatisticsError(NEGATIVE)
        return items[0]
    above, parts = [float(len(items))], [0.0]
    if weights is None:
        for x in items:
            if x < 0:
                raise StatisticsError(NEGATIVE)
            if x == 0:
                return 0
            parts += _doubles(1 / x)
        return _over(above, parts)
    factors = list(weights)
    if len(factors) != len(items):
        raise StatisticsError("Number of weights does not match data size")
    for w in factors:
        if w < 0:
            raise StatisticsError(NEGATIVE)
    above = _parts(factors)
    for w, x in zip(factors, items):  # noqa: B905
        if x < 0:
            raise StatisticsError(NEGATIVE)
        if w and x == 0:
            return 0
        if w:
            parts += _doubles(w / x)
    return _over(above, parts)


def _over(above: list[float], below: list[float]) -> float:
    """The quotient of two exact sums."""
    high, low = _two_parts(above)
    divisor, rest = _two_parts(below)
    if divisor <= 0.0:
        raise StatisticsError("Weighted sum must be positive")
    if high - high != 0.0 or divisor - divisor != 0.0:
        return high / divisor
    high, low = dd_div(high, low, divisor, rest)
    return high + low


def median_grouped(data: Iterable[T], interval: int | float = 1.0) -> float:
    """The median of numbers that stand for intervals around them."""
    items = sorted(data)
    n = len(items)
    if n == 0:
        raise StatisticsError("no median for empty data")
    x = items[n // 2]
    before = bisect_left(items, x)
    same = bisect_right(items, x, before) - before
    width = float(interval)
    return float(x) - width / 2.0 + width * (n / 2 - before) / same


def median(data: Collection[T]) -> T | float:
    """The middle of the sorted data, or the mean of the two in the middle."""
    items = sorted(data)
    n = len(items)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return items[n // 2]
    return (items[n // 2 - 1] + items[n // 2]) / 2


def median_low(data: Collection[T]) -> T:
    items = sorted(data)
    if not items:
        raise StatisticsError("no median for empty data")
    return items[(len(items) - 1) // 2]


def median_high(data: Collection[T]) -> T:
    items = sorted(data)
    if not items:
        raise StatisticsError("no median for empty data")
    return items[len(items) // 2]


def _counts(data: Collection[H]) -> dict[H, int]:
    counts: dict[H, int] = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data: Collection[H]) -> H:
    """What occurs most often; of several, the one that comes first."""
    most = 0
    best: list[H] = []
    for x, count in _counts(data).items():
        if count > most:
            most = count
            best = [x]
    if not best:
        raise StatisticsError("no mode for empty data")
    return best[0]


def multimode(data: Collection[H]) -> list[H]:
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [x for x, count in counts.items() if count == most]


def quantiles(data: Collection[T], *, n: int = 4, method: str = "exclusive") -> list[float]:
    """The n - 1 places that cut the sorted data into n parts of equal weight."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    items = sorted(data)
    length = len(items)
    if length < 2:
        raise StatisticsError("must have at least two data points")
    out: list[float] = []
    if method == "inclusive":
        for i in range(1, n):
            j = i * (length - 1) // n
            delta = i * (length - 1) - j * n
            out.append((items[j] * (n - delta) + items[j + 1] * delta) / n)
    elif method == "exclusive":
        for i in range(1, n):
            j = min(max(i * (length + 1) // n, 1), length - 1)
            delta = i * (length + 1) - j * n
            out.append((items[j - 1] * (n - delta) + items[j] * delta) / n)
    else:
        raise ValueError(f"Unknown method: {method!r}")
    return out


# Spreads

def _squares(data: Collection[T]) -> tuple[int, list[float]]:
    """n * sum((x - mean)**2) = n * sum(x*x) - sum(x)**2: of ints the number, of floats its exact parts."""
    n = len(data)
    out: list[float] = []
    if _are_ints(data):
        whole, squares = 0, 0
        for x in data:
            if isinstance(x, int):
                whole += x
                squares += x * x
        return n * squares - whole * whole, out
    sums = _exact(_parts(data))
    for x in data:
        doubles = _doubles(x)
        for a in doubles:
            for b in doubles:
                high, low = two_prod(a, b)
                out += _times(high, n) + _times(low, n)
    for a in sums:
        for b in sums:
            high, low = two_prod(a, b)
            out += [-high, -low]
    return 0, out


def _times(x: float, n: int) -> list[float]:
    high, low = two_prod(x, float(n))
    return [high, low]


def _exact(numbers: list[float]) -> list[float]:
    """A few doubles with the same sum."""
    rest = numbers[:]
    out: list[float] = []
    while True:
        part = fsum(rest)
        if part == 0.0 or part - part != 0.0:
            return out if part == 0.0 else [part]
        out.append(part)
        rest.append(-part)


def _special(data: Collection[T]) -> float:
    """The sum of what is infinite or no number; 0.0 where all is finite."""
    return sum([x for x in _numbers(data) if x - x != 0.0], 0.0)


def _variance(data: Collection[T], below: int) -> T | float:
    """The sum of squares around the mean, over `below`."""
    for x in data:
        if isinstance(x, Fraction):
            middle, out = _fraction_sum(data) / len(data), Fraction(0)
            for y in data:
                if isinstance(y, (Fraction, int)):
                    out += (middle - y) ** 2
            return out / below
    special = _special(data)
    if special != 0.0:
        return special
    whole, parts = _squares(data)
    if not parts:
        return _ratio(whole, len(data) * below, data)
    high, low = _quotient(parts, len(data) * below)
    return high + low


def _deviation(data: Collection[T], below: int) -> float:
    if _special(data) != 0.0:
        raise AttributeError("'float' object has no attribute 'numerator'")      # CPython's does so
    whole, parts = _squares(data)
    if not parts:
        parts = [float(whole >> 32) * 4294967296.0, float(whole & 0xFFFFFFFF)]
    high, low = _quotient(parts, len(data) * below)
    if high <= 0.0 or high - high != 0.0:
        return high if high == 0.0 else sqrt(high)
    high, low = dd_sqrt(high, low)
    return high + low


def variance(data: Iterable[T]) -> T | float:
    """The sample variance."""
    items = list(data)
    if len(items) < 2:
        raise StatisticsError("variance requires at least two data points")
    return _variance(items, len(items) - 1)


def pvariance(data: Iterable[T]) -> T | float:
    """The variance of a whole population."""
    items = list(data)
    if len(items) < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _variance(items, len(items))


def stdev(data: Iterable[T]) -> float:
    items = list(data)
    if len(items) < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _deviation(items, len(items) - 1)


def pstdev(data: Iterable[T]) -> float:
    items = list(data)
    if len(items) < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _deviation(items, len(items))


# Pairs

class LinearRegression(NamedTuple):
    """A straight line."""

    slope: float
    intercept: float


def _moments(x: list[float], y: list[float]) -> tuple[float, float, float]:
    """The sums of squares and of products around the means: xy, xx, yy."""
    n = len(x)
    mean_x, mean_y = fsum(x) / n, fsum(y) / n
    products = fsum([(a - mean_x) * (b - mean_y) for a, b in zip(x, y)])  # noqa: B905
    return products, fsum([(a - mean_x) * (a - mean_x) for a in x]), fsum([(b - mean_y) * (b - mean_y) for b in y])


def covariance(x: Collection[T], y: Collection[H], /) -> float:
    if len(x) != len(y):
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError("covariance requires at least two data points")
    return _moments(_numbers(x), _numbers(y))[0] / (len(x) - 1)


def correlation(x: Collection[T], y: Collection[H], /) -> float:
    if len(x) != len(y):
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError("correlation requires at least two data points")
    xy, xx, yy = _moments(_numbers(x), _numbers(y))
    if xx * yy == 0.0:
        raise StatisticsError("at least one of the inputs is constant")
    return xy / sqrt(xx * yy)


def linear_regression(x: Collection[T], y: Collection[H], /) -> LinearRegression:
    if len(x) != len(y):
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError("linear regression requires at least two data points")
    xy, xx, _ = _moments(_numbers(x), _numbers(y))
    if xx == 0.0:
        raise StatisticsError("x is constant")
    slope = xy / xx
    n = len(x)
    return LinearRegression(slope, fsum(_numbers(y)) / n - slope * (fsum(_numbers(x)) / n))
