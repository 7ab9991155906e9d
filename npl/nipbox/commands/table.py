"""Every command, in the order of `help`: all that dispatch, help, completion and the documentation know.

Nothing but `TABLE` refers to a command, so that one which a build does not choose is not in its image.
"""

from typing import Final

from npl.nipbox.chosen import CHOSEN
from npl.nipbox.command import Entry
from npl.nipbox.commands import (
    cat, cd, clear, count, cp, date, df, dmesg, each, echo, env, exit, false, fg, find, first, from_kdl, get, governor,
    grep, group, head, help, hexdump, history, jobs, kill, last, ls, man, mem, mkdir, mv, nipbox, pledge, ps, pwd,
    reboot, reverse, rm, select, set, shutdown, sleep, sort, spawn, stat, sum, tail, test, time, to_kdl, to_text, top,
    touch, trace, true, uniq, uptime, wait, watch, wc, where, write)

ALWAYS: Final = "help"                  # the greeting names it
ALL: Final[list[Entry]] = [
    Entry(help.COMMAND, help.run),
    Entry(man.COMMAND, man.run),
    Entry(echo.COMMAND, echo.run),
    Entry(set.COMMAND, set.run),
    Entry(env.COMMAND, env.run),
    Entry(history.COMMAND, history.run),
    Entry(clear.COMMAND, clear.run),
    Entry(cat.COMMAND, cat.run),
    Entry(ls.COMMAND, ls.run),
    Entry(cd.COMMAND, cd.run),
    Entry(pwd.COMMAND, pwd.run),
    Entry(mkdir.COMMAND, mkdir.run),
    Entry(rm.COMMAND, rm.run),
    Entry(cp.COMMAND, cp.run),
    Entry(mv.COMMAND, mv.run),
    Entry(touch.COMMAND, touch.run),
    Entry(write.COMMAND, write.run),
    Entry(head.COMMAND, head.run),
    Entry(tail.COMMAND, tail.run),
    Entry(wc.COMMAND, wc.run),
    Entry(grep.COMMAND, grep.run),
    Entry(find.COMMAND, find.run),
    Entry(hexdump.COMMAND, hexdump.run),
    Entry(stat.COMMAND, stat.run),
    Entry(df.COMMAND, df.run),
    Entry(mem.COMMAND, mem.run),
    Entry(ps.COMMAND, ps.run),
    Entry(top.COMMAND, top.run),
    Entry(trace.COMMAND, trace.run),
    Entry(governor.COMMAND, governor.run),
    Entry(dmesg.COMMAND, dmesg.run),
    Entry(nipbox.COMMAND, nipbox.run),
    Entry(jobs.COMMAND, jobs.run),
    Entry(fg.COMMAND, fg.run),
    Entry(wait.COMMAND, wait.run),
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
    Entry(test.COMMAND, test.run),
    Entry(test.BRACKET, test.run),
    Entry(where.COMMAND, where.run),
    Entry(select.COMMAND, select.run),
    Entry(sort.COMMAND, sort.run),
    Entry(first.COMMAND, first.run),
    Entry(last.COMMAND, last.run),
    Entry(count.COMMAND, count.run),
    Entry(sum.COMMAND, sum.run),
    Entry(group.COMMAND, group.run),
    Entry(each.COMMAND, each.run),
    Entry(reverse.COMMAND, reverse.run),
    Entry(uniq.COMMAND, uniq.run),
    Entry(get.COMMAND, get.run),
    Entry(to_text.COMMAND, to_text.run),
    Entry(from_kdl.COMMAND, from_kdl.run),
    Entry(to_kdl.COMMAND, to_kdl.run),
    Entry(exit.COMMAND, exit.run),
    Entry(reboot.COMMAND, reboot.run),
    Entry(shutdown.COMMAND, shutdown.run),
]
TABLE: Final[list[Entry]] = [entry for entry in ALL if len(CHOSEN) == 0 or entry.command.name in (ALWAYS, *CHOSEN)]


def expressions() -> tuple[str, ...]:
    """The commands behind which `<` and `>` compare."""
    return tuple([entry.command.name for entry in TABLE if entry.command.expression])
