"""Recursion that is too deep: the stack's guard becomes Python's RecursionError."""

from typing import Never

from lib.core.arena import hold
from rumpk import cold, export, noinline


@export("rt_recursion_error")
@cold
@noinline
def rt_recursion_error() -> Never:
    """Entered from the trap (kernel/stack.py), on a stack of its own, as if the function that overflowed called it."""
    hold(True)                          # the collector does not know this stack
    error = RecursionError("maximum recursion depth exceeded")
    hold(False)
    raise error
