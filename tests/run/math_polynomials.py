"""Polynomials over integers and floats: arithmetic, division, gcd, derivative, roots, interpolation, parsing and printing, Sturm counts."""
from __future__ import annotations

import math
from collections.abc import Iterator


class Poly:
    """Coefficients from the constant upwards, without zeros at the end."""

    __slots__ = ("cs",)

    def __init__(self, *cs: float) -> None:
        trimmed = list(cs)
        while trimmed and trimmed[-1] == 0:
            trimmed.pop()
        self.cs = tuple(trimmed)

    @classmethod
    def of_roots(cls, *roots: float) -> Poly:
        out = cls(1.0)
        for root in roots:
            out *= cls(-root, 1.0)
        return out

    @property
    def degree(self) -> int:
        return len(self.cs) - 1

    def __call__(self, x: float) -> float:
        total = 0.0
        for c in reversed(self.cs):
            total = total * x + c
        return total

    def __iter__(self) -> Iterator[float]:
        return iter(self.cs)

    def __len__(self) -> int:
        return len(self.cs)

    def __getitem__(self, power: int) -> float:
        return self.cs[power] if 0 <= power < len(self.cs) else 0.0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Poly) and self.cs == other.cs

    def __hash__(self) -> int:
        return hash(self.cs)

    def __add__(self, other: Poly) -> Poly:
        return Poly(*[self[k] + other[k] for k in range(max(len(self), len(other)))])

    def __neg__(self) -> Poly:
        return Poly(*[-c for c in self])

    def __sub__(self, other: Poly) -> Poly:
        return self + -other

    def __mul__(self, other: Poly) -> Poly:
        out = [0.0] * max(len(self) + len(other) - 1, 0)
        for i, a in enumerate(self):
            for j, b in enumerate(other):
                out[i + j] += a * b
        return Poly(*out)

    def __rmul__(self, factor: float) -> Poly:
        return Poly(*[factor * c for c in self])

    def __pow__(self, n: int) -> Poly:
        out = Poly(1.0)
        for bit in f"{n:b}":
            out = out * out * (self if bit == "1" else Poly(1.0))
        return out

    def __divmod__(self, other: Poly) -> tuple[Poly, Poly]:
        if not len(other):
            raise ZeroDivisionError("polynomial division by zero")
        rest, quotient = list(self), [0.0] * max(len(self) - len(other) + 1, 0)
        while len(rest) >= len(other):
            factor = rest[-1] / other.cs[-1]
            shift = len(rest) - len(other)
            quotient[shift] = factor
            for k, c in enumerate(other):
                rest[shift + k] -= factor * c
            rest.pop()
        return Poly(*quotient), Poly(*[0.0 if abs(c) < 1e-12 else c for c in rest])

    def __floordiv__(self, other: Poly) -> Poly:
        return divmod(self, other)[0]

    def __mod__(self, other: Poly) -> Poly:
        return divmod(self, other)[1]

    def derivative(self) -> Poly:
        return Poly(*[k * c for k, c in enumerate(self) if k])

    def integral(self, constant: float = 0.0) -> Poly:
        return Poly(constant, *[c / (k + 1) for k, c in enumerate(self)])

    def __str__(self) -> str:
        terms = ""
        for power in range(self.degree, -1, -1):
            c = self[power]
            if not c:
                continue
            size = "" if abs(c) == 1 and power else f"{abs(c):g}"
            sign = ("-" if c < 0 else "") if not terms else (" - " if c < 0 else " + ")
            terms += sign + size + {0: "", 1: "x"}.get(power, f"x^{power}")
        return terms or "0"

    @staticmethod
    def parse(text: str) -> Poly:
        total = Poly()
        for term in text.replace(" ", "").replace("-", "+-").split("+"):
            if term:
                head, x, power = term.partition("x")
                size = float(head + "1" if head in ("", "-") else head.rstrip("*"))
                total += Poly(*[0.0] * (int(power[1:] or 1) if x else 0), size)
        return total


def gcd(a: Poly, b: Poly) -> Poly:
    while len(b):
        a, b = b, a % b
    return 1 / a.cs[-1] * a if len(a) else a


def interpolate(points: list[tuple[float, float]]) -> Poly:
    out = Poly()
    for i, (x, y) in enumerate(points):
        base = Poly.of_roots(*[p for k, (p, _) in enumerate(points) if k != i])
        out += y / base(x) * base
    return out


def roots(p: Poly) -> list[float]:
    """The real ones, between the extremes, by bisection."""
    if p.degree < 1:
        return []
    bound = 1 + max(abs(c / p.cs[-1]) for c in p)
    edges = [-bound, *roots(p.derivative()), bound]
    found: list[float] = []
    for low, high in zip(edges, edges[1:]):
        if abs(p(low)) < 1e-10:
            found.append(low)
        elif p(low) * p(high) < 0:
            for _ in range(80):
                middle = (low + high) / 2
                low, high = (middle, high) if p(low) * p(middle) > 0 else (low, middle)
            found.append((low + high) / 2)
    return found


def sturm(p: Poly, low: float, high: float) -> int:
    chain = [p, p.derivative()]
    while len(chain[-1]):
        chain.append(-(chain[-2] % chain[-1]))

    def changes(x: float) -> int:
        signs = [math.copysign(1.0, v) for v in (q(x) for q in chain[:-1]) if v]
        return sum(a != b for a, b in zip(signs, signs[1:]))

    return changes(low) - changes(high)


def main() -> None:
    p, q = Poly.parse("x^3 - 6x^2 + 11x - 6"), Poly.parse("x - 2")
    print(p, "|", q, "|", p + q, "|", p * q, "|", p // q, "|", p % Poly.parse("x^2+1"), "|", -p, "|", Poly(), "|", 2.5 * q, "|", q ** 3)
    print(p.derivative(), "|", p.integral(1.0), "|", p(4.0), len(p), p.degree, p[1], p[9], list(q), hash(q) == hash(Poly(-2.0, 1.0, 0.0)), q == Poly(-2.0, 1.0))
    print(gcd(p, Poly.of_roots(2.0, 3.0, 7.0)), "|", gcd(p, Poly(1.0)), "|", interpolate([(0.0, 1.0), (1.0, 3.0), (2.0, 9.0)]))
    print([f"{r:.6f}" for r in roots(p)], [f"{r:.6f}" for r in roots(Poly.parse("x^4-2"))], roots(Poly(1.0)), sturm(p, 0.0, 2.5), sturm(p, -9.0, 9.0))
    try:
        divmod(p, Poly(0.0))
    except ZeroDivisionError as error:
        print(error)
