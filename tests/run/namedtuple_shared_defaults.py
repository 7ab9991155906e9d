"""A default of a named tuple is one object for all that do not give the field."""

from __future__ import annotations

from typing import NamedTuple, Optional


class Step(NamedTuple):
    number: int
    tags: list[str] = []
    before: Optional[Step] = None


class Table(NamedTuple):
    rows: dict[str, int] = {}
    size: tuple[int, int] = (2, 3)


def main() -> int:
    first, second = Step(1), Step(2)
    first.tags.append("t")
    print(first, second, Step(3, before=first), Step(4, ["own"]), first.tags is second.tags)
    Table().rows["k"] = 1
    print(Table(), Table({}), Table(size=(0, 0)), Table().rows is Table({"k": 1}).rows)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
