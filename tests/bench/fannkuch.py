"""Pancake flips over all permutations of 8.  C twin: c/fannkuch.c."""

from lib.system import uptime_ns

SIZE = 8


def flips_of(permutation: list[int], work: list[int]) -> int:
    """How many prefix reversals bring 0 to the front."""
    for i in range(SIZE):
        work[i] = permutation[i]
    flips = 0
    first = work[0]
    while first != 0:
        low, high = 0, first
        while low < high:
            work[low], work[high] = work[high], work[low]
            low += 1
            high -= 1
        flips += 1
        first = work[0]
    return flips


def fannkuch() -> int:
    permutation = list(range(SIZE))
    scratch = [0] * SIZE
    counts = [0] * SIZE
    most, checksum, sign, left = 0, 0, 1, SIZE
    while True:
        while left != 1:
            counts[left - 1] = left
            left -= 1
        flips = flips_of(permutation, scratch)
        if flips > most:
            most = flips
        checksum += sign * flips
        sign = -sign
        while True:
            if left == SIZE:
                return checksum * 100 + most
            first = permutation[0]
            for i in range(left):
                permutation[i] = permutation[i + 1]
            permutation[left] = first
            counts[left] -= 1
            if counts[left] > 0:
                break
            left += 1


def main() -> int:
    start = uptime_ns()
    result = fannkuch()
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
