"""A complex class of its own, FFT and its inverse, convolution, filters, number-theoretic transform for exact products of big numbers."""
from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Complex:
    re: float
    im: float = 0.0

    def __add__(self, other: Complex) -> Complex:
        return Complex(self.re + other.re, self.im + other.im)

    def __sub__(self, other: Complex) -> Complex:
        return Complex(self.re - other.re, self.im - other.im)

    def __mul__(self, other: Complex | float) -> Complex:
        if isinstance(other, Complex):
            return Complex(self.re * other.re - self.im * other.im, self.re * other.im + self.im * other.re)
        return Complex(self.re * other, self.im * other)

    __rmul__ = __mul__

    def __truediv__(self, other: Complex) -> Complex:
        size = other.re * other.re + other.im * other.im
        return self * other.conjugate() * (1 / size)

    def __abs__(self) -> float:
        return math.hypot(self.re, self.im)

    def __pow__(self, n: int) -> Complex:
        out = Complex(1.0)
        for _ in range(abs(n)):
            out = out * self
        return Complex(1.0) / out if n < 0 else out

    def conjugate(self) -> Complex:
        return Complex(self.re, -self.im)

    @staticmethod
    def turn(fraction: float) -> Complex:
        return Complex(math.cos(math.tau * fraction), math.sin(math.tau * fraction))

    def __str__(self) -> str:
        return f"{self.re:.3g}{self.im:+.3g}i"


def fft(xs: Sequence[Complex], sign: int = -1) -> list[Complex]:
    n = len(xs)
    if n == 1:
        return list(xs)
    if n % 2:
        raise ValueError(f"{n} is odd")
    even, odd = fft(xs[::2], sign), fft(xs[1::2], sign)
    turned = [Complex.turn(sign * k / n) * odd[k] for k in range(n // 2)]
    return [a + b for a, b in zip(even, turned)] + [a - b for a, b in zip(even, turned)]


def inverse(xs: Sequence[Complex]) -> list[float]:
    return [x.re / len(xs) for x in fft(xs, 1)]


def convolve(a: list[float], b: list[float]) -> list[float]:
    size = 1 << (len(a) + len(b) - 2).bit_length()
    fa = fft([Complex(v) for v in a + [0.0] * (size - len(a))])
    fb = fft([Complex(v) for v in b + [0.0] * (size - len(b))])
    return inverse([x * y for x, y in zip(fa, fb)])[:len(a) + len(b) - 1]


MODULUS, ROOT = 998244353, 3


def ntt(xs: list[int], invert: bool = False) -> list[int]:
    n = len(xs)
    out = xs[:]
    j = 0
    for i in range(1, n):
        bit = n >> 1
        while j & bit:
            j ^= bit
            bit >>= 1
        j |= bit
        if i < j:
            out[i], out[j] = out[j], out[i]
    length = 2
    while length <= n:
        w = pow(ROOT, (MODULUS - 1) // length, MODULUS)
        if invert:
            w = pow(w, MODULUS - 2, MODULUS)
        for start in range(0, n, length):
            factor = 1
            for k in range(start, start + length // 2):
                low, high = out[k], out[k + length // 2] * factor % MODULUS
                out[k], out[k + length // 2] = (low + high) % MODULUS, (low - high) % MODULUS
                factor = factor * w % MODULUS
        length *= 2
    if invert:
        scale = pow(n, -1, MODULUS)
        out = [v * scale % MODULUS for v in out]
    return out


def multiply(a: str, b: str) -> str:
    size = 1 << (len(a) + len(b)).bit_length()
    digits = [ntt([int(d) for d in reversed(n)] + [0] * (size - len(n))) for n in (a, b)]
    carry, out = 0, ""
    for value in ntt([x * y % MODULUS for x, y in zip(*digits)], invert=True):
        carry, digit = divmod(carry + value, 10)
        out = str(digit) + out
    return out.lstrip("0") or "0"


def main() -> None:
    signal = [math.sin(math.tau * 3 * k / 16) + 0.5 * math.cos(math.tau * 5 * k / 16) for k in range(16)]
    spectrum = fft([Complex(v) for v in signal])
    print([round(abs(c), 6) + 0.0 for c in spectrum[:9]])
    print(max(abs(a - b) for a, b in zip(inverse(spectrum), signal)) < 1e-12, spectrum[3].re ** 2 < 1e-20, round(spectrum[3].im, 9))
    low_pass = [c if k < 4 or k > 12 else Complex(0.0) for k, c in enumerate(spectrum)]
    print([f"{v:.3f}" for v in inverse(low_pass)][:6])
    print([round(v, 9) for v in convolve([1.0, 2.0, 3.0], [0.0, 1.0, 0.5])])
    print(multiply("123456789012345678901234567890", "987654321098765432109876543210"), multiply("0", "99"), multiply("9" * 20, "9" * 20))
    z = Complex(3.0, -4.0)
    print(z, abs(z), z * z, z / z, z ** -1, 2.0 * z, z * 0.5, Complex.turn(0.25), z == Complex(3.0, -4.0), z.conjugate())
    try:
        fft([Complex(1.0)] * 6)
    except ValueError as error:
        print(error)
