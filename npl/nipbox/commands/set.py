"""set [name [value …]]: variables. `set x=on` is `set x on`; `x=1 x=2 3 y=4` are values of two."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command, UsageError
from npl.nipbox.commands.env import show
from npl.nipbox.io import Io

COMMAND: Final = Command("set", pledge=STDIO, usage="[-u] [NAME[=VALUE] [VALUE ...]]",
                         summary="give a variable values, or show all",
                         options="-u --unset: forget the variable", wants="variables")
OWN: Final = ("PWD",)                   # the shell's


def run(arguments: Arguments, io: Io) -> int:
    words = arguments.words
    if len(words) == 0:
        return show(arguments.extra, io)
    effects: list[list[str]] = []
    gives = "=" in words[0]
    for place, word in enumerate(words):
        name, equals, value = word.partition("=")
        if place > 0 and not arguments.has("--unset") and (not gives or equals == "" or not name.isidentifier()):
            effects[-1].append(word)
        elif len(effects) > 0 and effects[-1][1] == name:
            effects[-1].append(value)
        elif not name.isascii() or not name.isidentifier() or name in OWN:
            raise UsageError(f"{name} cannot be set")
        else:
            effects.append(["unset" if arguments.has("--unset") else "set", name, *([value] if equals != "" else [])])
    for effect in effects:
        io.effect(effect)
    return 0
