"""Standard output and standard error where a program redirects them: `contextlib.redirect_stdout`, `redirect_stderr`.

`print` and its kin come here only in a program that names one of the two (types/printing.py).
"""

from typing import Callable

from lib.core import text
from lib.core.functions import input as plain_input

_output: Callable[[str], None] | None = None
_errors: Callable[[str], None] | None = None


def print_write(s: str) -> None:
    """Part of standard output, or of what stands for it."""
    to = _output
    if to is None:
        text.print_write(s)
    else:
        to(s)


def eprint_write(s: str) -> None:
    """Part of standard error, or of what stands for it."""
    to = _errors
    if to is None:
        text.eprint_write(s)
    else:
        to(s)


def input(prompt: str = "") -> str:  # noqa: A001
    """`input`, whose prompt goes where `print` goes."""
    print_write(prompt)
    return plain_input()


def set_output(to: Callable[[str], None] | None) -> Callable[[str], None] | None:
    """Where standard output goes from now on, None for where it always goes; what it was before."""
    global _output
    before = _output
    _output = to
    return before


def set_errors(to: Callable[[str], None] | None) -> Callable[[str], None] | None:
    """The same of standard error."""
    global _errors
    before = _errors
    _errors = to
    return before


class Channel:
    """`sys.stdout` or `sys.stderr` as the target of the other."""

    def __init__(self, errors: bool) -> None:
        self._errors = errors

    def write(self, s: str) -> None:
        if self._errors:
            eprint_write(s)
        else:
            print_write(s)
