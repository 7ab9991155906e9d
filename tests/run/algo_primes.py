"""Primes, factors, gcd, modular arithmetic."""
from collections import Counter
from collections.abc import Iterator
from math import gcd, isqrt


def sieve(limit: int) -> list[int]:
    flags = bytearray([1]) * (limit + 1)
    flags[0:2] = b"\x00\x00"
    for n in range(2, isqrt(limit) + 1):
        if flags[n]:
            flags[n * n::n] = bytes(len(range(n * n, limit + 1, n)))
    return [n for n, flag in enumerate(flags) if flag]


def factors(n: int) -> Iterator[int]:
    divisor = 2
    while divisor * divisor <= n:
        while n % divisor == 0:
            yield divisor
            n //= divisor
        divisor += 1 if divisor == 2 else 2
    if n > 1:
        yield n


def is_prime(n: int) -> bool:
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7):
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


def totient(n: int) -> int:
    result = n
    for p in set(factors(n)):
        result -= result // p
    return result


def egcd(a: int, b: int) -> tuple[int, int, int]:
    if b == 0:
        return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - a // b * y


def main() -> None:
    primes = sieve(200)
    print(len(primes), primes[:10], primes[-3:])
    for n in (1, 2, 97, 360, 1001, 65536, 999983 * 7):
        parts = Counter(factors(n))
        print(n, " * ".join(f"{p}^{k}" if k > 1 else str(p) for p, k in parts.items()) or "1", totient(n))
    print([n for n in range(990, 1030) if is_prime(n)], is_prime(2147483647), is_prime(2147483649))
    print(egcd(240, 46), pow(3, -1, 11), gcd(84, 36, 120), [pow(7, e, 13) for e in range(12)])
    print([(a, b, c) for a in range(1, 20) for b in range(a, 20) for c in range(b, 30) if a * a + b * b == c * c and gcd(a, b) == 1])
    perfect = [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n]
    print(perfect)
