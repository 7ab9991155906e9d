# apart: what programs assign, and what instances generic classes have, is asked of all of the image
"""Methods of builtin classes in module variables, facts about class variables, `zip` of a list of iterators."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar, Optional, TypeVar

FILTERS: dict[str, Callable[[str], str]] = {
    "upper": str.upper,
    "title": str.title,
    "strip": str.strip,
    "quote": lambda s: f'"{s}"',
}
TESTS: list[Callable[[str], bool]] = [str.isdigit, str.isalpha]
KEY: Callable[[list[int]], int] = len
BITS: Callable[[int], int] = int.bit_length


class Conv:
    TABLE: dict[str, Callable[[str], str]] = {"low": str.lower, "swap": str.swapcase}

    def run(self, name: str, s: str) -> str:
        return self.TABLE[name](s)


class Config:
    _instance: ClassVar[Config | None] = None
    _cache: ClassVar[Optional[dict[str, int]]] = None
    limit: int | None = None

    def __init__(self) -> None:
        self.n = 1

    @classmethod
    def get(cls) -> Config:
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    @classmethod
    def other(cls) -> Config:
        if Config._instance is None:
            Config._instance = Config()
            Config._instance.n = 7
        return Config._instance

    @staticmethod
    def get_all() -> dict[str, int]:
        if Config._cache is None:
            Config._cache = {"a": 1}
        Config._cache["b"] = 2
        return Config._cache


class C:
    def __init__(self) -> None:
        self._cache: dict[str, int] | None = None

    def get_all(self) -> dict[str, int]:
        if self._cache is None:
            self._cache = {"a": 1}
        self._cache["b"] = 2
        return self._cache


CACHE: dict[str, int] | None = None


def get_all() -> dict[str, int]:
    global CACHE
    if CACHE is None:
        CACHE = {"a": 1}
    CACHE["b"] = 2
    return CACHE


T = TypeVar("T")


class Row:
    def __init__(self, *items: int) -> None:
        self.items = items

    def __iter__(self) -> Iterator[int]:
        return iter(self.items)


def grouper(xs: Iterable[T], n: int) -> Iterator[tuple[T, ...]]:
    return zip(*[iter(xs)] * n)


def squares(n: int) -> Iterator[int]:
    for k in range(n):
        print(f"<{k}>", end="")
        yield k * k


def methods() -> None:
    for name, f in FILTERS.items():
        print(name, f(" ab c "))
    print([t("12") for t in TESTS], KEY([1, 2]), BITS(255), Conv().run("swap", "aB"))


def narrowed() -> None:
    print(Config.get() is Config.get(), Config.other() is Config.get(), Config.get().n, Config.get_all())
    if Config._cache is not None:
        print(len(Config._cache))


def lazy() -> None:
    print(C().get_all(), get_all())


def zipped() -> None:
    print(list(zip(*[iter("abcdefg")] * 2)), list(grouper(range(7), 3)))
    rows = [Row(1, 2, 3), Row(4, 5), Row(6, 7, 8)]
    print(list(zip(*rows)), [sum(column) for column in zip(*rows)])
    print(list(zip(*[squares(2), squares(3)])))
    empty: list[Row] = []
    print(list(zip(*empty)))
    for a, b in zip(*[iter([1, 2, 3, 4])] * 2):
        print(a, b)


def main() -> None:
    methods()
    narrowed()
    lazy()
    zipped()


if __name__ == "__main__":
    main()
