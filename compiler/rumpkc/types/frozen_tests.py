"""Lambdas in an image that ask an `object` what it is: they are to know all that the program makes objects of.

    SHOW: dict[str, Callable[[Any], str]] = {"n": lambda v: v.name}         `v` may be of any class that becomes one

Such a variable is frozen when all bodies have been checked; where a later one makes an object of another type, the code
of the lambda is written again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rumpkc.ir import nodes as ir

if TYPE_CHECKING:
    from rumpkc.types.symbols import FuncInst
    from rumpkc.types.world import World


class NotYet(Exception):
    """What a variable holds is not known before the bodies at hand are checked."""


@dataclass(eq=False, slots=True)
class Freezing:
    """A variable is being frozen while the body `wanted_by` is checked (None: behind them all)."""

    wanted_by: FuncInst | None
    kinds: set[object]                  # what the lambda at hand asks objects for
    late: bool                          # it had to wait until all bodies known so far are checked


@dataclass(eq=False, slots=True)
class Written:
    """A lambda that asked for `kinds`, and what writes it anew."""

    function: ir.Function
    kinds: set[object]
    again: Callable[[], ir.Function | None]


@contextmanager
def freezing(world: World, late: bool = False) -> Iterator[None]:
    """What is checked meanwhile is code of module bodies."""
    outer, world.freezing = world.freezing, Freezing(world.current, set(), late)
    try:
        yield
    finally:
        world.freezing = outer


def asks(world: World, kind: object) -> bool:
    """Whether a test of an object is in a lambda that is being frozen; NotYet where it has to wait."""
    at = world.freezing
    if at is None or at.wanted_by is not world.current:
        return False
    if at.wanted_by is not None:
        raise NotYet
    at.kinds.add(kind)
    return True


def note(world: World, function: ir.Function, again: Callable[[], ir.Function | None]) -> None:
    """A lambda has been frozen."""
    at = world.freezing
    if at is not None and at.kinds:
        world.frozen_tests.append(Written(function, set(at.kinds), again))
        at.kinds.clear()


def write_again(world: World) -> None:
    """Write the lambdas anew that knew too little."""
    while world.frozen_stale:
        old = world.frozen_stale.pop()
        with freezing(world):
            new = old.again()
        if new is not None:
            old.function.params, old.function.body = new.params, new.body
            world.nested.remove(new)
