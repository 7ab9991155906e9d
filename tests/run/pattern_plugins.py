"""Plug-ins behind protocols: a registry by decorator, pipelines from text, capabilities, defaults by duck typing, adapters."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol


class Transform(Protocol):
    name: str

    def apply(self, rows: Iterable[list[str]]) -> Iterator[list[str]]: ...


class Describes(Protocol):
    def describe(self) -> str: ...


Factory = Callable[[list[str]], "Transform"]
REGISTRY: dict[str, Factory] = {}


def plugin(name: str) -> Callable[[Factory], Factory]:
    def register(factory: Factory) -> Factory:
        if name in REGISTRY:
            raise ValueError(f"{name} is taken")
        REGISTRY[name] = factory
        return factory

    return register


class Select:
    name = "select"

    def __init__(self, columns: list[int]) -> None:
        self.columns = columns

    def apply(self, rows: Iterable[list[str]]) -> Iterator[list[str]]:
        for row in rows:
            yield [row[c] for c in self.columns]

    def describe(self) -> str:
        return f"columns {self.columns}"


class Where:
    name = "where"

    def __init__(self, column: int, wanted: str) -> None:
        self.column, self.wanted = column, wanted

    def apply(self, rows: Iterable[list[str]]) -> Iterator[list[str]]:
        return (row for row in rows if row[self.column] == self.wanted)


class Number:
    name = "number"
    made = 0

    def __init__(self) -> None:
        Number.made += 1

    def apply(self, rows: Iterable[list[str]]) -> Iterator[list[str]]:
        for n, row in enumerate(rows, start=1):
            yield [str(n), *row]

    def describe(self) -> str:
        return "row numbers"


class Adapter:
    """Makes a transform of a function on one row."""

    def __init__(self, name: str, fn: Callable[[list[str]], list[str]]) -> None:
        self.name = name
        self.fn = fn

    def apply(self, rows: Iterable[list[str]]) -> Iterator[list[str]]:
        return map(self.fn, rows)


@plugin("select")
def make_select(args: list[str]) -> Transform:
    return Select([int(a) for a in args])


@plugin("where")
def make_where(args: list[str]) -> Transform:
    column, wanted = args
    return Where(int(column), wanted)


@plugin("number")
def make_number(args: list[str]) -> Transform:
    if args:
        raise ValueError("number takes no arguments")
    return Number()


@plugin("upper")
def make_upper(args: list[str]) -> Transform:
    return Adapter("upper", lambda row: [cell.upper() for cell in row])


def pipeline(text: str) -> list[Transform]:
    out: list[Transform] = []
    for part in text.split("|"):
        name, *args = part.split()
        if name not in REGISTRY:
            raise LookupError(f"no plug-in {name!r}; there are {', '.join(sorted(REGISTRY))}")
        out.append(REGISTRY[name](args))
    return out


def run(steps: list[Transform], rows: Iterable[list[str]]) -> list[list[str]]:
    for step in steps:
        rows = step.apply(rows)
    return list(rows)


def explain(one: Describes) -> str:
    return f"<{one.describe()}>"


DATA = [["ann", "oslo", "34"], ["bob", "rome", "27"], ["cid", "oslo", "51"]]


def main() -> None:
    for text in ("where 1 oslo | select 0 2 | number", "number | upper", "select 1", "where 0 zed | number", "select", "bogus", "where 1", "number 5", "select x"):
        try:
            steps = pipeline(text)
            print([step.name for step in steps], run(steps, DATA))
        except (LookupError, ValueError) as error:
            print(type(error).__name__, error)
    print(explain(Select([1, 2])), explain(Number()), Number.made, sorted(REGISTRY))
    try:
        plugin("upper")(make_select)
    except ValueError as error:
        print(error)
