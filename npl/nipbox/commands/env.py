"""env: the variables, a line each."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.language.printer import quote
from npl.nipbox.state import unflat

COMMAND: Final = Command("env", pledge=STDIO, usage="", summary="show the variables", most=0, wants="variables")


def run(arguments: Arguments, io: Io) -> int:
    return show(arguments.extra, io)


def show(variables: list[str], io: Io) -> int:
    """As commands that would set them."""
    for one in unflat(variables):
        io.print(" ".join(["set", one[0], *[quote(value) for value in one[1:]]]))
    return 0
