"""Primes up to 200,000, several times.  C twin: c/sieve.c."""

from apps.primes import sieve
from lib.system import uptime_ns

LIMIT = 200_000
ROUNDS = 5


def work() -> int:
    total = 0
    for _ in range(ROUNDS):
        for prime in sieve(LIMIT):
            if prime:
                total += 1
    return total


def main() -> int:
    start = uptime_ns()
    result = work()
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
