"""The product of two 60 by 60 matrices, lists of rows.  C twin: c/matmul.c."""

from lib.system import uptime_ns

SIZE = 60

Matrix = list[list[float]]


def filled(seed: int) -> Matrix:
    return [[float((i * seed + j * 7) % 13) for j in range(SIZE)] for i in range(SIZE)]


def product(a: Matrix, b: Matrix) -> Matrix:
    out: Matrix = []
    for row in a:
        sums: list[float] = []
        for j in range(SIZE):
            total = 0.0
            for k in range(SIZE):
                total += row[k] * b[k][j]
            sums.append(total)
        out.append(sums)
    return out


def work(a: Matrix, b: Matrix) -> int:
    total = 0.0
    for row in product(a, b):
        for x in row:
            total += x
    return int(total)


def main() -> int:
    a, b = filled(3), filled(5)
    start = uptime_ns()
    result = work(a, b)
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
