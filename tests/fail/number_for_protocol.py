"""A number has not what a protocol asks for, alone or as an item."""
from collections.abc import Iterable
from typing import Protocol


class Rule(Protocol):
    def cost(self, n: int) -> int: ...


class Flat:
    def cost(self, n: int) -> int:
        return n


def price(n: int, rules: Iterable[Rule]) -> int:
    return sum(rule.cost(n) for rule in rules)


def one(rule: Rule | None, n: int) -> int:
    return 0 if rule is None else rule.cost(n)


def main() -> None:
    print(price(9, [Flat()]), price(9, []), one(Flat(), 1))
    print(price(9, [1]))
    print(one("text", 2))
