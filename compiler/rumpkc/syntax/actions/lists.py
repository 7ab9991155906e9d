"""Lists, and productions that keep one of their symbols."""

from __future__ import annotations

from typing import Any

from rumpkc.syntax.actions.builder import Builder, action


@action("list_empty")
def list_empty(build: Builder, v: list[Any], s: int, e: int) -> list[Any]:
    """Nothing yet."""
    return []


@action("list_one")
def list_one(build: Builder, v: list[Any], s: int, e: int) -> list[Any]:
    """The first item."""
    return [v[0]]


@action("list_next")
def list_next(build: Builder, v: list[Any], s: int, e: int) -> list[Any]:
    """One more item: `items item`."""
    v[0].append(v[1])
    return v[0]


@action("list_after")
def list_after(build: Builder, v: list[Any], s: int, e: int) -> list[Any]:
    """One more item: `items separator item`."""
    v[0].append(v[2])
    return v[0]


@action("pair")
def pair(build: Builder, v: list[Any], s: int, e: int) -> list[Any]:
    """Two items around a mark."""
    return [v[0], v[2]]


@action("first")
def first(build: Builder, v: list[Any], s: int, e: int) -> Any:
    """Keep the first symbol."""
    return v[0]


@action("second")
def second(build: Builder, v: list[Any], s: int, e: int) -> Any:
    """Keep the second symbol."""
    return v[1]


@action("third")
def third(build: Builder, v: list[Any], s: int, e: int) -> Any:
    """Keep the third symbol."""
    return v[2]


@action("nothing")
def nothing(build: Builder, v: list[Any], s: int, e: int) -> None:
    """An optional part that is not there."""
    return None
