"""Recursion that is too deep: the stack's guard becomes Python's RecursionError."""

from typing import Never

from rumpk import cold, export, noinline


@export("rt_recursion_error")
@cold
@noinline
def rt_recursion_error() -> Never:
    """Entered from the trap (kernel/stack.py), on a stack of its own, as if the function that overflowed called it."""
    raise RecursionError("maximum recursion depth exceeded")
