"""Exact linear algebra over own fractions: elimination, inverse, determinant, LU, powers, recurrences."""
from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Union


class Ratio:
    __slots__ = ("num", "den")

    def __init__(self, num: int, den: int = 1) -> None:
        if den == 0:
            raise ZeroDivisionError(f"Ratio({num}, 0)")
        divisor = math.gcd(num, den) if den > 0 else -math.gcd(num, den)
        self.num = num // divisor
        self.den = den // divisor

    @classmethod
    def parse(cls, text: str) -> Ratio:
        top, slash, bottom = text.partition("/")
        return cls(int(top), int(bottom) if slash else 1)

    def __str__(self) -> str:
        return str(self.num) if self.den == 1 else f"{self.num}/{self.den}"

    __repr__ = __str__

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Ratio):
            return self.num == other.num and self.den == other.den
        return False

    def __hash__(self) -> int:
        return hash((self.num, self.den))

    def __add__(self, other: Union[Ratio, int]) -> Ratio:
        o = other if isinstance(other, Ratio) else Ratio(other)
        return Ratio(self.num * o.den + o.num * self.den, self.den * o.den)

    __radd__ = __add__

    def __neg__(self) -> Ratio:
        return Ratio(-self.num, self.den)

    def __sub__(self, other: Union[Ratio, int]) -> Ratio:
        return self + -other

    def __mul__(self, other: Union[Ratio, int]) -> Ratio:
        o = other if isinstance(other, Ratio) else Ratio(other)
        return Ratio(self.num * o.num, self.den * o.den)

    __rmul__ = __mul__

    def __truediv__(self, other: Ratio) -> Ratio:
        return Ratio(self.num * other.den, self.den * other.num)

    def __lt__(self, other: Ratio) -> bool:
        return self.num * other.den < other.num * self.den

    def __abs__(self) -> Ratio:
        return Ratio(abs(self.num), self.den)

    def __bool__(self) -> bool:
        return self.num != 0

    def __float__(self) -> float:
        return self.num / self.den

    def __round__(self) -> int:
        return round(self.num / self.den)

    def __pow__(self, n: int) -> Ratio:
        return Ratio(self.num ** n, self.den ** n) if n >= 0 else Ratio(self.den ** -n, self.num ** -n)


class Singular(ArithmeticError):
    pass


class Matrix:
    def __init__(self, rows: Sequence[Sequence[Ratio]]) -> None:
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different lengths")

    @classmethod
    def parse(cls, text: str) -> Matrix:
        return cls([[Ratio.parse(cell) for cell in line.split()] for line in text.split(";")])

    @classmethod
    def build(cls, n: int, fn: Callable[[int, int], Ratio | int]) -> Matrix:
        def cell(i: int, j: int) -> Ratio:
            value = fn(i, j)
            return value if isinstance(value, Ratio) else Ratio(value)

        return cls([[cell(i, j) for j in range(n)] for i in range(n)])

    @staticmethod
    def identity(n: int) -> Matrix:
        return Matrix.build(n, lambda i, j: int(i == j))

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self) -> Matrix:
        return Matrix(list(zip(*self.rows)))

    def __iter__(self) -> Iterator[list[Ratio]]:
        return iter(self.rows)

    def __getitem__(self, at: tuple[int, int]) -> Ratio:
        return self.rows[at[0]][at[1]]

    def __setitem__(self, at: tuple[int, int], value: Ratio) -> None:
        i, j = at
        self.rows[i][j] = value

    def __matmul__(self, other: Matrix) -> Matrix:
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape}")
        return Matrix([[sum((a * b for a, b in zip(row, column)), Ratio(0)) for column in other.T] for row in self])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Matrix) and self.rows == other.rows

    def __pow__(self, n: int) -> Matrix:
        out, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                out = out @ base
            base, n = base @ base, n >> 1
        return out

    def __str__(self) -> str:
        return "[" + "; ".join(" ".join(map(str, row)) for row in self.rows) + "]"

    def eliminated(self) -> tuple[Matrix, Ratio]:
        """Reduced row echelon form and the determinant's factor."""
        work = Matrix(self.rows)
        factor = Ratio(1)
        top = 0
        for column in range(self.shape[1]):
            pivot = max(range(top, len(work.rows)), key=lambda r: abs(work[r, column]).__float__(), default=None)
            if pivot is None or not work[pivot, column]:
                factor *= 0
                continue
            if pivot != top:
                work.rows[top], work.rows[pivot] = work.rows[pivot], work.rows[top]
                factor = -factor
            head = work[top, column]
            factor *= head
            work.rows[top] = [cell / head for cell in work.rows[top]]
            for r, row in enumerate(work.rows):
                if r != top and row[column]:
                    scale = row[column]
                    work.rows[r] = [a - scale * b for a, b in zip(row, work.rows[top])]
            top += 1
        return work, factor

    def det(self) -> Ratio:
        return self.eliminated()[1]

    def inverse(self) -> Matrix:
        n = len(self.rows)
        wide = Matrix([row + unit for row, unit in zip(self.rows, Matrix.identity(n).rows)])
        reduced, _ = wide.eliminated()
        if [row[:n] for row in reduced] != Matrix.identity(n).rows:
            raise Singular(f"{self} has no inverse")
        return Matrix([row[n:] for row in reduced])

    def rank(self) -> int:
        return sum(any(row) for row in self.eliminated()[0])


def main() -> None:
    a = Matrix.parse("2 1 -1; -3 -1 2; -2 1 2")
    print(a, a.det(), a.inverse(), a @ a.inverse() == Matrix.identity(3), a.rank())
    solution = a.inverse() @ Matrix.parse("8; -11; -3")
    print(solution, solution.shape, [float(row[0]) for row in solution])
    hilbert = Matrix.build(4, lambda i, j: Ratio(1, i + j + 1))
    print(hilbert.det(), hilbert.inverse(), hilbert.T == hilbert)
    fib = Matrix.parse("1 1; 1 0")
    print((fib ** 60)[0, 1], fib ** 0, (Matrix.parse("1/2 1/3; 0 -2/7") ** 3))
    singular = Matrix.parse("1 2 3; 2 4 6; 1 0 1")
    print(singular.det(), singular.rank(), singular.eliminated()[0])
    for attempt in ("1 2; 2 4", "1 2; 3"):
        try:
            print(Matrix.parse(attempt).inverse())
        except (Singular, ValueError) as error:
            print(type(error).__name__, error)
    try:
        fib @ a
    except ValueError as error:
        print(error)
    try:
        print(Ratio(1) / Ratio(0, 5))
    except ZeroDivisionError as error:
        print(error)
    print(Ratio(6, -4), Ratio(2) == Ratio(4, 2), 1 + Ratio(1, 2), sum([Ratio(1, n) for n in range(1, 9)], Ratio(0)), round(Ratio(7, 2)), Ratio(2, 3) ** -2, max(Ratio(1, 3), Ratio(2, 5)))
