"""What every hook of the kernel is called with.

To the proof of @noalloc a function value may be any one of its type, those of the program too. So a hook has a type
that no program writes: a cue is its first argument. Whatever a program's lambdas do, the kernel does not call them.
"""

from rumpk import value


@value
class Cue:
    """Says nothing but that the kernel calls."""

    nothing: int
