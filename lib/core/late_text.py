"""The texts of an exception whose arguments can change, or have a text that the program computes: made when asked for.

An image has this only where some exception is given such arguments (types/exceptions.py).
"""

from lib.core.exceptions import Late
from lib.core.vartuple import VarTuple


class LateText(Late):
    """The arguments of the exception."""

    def __init__(self, values: VarTuple[object]) -> None:
        self._values = values

    def text(self) -> str:
        count = len(self._values)
        return "" if count == 0 else str(self._values[0]) if count == 1 else repr(self._values)

    def shown(self) -> str:
        return f"({self._values[0]!r})" if len(self._values) == 1 else repr(self._values)

    def key(self) -> str:
        return repr(self._values[0]) if len(self._values) == 1 else self.text()


class NumberText(LateText):
    """The arguments of an `OSError`: a number and a text, and the name of a file, which is not among its `args`."""

    def text(self) -> str:
        count = len(self._values)
        if count < 2:
            return super().text()
        head = f"[Errno {self._values[0]}] {self._values[1]}"
        return head if count == 2 else f"{head}: {self._values[2]!r}"

    def shown(self) -> str:
        return f"({self._values[0]!r}, {self._values[1]!r})" if len(self._values) == 3 else super().shown()


class KeptText(LateText):
    """New arguments of an exception whose text does not come from them."""

    def __init__(self, values: VarTuple[object], text: str) -> None:
        super().__init__(values)
        self._text = text

    def text(self) -> str:
        return self._text


def take_args(error: BaseException, values: VarTuple[object]) -> None:
    """`error.args = values`"""
    numbered = isinstance(error, OSError) and error.errno is not None and error.strerror is not None
    own = numbered or isinstance(error, SyntaxError)
    error._take_late_(KeptText(values, str(error)) if own else LateText(values), values)


def take_number(error: OSError, values: VarTuple[object]) -> None:
    """`OSError.__init__(error, *values)`."""
    count = len(values)
    if count == 2 or count == 3:
        number, words = values[0], values[1]
        if isinstance(number, int):
            error.errno = int(number)
        if isinstance(words, str):
            error.strerror = words
    if count == 3:
        name = values[2]
        if isinstance(name, str):
            error.filename = name
    kept = values
    if count == 3:
        kept = (values[0], values[1])
    error._take_late_(NumberText(values), kept)
