"""`iter(f, stop)`: what calls of `f` give, until one gives `stop`; and what stands for an argument that nobody gave."""

from typing import Callable, Final, Iterator, TypeVar

T = TypeVar("T")


class Unset:
    """No argument was given, where None could be one."""


UNSET: Final = Unset()


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
