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
