"""Hoare's quicksort over 50,000 integers, written out.  C twin: c/quicksort.c."""

from lib.system import uptime_ns
from rumpk import w32

COUNT = 50_000


def sort(items: list[int], low: int, high: int) -> None:
    while low < high:
        pivot = items[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        if j - low < high - i:                  # the smaller part first: the stack stays shallow
            sort(items, low, j)
            low = i
        else:
            sort(items, i, high)
            high = j


def numbers() -> list[int]:
    state = w32(1)
    out: list[int] = []
    for _ in range(COUNT):
        state = state * 1664525 + 1013904223
        out.append(int(state))
    return out


def work(items: list[int]) -> int:
    sort(items, 0, len(items) - 1)
    total = 0
    for i in range(0, COUNT, 1000):
        total = total * 31 % 1_000_000_007 + items[i]
    return total


def main() -> int:
    items = numbers()
    start = uptime_ns()
    result = work(items)
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
