# exit: 3
"""`tuple[T, ...]` as module variables, in frozen containers and objects, and as defaults."""

from dataclasses import dataclass

PRIMES: tuple[int, ...] = (2, 3, 5)
EMPTY: tuple[str, ...] = ()
NAMES: dict[str, tuple[str, ...]] = {"a": ("x", "y"), "b": ()}


@dataclass
class Item:
    name: str
    tags: tuple[str, ...] = ()
    marks: tuple[int, ...] | None = None


ITEMS = [Item("sword", ("sharp", "long")), Item("rope"), Item("ring", marks=(1,))]


def total(numbers: tuple[int, ...] = (1, 2), *, more: tuple[int, ...] = ()) -> int:
    return sum(numbers) + len(more)


def main() -> int:
    print(PRIMES, sum(PRIMES), PRIMES[1:], 3 in PRIMES, EMPTY, NAMES)
    for item in ITEMS:
        print(item, len(item.tags))
    print(Item("new"), Item("new") == Item("new", ()), total(), total((5,)), total(more=(1, 1)))
    return len(PRIMES)
