"""A matrix class: product, transpose, determinant, inverse with rationals, powers, rotation."""
from __future__ import annotations

from collections.abc import Iterator
from math import gcd


class Rational:
    def __init__(self, top: int, bottom: int = 1) -> None:
        if bottom == 0:
            raise ZeroDivisionError("Rational(%d, 0)" % top)
        sign = -1 if bottom < 0 else 1
        common = gcd(top, bottom)
        self.top, self.bottom = sign * top // common, sign * bottom // common

    def __add__(self, other: Rational) -> Rational:
        return Rational(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)

    def __sub__(self, other: Rational) -> Rational:
        return self + -other

    def __neg__(self) -> Rational:
        return Rational(-self.top, self.bottom)

    def __mul__(self, other: Rational) -> Rational:
        return Rational(self.top * other.top, self.bottom * other.bottom)

    def __truediv__(self, other: Rational) -> Rational:
        return Rational(self.top * other.bottom, self.bottom * other.top)

    def __bool__(self) -> bool:
        return self.top != 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rational) and self.top == other.top and self.bottom == other.bottom

    def __hash__(self) -> int:
        return hash((self.top, self.bottom))

    def __repr__(self) -> str:
        return str(self.top) if self.bottom == 1 else f"{self.top}/{self.bottom}"


class Matrix:
    def __init__(self, rows: list[list[Rational]]) -> None:
        if len({len(row) for row in rows}) != 1:
            raise ValueError("rows of different lengths")
        self.rows = rows

    @classmethod
    def of(cls, rows: list[list[int]]) -> Matrix:
        return cls([[Rational(x) for x in row] for row in rows])

    @staticmethod
    def identity(n: int) -> Matrix:
        return Matrix.of([[int(i == j) for j in range(n)] for i in range(n)])

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[list[Rational]]:
        return iter(self.rows)

    def __getitem__(self, at: tuple[int, int]) -> Rational:
        return self.rows[at[0]][at[1]]

    def __matmul__(self, other: Matrix) -> Matrix:
        columns = other.transposed().rows
        return Matrix([[sum((a * b for a, b in zip(row, column)), Rational(0)) for column in columns] for row in self.rows])

    def __pow__(self, n: int) -> Matrix:
        result, base = Matrix.identity(len(self)), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def transposed(self) -> Matrix:
        return Matrix([[row[i] for row in self.rows] for i in range(len(self.rows[0]))])

    def determinant(self) -> Rational:
        rows, result = [row[:] for row in self.rows], Rational(1)
        for i in range(len(rows)):
            pivot = next((r for r in range(i, len(rows)) if rows[r][i]), None)
            if pivot is None:
                return Rational(0)
            if pivot != i:
                rows[i], rows[pivot] = rows[pivot], rows[i]
                result = -result
            result = result * rows[i][i]
            for r in range(i + 1, len(rows)):
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
        return result

    def inverse(self) -> Matrix:
        n = len(self)
        rows = [row + extra for row, extra in zip(self.rows, Matrix.identity(n))]
        for i in range(n):
            pivot = next((r for r in range(i, n) if rows[r][i]), -1)
            if pivot < 0:
                raise ValueError("singular")
            rows[i], rows[pivot] = rows[pivot], rows[i]
            rows[i] = [x / rows[i][i] for x in rows[i]]
            for r in range(n):
                if r != i and rows[r][i]:
                    rows[r] = [a - rows[r][i] * b for a, b in zip(rows[r], rows[i])]
        return Matrix([row[n:] for row in rows])

    def __str__(self) -> str:
        cells = [[str(x) for x in row] for row in self.rows]
        width = max(len(c) for row in cells for c in row)
        return "\n".join("[" + " ".join(c.rjust(width) for c in row) + "]" for row in cells)


def main() -> None:
    m = Matrix.of([[2, 1, 1], [1, 3, 2], [1, 0, 0]])
    print(m, m.determinant(), m.inverse(), m @ m.inverse(), sep="\n")
    print(Matrix.of([[1, 1], [1, 0]]) ** 30, m.transposed()[0, 1], Matrix.of([[1, 2], [2, 4]]).determinant(), sep="\n")
    for rows in ([[1, 2], [2, 4]], [[1], [2, 3]]):
        try:
            print(Matrix.of(rows).inverse())
        except ValueError as error:
            print(error)
    try:
        Rational(3, 0)
    except ZeroDivisionError as error:
        print(error)
