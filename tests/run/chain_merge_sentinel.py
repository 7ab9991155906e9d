"""chain.from_iterable, heapq.merge."""

import heapq
import itertools
from itertools import chain
from heapq import merge


def main() -> None:
    print(list(chain.from_iterable([[1, 2], [3]])), list(itertools.chain.from_iterable(["ab", "c"])))
    print(list(chain.from_iterable(x for x in [(1, 2), (3, 4)])), sum(chain.from_iterable([[1], [2]])))
    print(list(merge([1, 4], [2, 3], [0])), list(heapq.merge(["b"], ["a", "c"], key=lambda s: -ord(s))))
    print(list(merge([5, 3, 1], [4, 2], reverse=True)), list(merge(range(3), range(1, 5))))
    print(list(merge([(1, "a"), (1, "c")], [(1, "b")], key=lambda p: p[0])))
    for x in merge([1, 3], [2]):
        print(x)


if __name__ == "__main__":
    main()
