"""Ordinary differential equations: Euler, midpoint, RK4 and adaptive Dormand-Prince over vectors; energy, events, a Lorenz track."""
from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

Vector = list[float]
Field = Callable[[float, Vector], Vector]
Step = Callable[[Field, float, Vector, float], Vector]


def axpy(a: float, x: Vector, y: Vector) -> Vector:
    return [a * p + q for p, q in zip(x, y, strict=True)]


def euler(f: Field, t: float, y: Vector, h: float) -> Vector:
    return axpy(h, f(t, y), y)


def midpoint(f: Field, t: float, y: Vector, h: float) -> Vector:
    return axpy(h, f(t + h / 2, axpy(h / 2, f(t, y), y)), y)


def rk4(f: Field, t: float, y: Vector, h: float) -> Vector:
    k1 = f(t, y)
    k2 = f(t + h / 2, axpy(h / 2, k1, y))
    k3 = f(t + h / 2, axpy(h / 2, k2, y))
    k4 = f(t + h, axpy(h, k3, y))
    return [v + h / 6 * (a + 2 * b + 2 * c + d) for v, a, b, c, d in zip(y, k1, k2, k3, k4)]


A = [[], [1 / 5], [3 / 40, 9 / 40], [44 / 45, -56 / 15, 32 / 9], [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
     [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656], [35 / 384, 0.0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84]]
LOW = [5179 / 57600, 0.0, 7571 / 16695, 393 / 640, -92097 / 339200, 187 / 2100, 1 / 40]
TIMES = [0.0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1.0, 1.0]


class Sample(NamedTuple):
    t: float
    y: Vector
    h: float
    rejected: int


def adaptive(f: Field, y: Vector, t: float, end: float, tolerance: float) -> Iterator[Sample]:
    h, rejected = (end - t) / 10, 0
    while t < end:
        h = min(h, end - t)
        ks: list[Vector] = []
        for c, row in zip(TIMES, A):
            at = y
            for a, k in zip(row, ks):
                at = axpy(h * a, k, at)
            ks.append(f(t + c * h, at))
        high, low = y, y
        for a, k in zip(A[6], ks):
            high = axpy(h * a, k, high)
        for b, k in zip(LOW, ks):
            low = axpy(h * b, k, low)
        error = max(abs(p - q) for p, q in zip(high, low))
        if error <= tolerance:
            t, y = t + h, high
            yield Sample(t, y, h, rejected)
            rejected = 0
        else:
            rejected += 1
        h *= min(4.0, max(0.2, 0.9 * (tolerance / error) ** 0.2 if error else 4.0))


def pendulum(t: float, y: Vector) -> Vector:
    angle, speed = y
    return [speed, -math.sin(angle)]


def lorenz(t: float, y: Vector) -> Vector:
    x, v, z = y
    return [10.0 * (v - x), x * (28.0 - z) - v, x * v - 8 / 3 * z]


def bounces(height: float, keep: float) -> Iterator[tuple[float, float]]:
    t, y, h = 0.0, [height, 0.0], 0.01
    while t < 3.0:
        new = rk4(lambda _, s: [s[1], -9.81], t, y, h)
        if new[0] < 0:
            low, high = 0.0, h
            for _ in range(40):
                middle = (low + high) / 2
                if rk4(lambda _, s: [s[1], -9.81], t, y, middle)[0] < 0:
                    high = middle
                else:
                    low = middle
            speed = rk4(lambda _, s: [s[1], -9.81], t, y, low)[1]
            yield t + low, -speed * keep
            new, t = [0.0, -speed * keep], t + low - h
        y, t = new, t + h


def main() -> None:
    steps: dict[str, Step] = {"euler": euler, "midpoint": midpoint, "rk4": rk4}
    for name, step in steps.items():
        errors = []
        for n in (10, 20):
            y, h = [1.0], 1.0 / n
            for k in range(n):
                y = step(lambda t, v: [-2.0 * t * v[0]], k * h, y, h)
            errors.append(abs(y[0] - math.exp(-1)))
        print(f"{name:9}{errors[0]:.2e} {errors[1]:.2e} order {math.log2(errors[0] / errors[1]):.1f}")
    samples = list(adaptive(pendulum, [2.0, 0.0], 0.0, 10.0, 1e-6))
    energies = [v * v / 2 - math.cos(a) for _, (a, v), _, _ in samples]
    print(len(samples), f"{samples[-1].y[0]:.4f}", max(energies) - min(energies) < 1e-3, sum(s.rejected for s in samples) < 10, samples[-1].t == 10.0)
    print([f"{t:.4f}/{v:.3f}" for t, v in bounces(2.0, 0.7)][:5])
    y = [1.0, 1.0, 1.0]
    for k in range(200):
        y = rk4(lorenz, 0.0, y, 0.01)
    print(" ".join(f"{v:.6f}" for v in y))
    try:
        axpy(1.0, [1.0], [])
    except ValueError as error:
        print(error)
