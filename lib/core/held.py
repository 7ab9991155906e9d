"""Generators that the traceback of an exception keeps, as in CPython, until nobody has the exception any more.

A comprehension or a generator expression is a function whose argument is its first iterator. An exception that leaves
it takes its frame along, and with it that generator, left at a `yield`: what the generator does at its end (`finally`,
`with`) comes when the handler of the exception is done, and not on the way there (CPython 3.11: traceback objects refer
to frames, frames to their locals).
"""

from collections.abc import Callable
from typing import TypeVar

from lib.core.iterator import Generator
from lib.core.runtime import rt_handle, rt_handled, set_release_all
from rumpk import export

Y = TypeVar("Y")
S = TypeVar("S")
R = TypeVar("R")


class Held:
    """The end of one generator, and what was held before."""

    def __init__(self, error: BaseException, end: Callable[[], None], older: "Held | None") -> None:
        self.error = error
        self.end = end
        self.older = older


_newest: Held | None = None


def hold(error: BaseException, generator: Generator[Y, S, R]) -> None:
    """`generator` stays as it is until `error` is gone."""
    global _newest
    set_release_all(_end_all)
    _newest = Held(error, generator._it_drop, _newest)


@export("rt_handle_end")
def rt_handle_end(before: BaseException | None) -> None:
    """A handler is done, and `before` is handled again: what only the exception of the former kept, ends.

    Inner frames first; the traceback of an exception goes before that of its context.
    """
    at = rt_handled()
    rt_handle(before)
    while at is not None:
        if not _leads_to(before, at):
            _end_those_of(at)
        at = at._cause_ if at._cause_ is not None else at._context_


def _leads_to(start: BaseException | None, wanted: BaseException) -> bool:
    """Whether `wanted` is `start` or among its causes and contexts."""
    at = start
    while at is not None:
        if at is wanted:
            return True
        if at._cause_ is not None and at._cause_ is not at._context_ and _leads_to(at._cause_, wanted):
            return True
        at = at._context_
    return False


def _end_all() -> None:
    while _newest is not None:
        _end_those_of(_newest.error)


def _end_those_of(error: BaseException) -> None:
    """What a generator does at its end may hold and release others, so each turn looks at all."""
    global _newest
    while True:
        oldest, behind, before = None, None, None
        at = _newest
        while at is not None:
            if at.error is error:
                oldest, behind = at, before
            before, at = at, at.older
        if oldest is None:
            return
        if behind is None:
            _newest = oldest.older
        else:
            behind.older = oldest.older
        oldest.end()
