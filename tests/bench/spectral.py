"""The spectral norm of an infinite matrix's corner, 100 by 100.  C twin: c/spectral.c."""

from lib.system import uptime_ns
from math import sqrt

SIZE = 100
ROUNDS = 10


def entry(i: int, j: int) -> float:
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v: list[float], out: list[float]) -> None:
    for i in range(len(v)):
        total = 0.0
        for j in range(len(v)):
            total += entry(i, j) * v[j]
        out[i] = total


def times_transposed(v: list[float], out: list[float]) -> None:
    for i in range(len(v)):
        total = 0.0
        for j in range(len(v)):
            total += entry(j, i) * v[j]
        out[i] = total


def work() -> int:
    u = [1.0] * SIZE
    v = [0.0] * SIZE
    between = [0.0] * SIZE
    for _ in range(ROUNDS):
        times(u, between)
        times_transposed(between, v)
        times(v, between)
        times_transposed(between, u)
    above, below = 0.0, 0.0
    for i in range(SIZE):
        above += u[i] * v[i]
        below += v[i] * v[i]
    return int(sqrt(above / below) * 1e12)


def main() -> int:
    start = uptime_ns()
    result = work()
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
