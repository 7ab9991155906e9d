"""Every command, in the order of `help`: all that dispatch, help, completion and the documentation know."""

from typing import Final

from npl.nipbox.command import Entry
from npl.nipbox.commands import (
    clear, date, echo, env, exit, false, fg, help, history, jobs, kill, man, pledge, set, shutdown, sleep, spawn,
    time, true, uptime, watch)

TABLE: Final[list[Entry]] = [
    Entry(help.COMMAND, help.run),
    Entry(man.COMMAND, man.run),
    Entry(echo.COMMAND, echo.run),
    Entry(set.COMMAND, set.run),
    Entry(env.COMMAND, env.run),
    Entry(history.COMMAND, history.run),
    Entry(clear.COMMAND, clear.run),
    Entry(jobs.COMMAND, jobs.run),
    Entry(fg.COMMAND, fg.run),
    Entry(kill.COMMAND, kill.run),
    Entry(spawn.COMMAND, spawn.run),
    Entry(time.COMMAND, time.run),
    Entry(watch.COMMAND, watch.run),
    Entry(sleep.COMMAND, sleep.run),
    Entry(date.COMMAND, date.run),
    Entry(uptime.COMMAND, uptime.run),
    Entry(pledge.COMMAND, pledge.run),
    Entry(true.COMMAND, true.run),
    Entry(false.COMMAND, false.run),
    Entry(exit.COMMAND, exit.run),
    Entry(shutdown.COMMAND, shutdown.run),
]


def expressions() -> tuple[str, ...]:
    """The commands behind which `<` and `>` compare."""
    return tuple([entry.command.name for entry in TABLE if entry.command.expression])
