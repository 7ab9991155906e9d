"""Operators whose parameter is a float, called with ints, where nothing else asks for the other reading."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Vec:
    x: float
    y: float

    def __add__(self, o: "Vec") -> "Vec":
        return Vec(self.x + o.x, self.y + o.y)

    def __mul__(self, k: float) -> "Vec":
        return Vec(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __truediv__(self, k: float) -> "Vec":
        return Vec(self.x / k, self.y / k)


def run_vecs() -> None:
    v = Vec(1.0, 2.5)
    print(v * 2, 3 * v, v / 2, v + v * 0.5, sum([v.x, v.y]))


def main() -> None:
    run_vecs()


if __name__ == "__main__":
    main()
