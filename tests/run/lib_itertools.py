"""itertools."""

import itertools
from itertools import accumulate, chain, combinations, count, cycle, groupby, islice, pairwise, permutations, product


def parity(n: int) -> bool:
    return n % 2 == 0


def larger(a: int, b: int) -> int:
    return max(a, b)


def main() -> None:
    print(list(islice(count(3, 2), 4)), list(islice(cycle("ab"), 5)), list(itertools.repeat("x", 2)))
    print(list(chain([1, 2], (3,), {4}, range(5, 7))), list(islice([1, 2, 3, 4, 5, 6], 1, None, 2)))
    it = iter(range(10))
    print(list(islice(it, 2, 5)), list(islice(it, 0, 4, 3)), next(it))
    print(list(itertools.takewhile(parity, [2, 4, 5, 6])), list(itertools.dropwhile(parity, [2, 4, 5, 6])))
    print(list(itertools.filterfalse(parity, range(5))), list(itertools.filterfalse(None, [0, 1, 2, 0])))
    print(list(itertools.compress("abcd", [1, 0, 1, 0])), list(pairwise([1, 2, 3])), list(pairwise("a")))
    print(list(itertools.zip_longest([1, 2, 3], "ab")))
    print(list(itertools.starmap(larger, [(1, 2), (4, 3)])))
    print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 4], larger)), list(accumulate([1, 2], initial=10)))
    print([(k, list(g)) for k, g in groupby("aabbbc")])
    print([(k, list(g)) for k, g in groupby([2, 4, 1, 3, 6], key=parity)])
    print([k for k, _ in groupby([1, 1, 2, 2, 1])])
    print(list(product([1, 2], [3, 4])), list(product("ab", repeat=2)), list(product([1], [])))
    print(list(permutations([1, 2, 3])), list(permutations("abc", 2)), len(list(permutations(range(5)))))
    print(list(combinations("abcd", 2)), list(combinations([1, 2], 3)), list(combinations([1, 2], 0)))
    print(list(itertools.combinations_with_replacement("ab", 2)))
    a, b = itertools.tee(x * x for x in range(4))
    print(next(a), next(a), list(b), list(a))
    try:
        islice([1], -2)
    except ValueError as error:
        print(error)
    total = 0
    for i in count():
        if i > 100:
            break
        total += i
    print(total)


if __name__ == "__main__":
    main()
