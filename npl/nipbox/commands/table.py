"""Every command, in the order of `help`. This list is all that dispatch, help, completion and the documentation know."""

from typing import Final

from npl.nipbox.command import Entry
from npl.nipbox.commands import echo, exit

TABLE: Final[list[Entry]] = [
    Entry(echo.COMMAND, echo.run),
    Entry(exit.COMMAND, exit.run),
]


def expressions() -> tuple[str, ...]:
    """The commands behind which `<` and `>` compare."""
    return tuple([entry.command.name for entry in TABLE if entry.command.expression])
