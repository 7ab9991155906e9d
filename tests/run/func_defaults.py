"""Defaults that are computed once, when the function is defined, and shared by all calls."""

from dataclasses import dataclass, field


def now() -> int:
    return 5


SIZE = now() * 2


class Config:
    def __init__(self, name: str, level: int = 1) -> None:
        self.name = name
        self.level = level


DEFAULT = Config("default")


def f(x: int = now(), y: int = SIZE + 1) -> int:
    return x + y


def collect(item: int, into: list[int] = []) -> list[int]:
    into.append(item)
    return into


def count(word: str, seen: dict[str, int] = {}) -> int:
    seen[word] = seen.get(word, 0) + 1
    return seen[word]


def memo(n: int, cache: dict[int, int] = {0: 0, 1: 1}) -> int:
    if n not in cache:
        cache[n] = memo(n - 1) + memo(n - 2)
    return cache[n]


def show(config: Config = DEFAULT, *, extra: Config = Config("extra", 7)) -> str:
    config.level += 1
    return f"{config.name} {config.level} {extra.name} {extra.level}"


class Bag:
    def __init__(self, items: list[str] = []) -> None:
        self.items = items

    def add(self, item: str, twice: set[str] = set()) -> bool:
        self.items.append(item)
        again = item in twice
        twice.add(item)
        return again

    @staticmethod
    def mark(xs: list[int] = [0]) -> int:
        xs[0] += 1
        return xs[0]


@dataclass
class Point:
    at: tuple[int, int] = (now(), now() + 1)
    tags: list[str] = field(default_factory=list)
    home: str = "h" * now()


def main() -> None:
    print(f(), f(1), f(y=2))
    print(collect(1), collect(2), collect(9, [8]), collect(3))
    print(count("a"), count("b"), count("a"))
    print(memo(30))
    print(show(), show(), DEFAULT.level, show(Config("own")))
    a, b = Bag(), Bag()
    print(a.add("x"), b.add("x"), b.add("y"), a.items is b.items, a.items)
    print(Bag.mark(), Bag.mark(), Bag.mark([5]), Bag.mark())
    p = Point()
    print(p, Point((1, 2)))


if __name__ == "__main__":
    main()
