"""Primes by the sieve of Eratosthenes: the first ones as a table, then what is known of a larger range."""

from typing import Final

LIMIT: Final = 100_000
SHOWN: Final = 100
PER_LINE: Final = 10


def sieve(limit: int) -> list[bool]:
    """For every number up to `limit`, whether it is prime."""
    prime = [True] * (limit + 1)
    prime[0] = False
    prime[1] = False
    n = 2
    while n * n <= limit:
        if prime[n]:
            for multiple in range(n * n, limit + 1, n):
                prime[multiple] = False
        n += 1
    return prime


def show(primes: list[int]) -> None:
    """The primes in columns."""
    for start in range(0, len(primes), PER_LINE):
        print(" ".join([f"{p:3d}" for p in primes[start:start + PER_LINE]]))


def longest_gap(primes: list[int]) -> tuple[int, int]:
    """The first pair of neighbours that are furthest apart."""
    best = (primes[0], primes[1])
    for i in range(1, len(primes)):
        if primes[i] - primes[i - 1] > best[1] - best[0]:
            best = (primes[i - 1], primes[i])
    return best


def count_twins(primes: list[int]) -> int:
    """Pairs of primes with a difference of two."""
    twins = 0
    for i in range(1, len(primes)):
        if primes[i] - primes[i - 1] == 2:
            twins += 1
    return twins


def main() -> int:
    table = sieve(LIMIT)
    primes = [n for n in range(LIMIT + 1) if table[n]]
    print(f"primes below {SHOWN}:")
    show([p for p in primes if p < SHOWN])
    low, high = longest_gap(primes)
    print(f"below {LIMIT:,}: {len(primes):,} primes, {count_twins(primes):,} pairs of twins")
    print(f"the largest is {primes[-1]:,}; the longest gap is {high - low}, from {low:,} to {high:,}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
