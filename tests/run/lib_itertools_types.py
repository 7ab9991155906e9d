"""itertools: product of several types and of enumerations, zip_longest with a fill value, what is copied at the call."""

import itertools
from enum import Enum
from itertools import combinations, combinations_with_replacement, permutations, product, zip_longest


class Suit(Enum):
    HEARTS = "h"
    SPADES = "s"


class Rank(Enum):
    ACE = 1
    KING = 13


def main() -> int:
    print([(n, s.upper()) for n, s in product([1, 2], ["a", "b"])])
    print(list(product("ab", (True, False), {3: 1, 4: 2})))
    print([f"{rank.name}{suit.value}" for suit, rank in product(Suit, Rank)])
    print(list(product(range(2), repeat=3)), list(product("ab")))
    print(list(zip_longest([1, 2, 3], ["a"], fillvalue="-")), list(zip_longest([1], [2, 3], fillvalue=0)))
    print(list(itertools.zip_longest("abc", "x")), list(itertools.product([1.5], [2])))
    items = [1, 2, 3]
    made = product(items, items), permutations(items, 2), combinations(items, 2), combinations_with_replacement(items, 2)
    items.append(4)
    print([len(list(one)) for one in made])
    try:
        permutations(items, -1)
    except ValueError as error:
        print(error)
    try:
        combinations(items, -1)
    except ValueError as error:
        print(error)
    try:
        product([1], repeat=-1)
    except ValueError as error:
        print(error)
    pairs: list[tuple[int, str]] = list(product([1], "z"))
    print(pairs, dict(product(["k"], [7])))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
