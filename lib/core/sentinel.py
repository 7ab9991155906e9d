"""`iter(f, stop)`: what calls of `f` give, until one gives `stop`."""

from typing import Callable, Iterator, TypeVar

T = TypeVar("T")


def until(f: Callable[[], T], stop: T) -> Iterator[T]:
    """A StopIteration of `f` is the end as well."""
    while True:
        try:
            item = f()
        except StopIteration:
            return
        if item == stop:
            return
        yield item


def until_none(f: Callable[[], T | None]) -> Iterator[T]:
    """`iter(f, None)`: the items are no None."""
    while True:
        try:
            item = f()
        except StopIteration:
            return
        if item is None:
            return
        yield item
