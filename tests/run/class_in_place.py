"""In-place and reflected operators of an inventory, fractions and polynomials."""

from __future__ import annotations
from typing import Optional

class Inv:
    def __init__(self) -> None:
        self.items: dict[str, int] = {}

    def __iadd__(self, item: tuple[str, int]) -> Inv:
        name, n = item
        self.items[name] = self.items.get(name, 0) + n
        return self

    def __isub__(self, name: str) -> Inv:
        self.items.pop(name, None)
        return self

    def __or__(self, other: Inv) -> Inv:
        out = Inv()
        out.items = {**self.items, **other.items}
        return out

    def __ior__(self, other: Inv) -> Inv:
        self.items.update(other.items)
        return self

    def __len__(self) -> int:
        return len(self.items)

class Frac:
    def __init__(self, n: int, d: int = 1) -> None:
        if d == 0:
            raise ZeroDivisionError(f"Frac({n}, 0)")
        if d < 0:
            n, d = -n, -d
        g = self._gcd(abs(n), d)
        self.n, self.d = n // g, d // g

    @staticmethod
    def _gcd(a: int, b: int) -> int:
        while b:
            a, b = b, a % b
        return a or 1

    def __add__(self, o: Frac | int) -> Frac:
        o = o if isinstance(o, Frac) else Frac(o)
        return Frac(self.n * o.d + o.n * self.d, self.d * o.d)

    __radd__ = __add__

    def __neg__(self) -> Frac:
        return Frac(-self.n, self.d)

    def __sub__(self, o: Frac | int) -> Frac:
        return self + (-o)

    def __rsub__(self, o: int) -> Frac:
        return Frac(o) - self

    def __mul__(self, o: Frac | int) -> Frac:
        if isinstance(o, int):
            o = Frac(o)
        return Frac(self.n * o.n, self.d * o.d)

    __rmul__ = __mul__

    def __truediv__(self, o: Frac | int) -> Frac:
        if isinstance(o, int):
            o = Frac(o)
        return Frac(self.n * o.d, self.d * o.n)

    def __rtruediv__(self, o: int) -> Frac:
        return Frac(o) / self

    def __eq__(self, o: object) -> bool:
        return isinstance(o, Frac) and (self.n, self.d) == (o.n, o.d)

    def __hash__(self) -> int:
        return hash((self.n, self.d))

    def __lt__(self, o: Frac) -> bool:
        return self.n * o.d < o.n * self.d

    def __le__(self, o: Frac) -> bool:
        return not o < self

    def __abs__(self) -> Frac:
        return Frac(abs(self.n), self.d)

    def __float__(self) -> float:
        return self.n / self.d

    def __bool__(self) -> bool:
        return self.n != 0

    def __str__(self) -> str:
        return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)

    def __repr__(self) -> str:
        return f"Frac({self.n}, {self.d})"

    def __pow__(self, e: int) -> Frac:
        return Frac(self.n ** e, self.d ** e) if e >= 0 else Frac(self.d ** -e, self.n ** -e)

class Poly:
    def __init__(self, *, coeffs: Optional[list[int]] = None) -> None:
        self.c = coeffs if coeffs is not None else [0]

    def __call__(self, x: int) -> int:
        acc = 0
        for k in reversed(self.c):
            acc = acc * x + k
        return acc

    def __getitem__(self, i: int) -> int:
        return self.c[i] if i < len(self.c) else 0

    def __setitem__(self, i: int, v: int) -> None:
        while len(self.c) <= i:
            self.c.append(0)
        self.c[i] = v

    def __mul__(self, o: Poly) -> Poly:
        out = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c):
                out[i + j] += a * b
        return Poly(coeffs=out)

    def __str__(self) -> str:
        terms = [f"{k}x^{i}" if i else str(k) for i, k in enumerate(self.c) if k]
        return " + ".join(terms) or "0"

def main() -> None:
    inv = Inv()
    inv += ("a", 2)
    inv += ("b", 1)
    inv += ("a", 3)
    inv -= "b"
    other = Inv()
    other += ("z", 9)
    print(inv.items, len(inv), (inv | other).items, bool(Inv()), bool(inv))
    inv |= other
    print(inv.items)
    h, t = Frac(1, 2), Frac(1, 3)
    print(h + t, h - t, h * t, h / t, 1 + h, 2 * t, 1 - h, 1 / h, -h, abs(Frac(-1, 2)), h ** 2, t ** -2)
    print(h < t, h <= h, h > t, h >= t, sorted([h, t, Frac(0)]), max(h, t), sum([h, t], Frac(0)), float(h))
    print({h: "half"}[Frac(2, 4)], Frac(3, -6), repr(Frac(4, 2)), f"{h}", bool(Frac(0)))
    x = h
    x += 1
    x *= t
    print(x, h)
    try:
        Frac(1, 0)
    except ZeroDivisionError as e:
        print(repr(e))
    try:
        h / 0
    except ZeroDivisionError as e:
        print(e)
    p = Poly(coeffs=[1, 2])
    p[3] = 4
    print(p, p(2), p[0], p[9], p * p, Poly())

if __name__ == "__main__":
    main()
