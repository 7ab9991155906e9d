"""Targets in brackets, bare `except`, `@` by a class, `id`, `input` at the end."""


class Matrix:
    def __init__(self, a: int, b: int, c: int, d: int) -> None:
        self.cells = (a, b, c, d)

    def __matmul__(self, other: "Matrix") -> "Matrix":
        a, b, c, d = self.cells
        e, f, g, h = other.cells
        return Matrix(a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h)

    def __repr__(self) -> str:
        return f"Matrix{self.cells}"


def main() -> None:
    [a, b] = 1, 2
    [c, [d, e], *rest] = (3, (4, 5), 6, 7)
    print(a, b, c, d, e, rest)
    for [x, y] in [(1, 2), (3, 4)]:
        print(x + y)
    m = Matrix(1, 1, 1, 0)
    power = m
    for _ in range(5):
        power @= m
    print(m @ m, power)
    try:
        print([1][a])
    except:  # noqa: E722
        print("anything")
    first, second = [1], [1]
    print(id(first) == id(first), id(first) == id(second), first == second)
    try:
        input("name? ")
    except EOFError:
        print("no input")
