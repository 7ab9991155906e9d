"""operator: its functions called, as values; itemgetter, attrgetter, methodcaller."""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate
from operator import attrgetter, itemgetter, methodcaller, mul


@dataclass
class City:
    name: str
    size: int


@dataclass
class Person:
    name: str
    home: City
    age: float = 1.5

    def greet(self, word: str, times: int = 1) -> str:
        return f"{word} {self.name}" * times


OPS: dict[str, Callable[[int, int], int]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "//": operator.floordiv, "%": operator.mod,
    "&": operator.and_, "|": operator.or_, "^": operator.xor, "<<": operator.lshift, ">>": operator.rshift,
}


def loud(n: int) -> int:
    print("loud", n)
    return n


def main() -> None:
    print(reduce(mul, range(1, 8)), reduce(operator.add, ["a", "b", "c"]), list(accumulate([1, 2, 3, 4], operator.mul)))
    for sign, function in OPS.items():
        print(sign, function(17, 3), end="; ")
    print()
    print(operator.add(1.5, 2), operator.truediv(7, 2), operator.pow(2, 10), operator.neg(3), operator.not_([]),
          operator.abs(-4), operator.concat([1], [2]), operator.truth("x"), operator.invert(5), operator.pos(-2))
    print(operator.lt(1, 2), operator.ge(1.0, 2), operator.eq("a", "a"), operator.ne((1, 2), (1, 3)), operator.is_(None, None),
          operator.contains([loud(1), loud(2)], loud(3)), operator.getitem([5, 6], 1), operator.is_not(None, None))
    rows = [("b", 2, 0.5), ("a", 2, 1.5), ("c", 1, 0.25)]
    print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(1, 0)), max(rows, key=itemgetter(2)))
    counts = {"x": 3, "y": 1, "z": 2}
    print(sorted(counts.items(), key=itemgetter(1), reverse=True), min(counts.items(), key=itemgetter(1))[0])
    people = [Person("Ann", City("Oslo", 3)), Person("Bob", City("Bonn", 2), 9.0), Person("Cyd", City("Oslo", 1), 0.5)]
    people.sort(key=attrgetter("home.name", "age"))
    print([p.name for p in people], sorted(map(attrgetter("name"), people)), list(map(methodcaller("greet", "hi", times=2), people)))
    first: Callable[[list[int]], int] = itemgetter(0)
    last: Callable[[str], str] = itemgetter(-1)
    print(first([7, 8]), last("word"), itemgetter(1)([4, 5]), list(map(operator.neg, [1, -2])), any(map(operator.not_, [1, 0])))
    try:
        print(first([]))
    except IndexError as error:
        print(error)
    print(methodcaller("upper")("abc"), sum(map(mul, [1, 2, 3], [4, 5, 6])))


if __name__ == "__main__":
    main()
