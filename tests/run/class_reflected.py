"""NotImplemented, reflected methods, and subclasses on the right side that are asked first."""

from __future__ import annotations

class A:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, A):
            return NotImplemented
        print("A.eq", end=" ")
        return self.n == other.n

    def __hash__(self) -> int:
        return self.n

    def __add__(self, other: A) -> A:
        print("A.add", end=" ")
        return A(self.n + other.n)

    def __lt__(self, other: A) -> bool:
        print("A.lt", end=" ")
        return self.n < other.n

    def __gt__(self, other: A) -> bool:
        print("A.gt", end=" ")
        return self.n > other.n

class B(A):
    def __eq__(self, other: object) -> bool:
        print("B.eq", end=" ")
        return isinstance(other, A) and self.n == other.n

    def __hash__(self) -> int:
        return self.n

    def __radd__(self, other: A) -> A:
        print("B.radd", end=" ")
        return A(100)

    def __gt__(self, other: A) -> bool:
        print("B.gt", end=" ")
        return self.n > other.n

class C:
    """Answers for A."""
    def __eq__(self, other: object) -> bool:
        print("C.eq", end=" ")
        return True

    def __hash__(self) -> int:
        return 0

class Meters:
    def __init__(self, v: int) -> None:
        self.v = v

    def __add__(self, other: object) -> Meters:
        if isinstance(other, Meters):
            return Meters(self.v + other.v)
        return NotImplemented

    def __lt__(self, other: object) -> bool:
        if isinstance(other, Meters):
            return self.v < other.v
        return NotImplemented

    def __repr__(self) -> str:
        return f"{self.v}m"

class Feet:
    def __init__(self, v: int) -> None:
        self.v = v

    def __radd__(self, other: Meters) -> Meters:
        return Meters(other.v + self.v * 3 // 10)

    def __gt__(self, other: Meters) -> bool:
        return self.v * 3 // 10 > other.v

    def __rmul__(self, k: int) -> Feet:
        return Feet(self.v * k)

def generic(x: A, y: A) -> None:
    print(x == y, x != y, (x + y).n, x < y)

def main() -> None:
    a, b, c = A(1), B(1), C()
    print(a == b)
    print(b == a)
    print(a != b)
    print(a == c)
    print(c == a)
    print(a != c)
    print((a + b).n, (b + a).n)
    print(a < b, b < a)
    generic(a, b)
    generic(b, a)
    generic(a, a)
    print(Meters(1) + Meters(2), Meters(1) + Feet(10), Meters(1) < Feet(10), (3 * Feet(2)).v)
    try:
        print(Meters(1) + C())
    except TypeError as e:
        print(e)

if __name__ == "__main__":
    main()
