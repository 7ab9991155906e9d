"""Number theory: Miller-Rabin, Pollard rho, CRT, primitive roots, discrete logs, Möbius, continued fractions, Pell, partitions, perfect numbers."""
from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache, reduce
from itertools import count, islice, takewhile


def is_prime(n: int) -> bool:
    if n < 2 or n % 2 == 0:
        return n == 2
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7):
        if a % n == 0:
            continue
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def rho(n: int) -> int:
    if n % 2 == 0:
        return 2
    for c in count(1):
        x = y = 2
        d = 1
        while d == 1:
            x = (x * x + c) % n
            y = (y * y + c) % n
            y = (y * y + c) % n
            d = math.gcd(abs(x - y), n)
        if d != n:
            return d
    raise AssertionError


def factors(n: int) -> Counter[int]:
    if n == 1:
        return Counter()
    if is_prime(n):
        return Counter([n])
    d = rho(n)
    return factors(d) + factors(n // d)


def divisors(n: int) -> list[int]:
    out = [1]
    for p, e in factors(n).items():
        out = [d * p ** k for d in out for k in range(e + 1)]
    return sorted(out)


def totient(n: int) -> int:
    return reduce(lambda acc, p: acc // p * (p - 1), factors(n), n)


def moebius(n: int) -> int:
    exponents = factors(n).values()
    return 0 if any(e > 1 for e in exponents) else (-1) ** len(exponents)


def egcd(a: int, b: int) -> tuple[int, int, int]:
    if not b:
        return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - a // b * y


def crt(pairs: list[tuple[int, int]]) -> tuple[int, int] | None:
    r, m = 0, 1
    for a, n in pairs:
        g, p, _ = egcd(m, n)
        if (a - r) % g:
            return None
        r, m = (r + m * ((a - r) // g * p % (n // g))) % (m // g * n), m // g * n
    return r, m


def primitive_root(p: int) -> int:
    order = factors(p - 1)
    return next(g for g in range(2, p) if all(pow(g, (p - 1) // q, p) != 1 for q in order))


def discrete_log(g: int, h: int, p: int) -> int | None:
    m = math.isqrt(p) + 1
    table = {pow(g, j, p): j for j in range(m)}
    step = pow(g, -m, p)
    for i in range(m):
        if h in table:
            return i * m + table[h]
        h = h * step % p
    return None


def continued(n: int) -> Iterator[int]:
    """The continued fraction of the root of n."""
    root = math.isqrt(n)
    m, d, a = 0, 1, root
    while True:
        yield a
        if d == 0 or root * root == n:
            return
        m = d * a - m
        d = (n - m * m) // d
        a = (root + m) // d


def pell(n: int) -> tuple[int, int]:
    p0, p1, q0, q1 = 0, 1, 1, 0
    for a in continued(n):
        p0, p1, q0, q1 = p1, a * p1 + p0, q1, a * q1 + q0
        if p1 * p1 - n * q1 * q1 == 1:
            break
    return p1, q1


@lru_cache(maxsize=None)
def partitions(n: int, largest: int) -> int:
    return 1 if n == 0 else sum(partitions(n - k, k) for k in range(1, min(n, largest) + 1))


def collatz(n: int) -> Iterator[int]:
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


def main() -> None:
    print([n for n in range(60) if is_prime(n)], is_prime(2147483647), is_prime(3215031751 // 7), is_prime(561))
    for n in (1, 97, 360, 1001, 600851475, 10 ** 9 + 6):
        print(n, dict(sorted(factors(n).items())), len(divisors(n)), totient(n), moebius(n))
    print(divisors(28), [n for n in range(2, 500) if sum(divisors(n)) == 2 * n], egcd(240, 46), math.lcm(4, 6, 10), math.gcd(0, 5), pow(3, -1, 11))
    print(crt([(2, 3), (3, 5), (2, 7)]), crt([(1, 4), (3, 6)]), crt([(1, 4), (2, 6)]), primitive_root(23), discrete_log(5, 3, 23), discrete_log(4, 5, 23))
    print([list(islice(continued(n), 6)) for n in (2, 7, 9, 23)], [pell(n) for n in (2, 7, 61 // 2)], partitions(50, 50), partitions(5, 2))
    print(list(collatz(6)), max(range(1, 100), key=lambda n: sum(1 for _ in collatz(n))), list(takewhile(lambda x: x < 40, (n * n for n in count(1) if n % 2))))
    try:
        pow(2, -1, 4)
    except ValueError as error:
        print(error)
