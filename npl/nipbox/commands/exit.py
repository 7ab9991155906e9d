"""exit [code]: leave the shell; the machine ends with the code (0 to 255), or with the last command's status."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command, UsageError
from npl.nipbox.io import Io

COMMAND: Final = Command("exit", pledge=STDIO, usage="[CODE]", summary="leave the shell and end the machine", most=1)


def run(arguments: Arguments, io: Io) -> int:
    code = io.status
    if len(arguments.words) == 1:
        code = exit_code(arguments.words[0])
    io.effect(["exit", str(code)])
    return code


def exit_code(word: str) -> int:
    """The word as a number from 0 to 255; UsageError otherwise."""
    if not word.isascii() or not word.isdecimal() or len(word) > 3 or int(word) > 255:
        raise UsageError(f"the code is a number from 0 to 255, not {word}")
    return int(word)
