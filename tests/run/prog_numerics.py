# apart: an int where `float` is written makes every `float` of the image take ints
"""Matrices, vectors, fractions and polynomials with operators; numerical methods."""
from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import accumulate, chain, combinations, pairwise, product, starmap, takewhile, zip_longest
from typing import Union, overload

Number = Union[int, float]


@dataclass(frozen=True)
class Vector:
    x: float
    y: float
    z: float = 0

    def __add__(self, other: Vector) -> Vector:
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: Vector) -> Vector:
        return self + -other

    def __neg__(self) -> Vector:
        return -1 * self

    @overload
    def __mul__(self, other: Vector) -> float: ...
    @overload
    def __mul__(self, other: Number) -> Vector: ...
    def __mul__(self, other: Union[Vector, Number]) -> Union[Vector, float]:
        if isinstance(other, Vector):
            return self.x * other.x + self.y * other.y + self.z * other.z
        return Vector(self.x * other, self.y * other, self.z * other)

    def __rmul__(self, k: Number) -> Vector:
        return self * k

    def __matmul__(self, other: Vector) -> Vector:
        return Vector(self.y * other.z - self.z * other.y, self.z * other.x - self.x * other.z, self.x * other.y - self.y * other.x)

    def __abs__(self) -> float:
        return math.sqrt(self * self)

    def __iter__(self) -> Iterator[float]:
        return iter((self.x, self.y, self.z))

    def __bool__(self) -> bool:
        return any(self)


class Poly:
    def __init__(self, *coefficients: Number) -> None:
        items = list(coefficients)
        while len(items) > 1 and items[-1] == 0:
            items.pop()
        self.c: list[Number] = items or [0]

    def __call__(self, x: Number) -> Number:
        return reduce(lambda acc, c: acc * x + c, reversed(self.c), 0)

    def __add__(self, other: Poly | Number) -> Poly:
        if not isinstance(other, Poly):
            other = Poly(other)
        return Poly(*(a + b for a, b in zip_longest(self.c, other.c, fillvalue=0)))

    __radd__ = __add__

    def __mul__(self, other: Poly) -> Poly:
        out: list[Number] = [0] * (len(self.c) + len(other.c) - 1)
        for (i, a), (j, b) in product(enumerate(self.c), enumerate(other.c)):
            out[i + j] += a * b
        return Poly(*out)

    def __pow__(self, n: int) -> Poly:
        out = Poly(1)
        for _ in range(n):
            out = out * self
        return out

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Poly) and self.c == other.c

    def __str__(self) -> str:
        parts: list[str] = []
        for n, c in enumerate(self.c):
            if c or len(self.c) == 1:
                term = "" if n == 0 else "x" if n == 1 else f"x^{n}"
                factor = str(abs(c)) if abs(c) != 1 or n == 0 else ""
                parts.append(("-" if c < 0 else "+") + factor + term)
        return "".join(reversed(parts)).removeprefix("+")

    def derivative(self) -> Poly:
        return Poly(*(n * c for n, c in enumerate(self.c) if n))


class Matrix:
    def __init__(self, rows: Sequence[Sequence[Number]]) -> None:
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("ragged rows")

    @classmethod
    def identity(cls, n: int) -> Matrix:
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    def __matmul__(self, other: Matrix) -> Matrix:
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in other.columns()] for row in self.rows])

    def columns(self) -> Iterator[tuple[Number, ...]]:
        return zip(*self.rows)

    @property
    def T(self) -> Matrix:
        return Matrix(list(self.columns()))

    def __getitem__(self, key: tuple[int, int]) -> Number:
        i, j = key
        return self.rows[i][j]

    def __setitem__(self, key: tuple[int, int], value: Number) -> None:
        i, j = key
        self.rows[i][j] = value

    def solve(self, b: Sequence[Number]) -> list[Fraction]:
        n = len(self.rows)
        m = [[Fraction(x) for x in row] + [Fraction(v)] for row, v in zip(self.rows, b)]
        for i in range(n):
            pivot = next((r for r in range(i, n) if m[r][i] != 0), None)
            if pivot is None:
                raise ZeroDivisionError("singular")
            m[i], m[pivot] = m[pivot], m[i]
            m[i] = [x / m[i][i] for x in m[i]]
            for r in range(n):
                if r != i:
                    m[r] = [x - m[r][i] * y for x, y in zip(m[r], m[i])]
        return [row[-1] for row in m]

    def __repr__(self) -> str:
        return f"Matrix({self.rows})"


def integrate(f: Callable[[float], float], a: float, b: float, n: int = 100) -> float:
    h = (b - a) / n
    return h / 3 * sum(f(a + i * h) * (1 if i in (0, n) else 4 if i % 2 else 2) for i in range(n + 1))


def primes() -> Iterator[int]:
    found: list[int] = []
    n = 2
    while True:
        if all(n % p for p in takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n
        n += 1


def stats(xs: Iterable[Number]) -> dict[str, float]:
    items = sorted(xs)
    n = len(items)
    mean = sum(items) / n
    middle = items[n // 2] if n % 2 else (items[n // 2 - 1] + items[n // 2]) / 2
    return {"n": n, "mean": mean, "median": middle, "spread": items[-1] - items[0], "sd": math.sqrt(sum((x - mean) ** 2 for x in items) / n)}


def main() -> None:
    a, b = Vector(1, 2, 3), Vector(0.5, -1)
    print(a + b, a - b, a * 2, 0.5 * a, a * b, a @ b, abs(Vector(3, 4)), bool(Vector(0, 0)), [*b], -a)
    p = Poly(1, -3, 2)
    print(p, p(2), p(0.5), p.derivative(), p + 1, 1 + p, p * p, p ** 3, Poly(0, 0), Poly() == Poly(0), Poly(1.5, -1))
    m = Matrix([[2, 1], [1, 3]])
    print(m, m.T, m @ m, m @ Matrix.identity(2), m.shape, m[0, 1], m.solve([3, 5]), [float(x) for x in m.solve([1, 2])])
    m[0, 1] = 0.5
    print(m, Matrix([[1, 2, 3]]).T)
    for bad in (lambda: Matrix([[1], [1, 2]]), lambda: m @ Matrix([[1, 2]])):
        try:
            bad()
        except ValueError as e:
            print(e)
    try:
        Matrix([[1, 2], [2, 4]]).solve([1, 1])
    except ZeroDivisionError as e:
        print(e)
    print(f"{integrate(math.sin, 0, math.pi):.6f}", integrate(lambda x: x * x, 0, 3), integrate(lambda x: 1, 0, 1, 2))
    gen = primes()
    print([next(gen) for _ in range(10)], list(takewhile(lambda n: n < 60, gen)))
    print(stats([3, 1, 4, 1, 5]), stats([2.5, 1]))
    print(list(accumulate([1, 2, 3], lambda x, y: x * y)), list(pairwise("abc")), list(starmap(pow, [(2, 3), (3, 2)])), list(chain([1], (2, 3))), list(combinations("abc", 2)))
    print(Fraction(3, 6) + 1, Fraction("0.125"), Fraction(1, 3) < 0.5, sum([Fraction(1, n) for n in range(1, 5)], Fraction()), 2 ** -1, 7 // -2, -7 % 3, divmod(-7, 2))


if __name__ == "__main__":
    main()
