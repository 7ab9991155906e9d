"""Sorting: numbers, strings, tuples, lists, reversed; stable."""


def by_length(words: list[str]) -> list[str]:
    decorated = [(len(word), i) for i, word in enumerate(words)]
    decorated.sort()
    return [words[i] for _, i in decorated]


def main() -> None:
    a = [5, 2, 9, 1, 5, -3, 0]
    a.sort()
    print(a)
    a.sort(reverse=True)
    print(a, sorted(a), a)
    print(sorted([2.5, -1.0, 0.0, 1e9]), sorted(["pear", "Apple", "fig", ""]), sorted("hello"), sorted((3, 1, 2)))
    print(sorted([(2, "b"), (1, "z"), (2, "a")]), sorted([[2], [1, 5], [1]]), sorted([True, False, True]))
    print(sorted([3, 1, 2], reverse=True), sorted({"b": 1, "a": 2}), by_length(["ccc", "a", "bb", "dd", ""]))
    big = [(i * 7919) % 1009 for i in range(500)]
    big.sort()
    ordered = True
    for i in range(1, len(big)):
        if big[i - 1] > big[i]:
            ordered = False
    print(ordered, big[:5], big[-5:], len(big))
    print(list(reversed([1, 2, 3])), max(sorted([1, 2])))
    words = "the quick brown fox jumps over the lazy dog".split()
    words.sort()
    print(words)
    once: list[int] = [1]
    once.sort()
    print(once)


if __name__ == "__main__":
    raise SystemExit(main())
