"""Operators of classes: forward, reflected, augmented, unary, mixed with numbers."""


class Vector:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def __add__(self, other: "Vector") -> "Vector":
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other: "Vector") -> "Vector":
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, factor: int) -> "Vector":
        return Vector(self.x * factor, self.y * factor)

    def __rmul__(self, factor: int) -> "Vector":
        print("[rmul]", end=" ")
        return self * factor

    def __matmul__(self, other: "Vector") -> int:
        return self.x * other.x + self.y * other.y

    def __floordiv__(self, divisor: int) -> "Vector":
        return Vector(self.x // divisor, self.y // divisor)

    def __neg__(self) -> "Vector":
        return Vector(-self.x, -self.y)

    def __invert__(self) -> "Vector":
        return Vector(self.y, self.x)

    def __abs__(self) -> int:
        return abs(self.x) + abs(self.y)

    def __repr__(self) -> str:
        return f"<{self.x} {self.y}>"


class Bag:
    def __init__(self) -> None:
        self.items: list[int] = []

    def __iadd__(self, item: int) -> "Bag":
        self.items.append(item)
        return self

    def __lshift__(self, item: int) -> "Bag":
        self.items.insert(0, item)
        return self

    def __and__(self, other: "Bag") -> list[int]:
        return [item for item in self.items if item in other.items]


class Adder:
    def __init__(self, n: int) -> None:
        self.n = n

    def __call__(self, x: int) -> int:
        return x + self.n

    def __radd__(self, left: int) -> int:
        return left * 100 + self.n


def main() -> None:
    a = Vector(1, 2)
    b = Vector(3, -4)
    print(a + b, a - b, a * 3, 2 * a, a @ b, b // 2, -a, ~b, abs(b), a + b * 2 - -a)
    keep = a
    a += b
    print(a, keep, a is keep)
    bag = Bag()
    alias = bag
    bag += 5
    bag += 6
    bag << 7 << 8
    print(bag.items, alias is bag)
    other = Bag()
    other += 6
    other += 8
    print(bag & other)
    add5 = Adder(5)
    print(add5(10), add5(-5), 3 + add5)


if __name__ == "__main__":
    raise SystemExit(main())
