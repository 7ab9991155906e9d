"""How long points of a 100 by 100 grid stay near the origin.  C twin: c/mandelbrot.c."""

from lib.system import uptime_ns

SIZE = 100
LIMIT = 50


def escape(re: float, im: float) -> int:
    x, y = 0.0, 0.0
    for step in range(LIMIT):
        xx, yy = x * x, y * y
        if xx + yy > 4.0:
            return step
        y = 2.0 * x * y + im
        x = xx - yy + re
    return LIMIT


def work() -> int:
    total = 0
    for row in range(SIZE):
        for column in range(SIZE):
            total += escape(2.0 * column / SIZE - 1.5, 2.0 * row / SIZE - 1.0)
    return total


def main() -> int:
    start = uptime_ns()
    result = work()
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
