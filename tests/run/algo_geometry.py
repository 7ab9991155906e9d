"""Plane geometry: points as a value class, hulls, closest pair, segment intersections, polygon area and clipping, circles."""
from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cmp_to_key, total_ordering
from itertools import combinations
from typing import Iterable, Optional, Sequence


@total_ordering
@dataclass(frozen=True)
class Vec:
    x: float
    y: float

    def __add__(self, other: Vec) -> Vec:
        return Vec(self.x + other.x, self.y + other.y)

    def __sub__(self, other: Vec) -> Vec:
        return Vec(self.x - other.x, self.y - other.y)

    def __neg__(self) -> Vec:
        return Vec(-self.x, -self.y)

    def dot(self, other: Vec) -> float:
        return self.x * other.x + self.y * other.y

    def __mul__(self, factor: float) -> Vec:
        return Vec(self.x * factor, self.y * factor)

    def __rmul__(self, factor: float) -> Vec:
        return Vec(self.x * factor, self.y * factor)

    def __matmul__(self, other: Vec) -> float:
        return self.x * other.y - self.y * other.x

    def __abs__(self) -> float:
        return math.hypot(self.x, self.y)

    def __lt__(self, other: Vec) -> bool:
        return (self.x, self.y) < (other.x, other.y)

    def __bool__(self) -> bool:
        return self.x != 0 or self.y != 0

    def __format__(self, spec: str) -> str:
        return f"({self.x:{spec}}, {self.y:{spec}})"


def turn(a: Vec, b: Vec, c: Vec) -> float:
    return (b - a) @ (c - a)


def hull(points: Iterable[Vec]) -> list[Vec]:
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered

    def half(run: Iterable[Vec]) -> list[Vec]:
        out: list[Vec] = []
        for p in run:
            while len(out) > 1 and turn(out[-2], out[-1], p) <= 0:
                out.pop()
            out.append(p)
        return out[:-1]

    return half(ordered) + half(reversed(ordered))


def around(centre: Vec, points: list[Vec]) -> list[Vec]:
    def compare(a: Vec, b: Vec) -> int:
        upper_a, upper_b = (a - centre).y >= 0, (b - centre).y >= 0
        if upper_a != upper_b:
            return -1 if upper_a else 1
        cross = (a - centre) @ (b - centre)
        return -1 if cross > 0 else int(cross < 0)

    return sorted(points, key=cmp_to_key(compare))


def area(polygon: Sequence[Vec]) -> float:
    return sum(polygon[i - 1] @ polygon[i] for i in range(len(polygon))) / 2


def inside(polygon: Sequence[Vec], p: Vec) -> bool:
    hit = False
    for a, b in zip(polygon, [*polygon[1:], polygon[0]]):
        if (a.y > p.y) != (b.y > p.y) and p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x:
            hit = not hit
    return hit


def crossing(a: Vec, b: Vec, c: Vec, d: Vec) -> Optional[Vec]:
    r, s = b - a, d - c
    if (bottom := r @ s) == 0:
        return None
    t, u = (c - a) @ s / bottom, (c - a) @ r / bottom
    return a + r * t if 0 <= t <= 1 and 0 <= u <= 1 else None


def clip(subject: list[Vec], window: list[Vec]) -> list[Vec]:
    out = subject
    for a, b in zip(window, window[1:] + window[:1]):
        source, out = out, []
        for p, q in zip(source, source[1:] + source[:1]):
            p_in, q_in = turn(a, b, p) >= 0, turn(a, b, q) >= 0
            if p_in:
                out.append(p)
            if p_in != q_in:
                t = turn(a, b, p) / (turn(a, b, p) - turn(a, b, q))
                out.append(p + (q - p) * t)
    return out


def closest(points: list[Vec]) -> tuple[float, Vec, Vec]:
    ordered = sorted(points)

    def solve(low: int, high: int) -> tuple[float, Vec, Vec]:
        if high - low <= 3:
            return min(((abs(a - b), a, b) for a, b in combinations(ordered[low:high], 2)), key=lambda t: t[0])
        middle = (low + high) // 2
        best = min(solve(low, middle), solve(middle, high), key=lambda t: t[0])
        strip = sorted((p for p in ordered[low:high] if abs(p.x - ordered[middle].x) < best[0]), key=lambda p: p.y)
        for i, a in enumerate(strip):
            for b in strip[i + 1:i + 8]:
                if abs(a - b) < best[0]:
                    best = abs(a - b), a, b
        return best

    return solve(0, len(ordered))


@dataclass(frozen=True)
class Circle:
    centre: Vec
    radius: float

    @classmethod
    def through(cls, a: Vec, b: Vec, c: Vec) -> Circle:
        d = 2 * turn(a, b, c)
        if d == 0:
            raise ValueError("the points lie on a line")
        ab, ac = b - a, c - a
        centre = Vec((ac.y * ab.dot(ab) - ab.y * ac.dot(ac)) / d, (ab.x * ac.dot(ac) - ac.x * ab.dot(ab)) / d) + a
        return cls(centre, abs(centre - a))

    def __contains__(self, p: Vec) -> bool:
        return abs(p - self.centre) <= self.radius + 1e-9


def main() -> None:
    points = [Vec(float(n * 7 % 11), float(n * 5 % 13)) for n in range(20)]
    outline = hull(points)
    print(" ".join(f"{p:g}" for p in outline), area(outline), area(outline[::-1]))
    print(closest(points)[0], f"{closest(points)[1]:.0f}", hull([Vec(1.0, 1.0)] * 3))
    square = [Vec(0.0, 0.0), Vec(4.0, 0.0), Vec(4.0, 4.0), Vec(0.0, 4.0)]
    print(inside(square, Vec(1.0, 3.9)), inside(square, Vec(-1.0, 2.0)), around(Vec(2.0, 2.0), square))
    triangle = [Vec(2.0, -1.0), Vec(6.0, 3.0), Vec(1.0, 5.0)]
    clipped = clip(triangle, square)
    print(len(clipped), f"{area(clipped):.6f}", *(f"{p:.3f}" for p in clipped))
    print(crossing(Vec(0.0, 0.0), Vec(2.0, 2.0), Vec(0.0, 2.0), Vec(2.0, 0.0)), crossing(Vec(0.0, 0.0), Vec(1.0, 1.0), Vec(1.0, 0.0), Vec(2.0, 1.0)))
    circle = Circle.through(Vec(1.0, 0.0), Vec(0.0, 1.0), Vec(-1.0, 0.0))
    print(circle, Vec(0.0, -1.0) in circle, Vec(1.0, 1.0) in circle)
    try:
        Circle.through(square[0], square[1], Vec(9.0, 0.0))
    except ValueError as error:
        print(error)
    a, b = Vec(3.0, 4.0), Vec(-1.0, 2.0)
    print(a.dot(b), a * 2.0, 0.5 * a, abs(a), -b, a @ b, a > b, max(a, b) >= a, bool(Vec(0.0, 0.0)), f"{a:5.1f}|{a}")
