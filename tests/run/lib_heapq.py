"""heapq: the layout of the list after every call, orders of equal items, keys, errors."""

import heapq
from dataclasses import dataclass
from heapq import heapify, heappop, heappush, nlargest, nsmallest


@dataclass(order=True)
class Job:
    priority: int
    name: str


class Only:
    """Has `<` and nothing else."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __lt__(self, other: "Only") -> bool:
        return self.value < other.value


def second(pair: tuple[int, str]) -> str:
    return pair[1]


def length(word: str) -> int:
    return len(word)


def main() -> None:
    seed = 12345
    heap: list[int] = []
    for _ in range(40):
        seed = (seed * 1103515245 + 12345) % 2147483648
        heappush(heap, seed % 100)
        print(heap)
    print([heappop(heap) for _ in range(10)], heap)
    print(heapq.heapreplace(heap, 5), heapq.heappushpop(heap, 1), heapq.heappushpop(heap, 77), heap)
    numbers = [(seed * k) % 1009 for k in range(60)]
    heapify(numbers)
    print(numbers)
    print(nlargest(3, numbers), nsmallest(4, numbers), nlargest(0, numbers), nsmallest(-1, numbers))
    words = ["pear", "fig", "apple", "kiwi", "plum", "date"]
    print(nlargest(2, words, key=length), nsmallest(3, words, key=length), nsmallest(2, words, key=None))
    print(nlargest(2, {3: "a", 9: "b"}), nsmallest(1, (4, 2)), nlargest(2, "hello"))
    pairs = [(1, "z"), (2, "a"), (0, "m")]
    print(nsmallest(2, pairs, key=second), nlargest(1, pairs, second))
    jobs: list[Job] = []
    for k, name in enumerate(["write", "test", "ship", "rest"]):
        heappush(jobs, Job(k * 3 % 4, name))
    while jobs:
        print(heappop(jobs))
    only = [Only(k * 7 % 10) for k in range(10)]
    heapify(only)
    print([heappop(only).value for _ in range(10)])
    floats = [2.5, -1.0, 0.0, 9.75]
    heapify(floats)
    print(floats)
    empty: list[int] = []
    for attempt in range(2):
        try:
            if attempt == 0:
                heappop(empty)
            else:
                heapq.heapreplace(empty, 1)
        except IndexError as error:
            print("IndexError", error)
    print(heapq.heappushpop(empty, 3), empty)


if __name__ == "__main__":
    main()
