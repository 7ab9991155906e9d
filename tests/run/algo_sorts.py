"""Sorting algorithms on the same data, generic over comparable items."""
from collections.abc import Callable
from random import Random


def bubble(xs: list[int]) -> None:
    for end in range(len(xs) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if xs[i] > xs[i + 1]:
                xs[i], xs[i + 1] = xs[i + 1], xs[i]
                swapped = True
        if not swapped:
            return


def insertion(xs: list[int]) -> None:
    for i in range(1, len(xs)):
        x, j = xs[i], i
        while j > 0 and xs[j - 1] > x:
            xs[j] = xs[j - 1]
            j -= 1
        xs[j] = x


def quick(xs: list[int], low: int = 0, high: int | None = None) -> None:
    if high is None:
        high = len(xs) - 1
    if low >= high:
        return
    pivot, i, j = xs[(low + high) // 2], low, high
    while i <= j:
        while xs[i] < pivot:
            i += 1
        while xs[j] > pivot:
            j -= 1
        if i <= j:
            xs[i], xs[j] = xs[j], xs[i]
            i, j = i + 1, j - 1
    quick(xs, low, j)
    quick(xs, i, high)


def merge(xs: list[int]) -> None:
    if len(xs) < 2:
        return
    middle = len(xs) // 2
    left, right = xs[:middle], xs[middle:]
    merge(left)
    merge(right)
    i = j = 0
    for k in range(len(xs)):
        if j >= len(right) or i < len(left) and left[i] <= right[j]:
            xs[k] = left[i]
            i += 1
        else:
            xs[k] = right[j]
            j += 1


def heap(xs: list[int]) -> None:
    def sift(root: int, end: int) -> None:
        while (child := 2 * root + 1) < end:
            if child + 1 < end and xs[child] < xs[child + 1]:
                child += 1
            if xs[root] >= xs[child]:
                return
            xs[root], xs[child] = xs[child], xs[root]
            root = child

    for start in range(len(xs) // 2 - 1, -1, -1):
        sift(start, len(xs))
    for end in range(len(xs) - 1, 0, -1):
        xs[0], xs[end] = xs[end], xs[0]
        sift(0, end)


def shell(xs: list[int]) -> None:
    gap = len(xs) // 2
    while gap:
        for i in range(gap, len(xs)):
            x = xs[i]
            while i >= gap and xs[i - gap] > x:
                xs[i] = xs[i - gap]
                i -= gap
            xs[i] = x
        gap //= 2


def radix(xs: list[int]) -> None:
    shift = 0
    while any(x >> shift for x in xs):
        buckets: list[list[int]] = [[] for _ in range(16)]
        for x in xs:
            buckets[x >> shift & 15].append(x)
        xs[:] = [x for bucket in buckets for x in bucket]
        shift += 4


SORTS: dict[str, Callable[[list[int]], None]] = {
    "bubble": bubble, "insertion": insertion, "quick": lambda xs: quick(xs), "merge": merge, "heap": heap, "shell": shell, "radix": radix}


def main() -> None:
    random = Random(7)
    data = [random.randrange(1000) for _ in range(60)]
    wanted = sorted(data)
    for name, sort in SORTS.items():
        for case in (data, [], [1], [2, 1], list(range(20)), list(range(20, 0, -1)), [5] * 9):
            xs = list(case)
            sort(xs)
            assert xs == sorted(case), name
        xs = list(data)
        sort(xs)
        print(f"{name:<10}", xs == wanted, xs[:6], xs[-1])
