"""set [name [value …]]: variables. `set x=on` is `set x on`."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command, Option, UsageError
from npl.nipbox.commands.env import show
from npl.nipbox.io import Io

COMMAND: Final = Command("set", pledge=STDIO, usage="[-u] [NAME [VALUE ...]]",
                         summary="give a variable values, or show all",
                         options=[Option("-u", "--unset", "", "forget the variable")], wants="variables")
OWN: Final = ("PWD",)                   # the shell's


def run(arguments: Arguments, io: Io) -> int:
    words = arguments.words
    if len(words) == 0:
        return show(arguments.extra, io)
    name, equals, value = words[0].partition("=")
    if not name.isascii() or not name.isidentifier() or name in OWN:
        raise UsageError(f"{name} cannot be set")
    if arguments.has("--unset"):
        io.effect(["unset", name])
    elif equals != "":
        io.effect(["set", name, value, *words[1:]])
    else:
        io.effect(["set", name, *words[1:]])
    return 0
