"""watch [-n seconds] command …: run a command again and again, until Ctrl-C."""

from typing import Final

from npl.nipbox.command import ALL, STDIO, Arguments, Command, duration_us
from npl.nipbox.io import Io

COMMAND: Final = Command("watch", pledge=STDIO, usage="[-n SECONDS] [-c COUNT] COMMAND [WORD ...]",
                         summary="run a command again and again, until Ctrl-C",
                         options="-n --interval SECONDS: between two runs (2)\n"
                                 "-c --count COUNT: so many times", least=1, raw=True)


def run(arguments: Arguments, io: Io) -> int:
    pause = duration_us(arguments.value("--interval", "2"), "the interval")
    count = arguments.number("--count", 0)
    io.effect(["run", f"watch {count}", str(ALL), str(pause), *arguments.words])
    return 0
