"""Loops over lists in `@unchecked` functions: sums, a running maximum, a bubble sort.  C twin: c/unchecked.c."""

from lib.system import uptime_ns
from rumpk import unchecked, w32

COUNT = 400


@unchecked
def bubble(items: list[int]) -> int:
    swaps = 0
    end = len(items)
    while end > 1:
        for i in range(1, end):
            if items[i - 1] > items[i]:
                items[i - 1], items[i] = items[i], items[i - 1]
                swaps += 1
        end -= 1
    return swaps


@unchecked
def prefix(items: list[int], out: list[int]) -> int:
    total = 0
    for i in range(len(items)):
        total += items[i] * (i + 1)
        out[i] = total
    return total


@unchecked
def collatz(limit: int) -> int:
    most = 0
    for start in range(1, limit):
        n, steps = start, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        most = max(most, steps)
    return most


def numbers() -> list[int]:
    state = w32(1)
    out: list[int] = []
    for _ in range(COUNT):
        state = state * 1664525 + 1013904223
        out.append(int(state))
    return out


def main() -> int:
    items = numbers()
    sums = [0] * COUNT
    start = uptime_ns()
    result = bubble(items) + collatz(3000)
    for _ in range(100):
        result += prefix(items, sums) % 1000 + sums[7] % 1000
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
