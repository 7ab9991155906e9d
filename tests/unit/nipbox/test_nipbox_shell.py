"""Sessions of the shell under CPython: what is typed, what is shown, the exit code; and what the commands print."""

import time

import pytest
from fake_world import FakeWorld, run_text

from npl.nipbox.command import STDIO, USAGE_ERROR, Arguments, Command, UsageError, duration_us, promise_names, promises_of
from npl.nipbox.commands import date, uptime
from npl.nipbox.commands.table import TABLE
from npl.nipbox.commands.uptime import duration
from npl.nipbox.line.editor import ASK, PASTES_OFF, PASTES_ON
from npl.nipbox.shell import GREETING, Shell
from npl.nipbox.state import State
from npl.nipbox.terminal import Terminal


class Script(Terminal):
    """Keys from a test; what is written goes to the world's screen."""

    def __init__(self, keys: bytes, world: FakeWorld) -> None:
        self._keys, self._world = list(keys), world

    def read(self) -> int:
        return self._keys.pop(0) if self._keys else -1

    def waits(self) -> bool:
        return False

    def write(self, data: bytes) -> None:
        self._world.screen.data += data


def typed(keys: str | bytes, **settings: object) -> tuple[int, str]:
    """The exit code, and the screen with `$ ` for the prompt. `settings` are FakeWorld's."""
    world = FakeWorld()
    vars(world).update(settings)
    code = Shell(Script(keys if isinstance(keys, bytes) else keys.encode(), world), world).run()
    return code, world.screen.data.decode(errors="replace").removeprefix(ASK.decode()).removeprefix(GREETING + "\n").replace("root@nexus:# ", "$ ")


@pytest.mark.parametrize(("keys", "code", "shown"), [
    ("", 0, "$ \n"),
    ("exit\n", 0, "$ exit\n"),
    ("exit 7\n", 7, "$ exit 7\n"),
    ("false\nexit\n", 1, "$ false\n$ exit\n"),
    ("exit 255\n", 255, "$ exit 255\n"),
    ("echo hello,  world\n", 0, "$ echo hello,  world\nhello, world\n$ \n"),
    ("echo 'a  b' \"c\"\nexit\n", 0, "$ echo 'a  b' \"c\"\na  b c\n$ exit\n"),
    ("\n  \nexit 1\n", 1, "$ \n$   \n$ exit 1\n"),
    ("rm\x03exit 4\n", 4, "$ rm^C\n$ exit 4\n"),
    ("exit 256\nexit\n", 2, "$ exit 256\nexit: the code is a number from 0 to 255, not 256\nusage: exit [CODE]\n$ exit\n"),
    ("exit -1\nexit 0\n", 0, "$ exit -1\nexit: the code is a number from 0 to 255, not -1\nusage: exit [CODE]\n$ exit 0\n"),
    ("exit 1 2\nexit 0\n", 0, "$ exit 1 2\nexit: at most one argument\nusage: exit [CODE]\n$ exit 0\n"),
    ("echo 'a\nexit\n", 2, "$ echo 'a\nnipbox: the ' is not closed\n  echo 'a\n       ^\n$ exit\n"),
    ("if true\necho a\nend\n", 0, "$ if true\n> echo a\n> end\na\n$ \n"),
    ("for x in a b\necho $x; end | \n\x03echo c\n", 0, "$ for x in a b\n> echo $x; end | \n> ^C\n$ echo c\nc\n$ \n"),
    ("if true\n", 2, "$ if true\n> \nnipbox: the if has no end\n  if true\n  ^\n$ \n"),
    ("set x=1\necho $x; set y; history\nenv\nexit 0\n", 0,
     "$ set x=1\n$ echo $x; set y; history\n1\n   1  set x=1\n   2  echo $x; set y; history\n$ env\nset x 1\nset y\n$ exit 0\n"),
    ("history clear; history\nexit 0\n", 0, "$ history clear; history\n$ exit 0\n"),
    ("help shutdown\nexit 0\n", 0, "$ help shutdown\nusage: shutdown\nend the machine\n  --help                 show this\npromises: stdio\n$ exit 0\n"),
    ("shutdown\n", 0, "$ shutdown\n"),
    ("help hlep\nexit 0\n", 0, "$ help hlep\nhelp: there is no command hlep; did you mean help?\nusage: help [COMMAND]\n$ exit 0\n"),
    ("echo a &\njobs\nfg\njobs\n", 0, "$ echo a &\na\n[1] echo a\n$ jobs\njob  line\n  1  echo a\n$ fg\necho a\n$ jobs\n$ \n"),
    (b"echo \xff\nexit\n", 2, "$ echo \\xff\nnipbox: the line is not UTF-8: byte 6 is ff\n$ exit\n"),
])
def test_session(keys, code, shown):
    assert typed(keys) == (code, shown)


def test_jobs_that_end_are_told_before_the_next_prompt():
    assert typed("false & true &\n\njobs\n", jobs_end=True) == (
        0, "$ false & true &\n[1] false\n[2] true\n[1] status 1: false\n[2] done: true\n$ \n$ jobs\n$ \n")


@pytest.mark.parametrize("line", [
    "while true; echo a; end; echo never", "for x in 1 2 3 4; echo a; end && echo never", "not false; echo a | cat | cat; echo never", "echo a; echo $(echo b; echo c)",
    "if echo a; for x in a b; echo $x | cat; end; end; echo never", "time echo a; echo never", "watch echo a; echo never", "echo a | if true; cat; end; echo never"])
def test_ctrl_c_ends_all_of_a_line(line):
    """Whenever it comes: nothing behind it runs, the status is 130, no descriptor stays open, and the next line runs."""
    for presses in range(1, 12):
        world = FakeWorld()
        world.presses = presses
        Shell(Script(f"{line}\necho $?; echo on\n".encode(), world), world).run()
        assert sorted(world.open_files) == [0, 1, 2], presses
        behind = world.screen.data[world.pressed_at:].decode()
        if "echo on" in behind:
            assert behind == "root@nexus:# echo $?; echo on\n130\non\nroot@nexus:# \n", presses
        else:                                                   # the line was over before it was pressed
            assert presses > 3 and "while" not in line and "watch" not in line
            return


def test_kill_takes_jobs_and_names():
    world = FakeWorld()
    run_text(world, State(), "kill sleep nobody; echo $?; kill; kill %2; echo a & kill %1 sh")
    assert world.killed == ["sleep", "nobody", "sh"]
    assert world.screen.data.decode() == (
        "nipbox: there is no worker nobody\n1\nnipbox: there is no job\nnipbox: there is no job 2\na\n[1] echo a\n[1] killed: echo a\n")


def test_what_the_terminal_can_is_asked_or_set():
    """`TERM` and `COLUMNS` are heard at the next prompt; a terminal that answers is believed, also about its width."""
    on, off, ask = PASTES_ON.decode(), PASTES_OFF.decode(), ASK.decode()
    assert typed("set TERM=vt100\n\nset TERM=dumb\n\n") == (
        0, f"$ set TERM=vt100\n{on}$ \n{off}{on}$ set TERM=dumb\n{off}$ \n$ \n")
    assert typed("set COLUMNS=30\necho 'a n=1 m=123456789012345678 k=abcdefgh' | from-kdl\n")[1].endswith(
        "\nn                   m  k\n1  123456789012345678  abcde…\n$ \n")
    code, shown = typed(b"\x1b[5;14R\x1b[5;30Recho 'line abcdefghijklmnopqrstuvwxyzabcdefghijklmn' | from-kdl\n")
    assert code == 0 and ask in shown and "\nabcdefghijklmnopqrstuvwxyzab…\n" in shown


def shown(text: str) -> str:
    """What a script shows."""
    world = FakeWorld()
    run_text(world, State(), text)
    return world.screen.data.decode()


@pytest.mark.parametrize(("text", "expected"), [
    ("echo -n a; echo -n; echo b", "ab\n"), ("echo -x --y -- -n", "-x --y -- -n\n"), ("true; echo $?; false; echo $?", "0\n1\n"), ("clear | true", ""),
    ("set 1x a", "set: 1x cannot be set\nusage: set [-u] [NAME[=VALUE] [VALUE ...]]\n"), ("set x a; set -u x; env", ""), ("set x 'a b' c; set", "set x 'a b' c\n"),
    ("time echo a", "a\nreal 0.001 s, processor 0.000 s\n"), ("spawn -p stdio echo a -n", "a -n\n"), ("watch -c 1 -n 0.5 echo a", "a\n"),
    ("spawn -p stdoi echo", "spawn: there is no promise stdoi; did you mean stdio?\nusage: spawn [--pledge PROMISES] COMMAND [WORD ...]\n"),
    ("kill 4", "nipbox: there is no job 4\n"), ("echo a & kill %1", "a\n[1] echo a\n[1] killed: echo a\n"), ("pledge uptime", "stdio time\n"),
    ("man true", "true: do nothing, well\n\nusage: true\ndo nothing, well\n  --help                 show this\npromises: stdio\nmemory: 256 KiB\n"),
    ("kill -9 nobody", "nipbox: there is no worker nobody\n"), ("kill -l", "kill: there are no signals to choose from: name what is to end\nusage: kill [-9] [%JOB | NAME | FID ...]\n"),
    ("sleep x", "sleep: the time is a number of seconds, not x\nusage: sleep SECONDS\n"),
])
def test_commands(text, expected):
    assert shown(text) == expected


def test_clocks(monkeypatch):
    monkeypatch.setattr(uptime, "uptime_ns", lambda: 93_784_005_000_000)
    monkeypatch.setattr(date, "wall_ns", lambda: 1_798_761_599_000_000_000)
    assert shown("uptime; date; date -s") == "up 1 day, 2:03:04.005\n2026-12-31 23:59:59 UTC\n1798761599\n"
    assert shown("date +%s; date -u '+%a %b%%F'; date now").startswith("1798761599\nThu Dec%F\ndate: a format begins with +, as +%F: now\n")
    assert shown("date '+%q'") == "date: %q is none of %F %T %R %Y %m %d %H %M %S %s %j %y %e %a %b %Z\nusage: date [-su] [+FORMAT]\n"


@pytest.mark.parametrize("seconds", [0, 86_399, 951_782_400, 1_798_761_599, 4_000_000_000])
def test_formats_are_those_of_strftime(seconds):
    form = "%F %T %Y-%m-%d %H:%M:%S %a %b %j %y %R %% %%F"
    assert date.formatted(form, seconds) == time.strftime(form, time.gmtime(seconds))


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: entry.command.name)
def test_every_command_explains_itself(entry):
    command = entry.command
    assert shown(f"{command.name} --help") == command.help() + "\n"
    assert f"{command.name:<10} {command.summary}\n" in shown("help")
    assert command.pledge & STDIO, "its help and what is wrong with its arguments are printed by the worker itself"
    assert command.summary and len(command.synopsis()) < 72 and not command.summary.endswith(".")
    assert max(map(len, command.help().splitlines())) < 80
    assert shown(f"{command.name} --no-such-option") .startswith(f"{command.name}: there is no option") or command.loose


def test_a_worker_gets_the_promises_of_its_declaration_and_no_more():
    world = FakeWorld()
    run_text(world, State(), "echo a; uptime --help; spawn -p time echo a; spawn -p all uptime --help")
    assert world.started == [("echo", 1), ("uptime", 0x21), ("spawn", 1), ("echo", 0), ("spawn", 1), ("uptime", 0x21)]


LS = Command("ls", 0, "", "", "-lk --long: \n-n --lines COUNT: \n-z: ", most=3)


@pytest.mark.parametrize(("words", "rest", "long", "lines"), [
    (["a", "b"], ["a", "b"], False, 10), (["-l"], [], True, 10), (["a", "--long", "b"], ["a", "b"], True, 10), (["-n5"], [], False, 5), (["-n", "5", "-3"], ["-3"], False, 5),
    (["-zln", "5"], [], True, 5), (["--lines=7", "-"], ["-"], False, 7), (["--lines", "7", "--", "-l"], ["-l"], False, 7)])
def test_arguments(words, rest, long, lines):
    arguments = Arguments(LS, words)
    assert (arguments.words, arguments.has("-l"), arguments.has("--long"), arguments.number("-n", 10)) == (rest, long, long, lines)


@pytest.mark.parametrize(("words", "message"), [
    (["-x"], "there is no option -x"), (["--lnog"], "there is no option --lnog; did you mean --long?"), (["-n"], "-n needs COUNT"), (["--lines"], "--lines needs COUNT"),
    (["--long=1"], "--long takes no value"), (["a"] * 4, "at most 3 arguments"), (["-nx"], "-n is a whole number, not x"), (["-n", "9" * 19], f"-n is a whole number, not {'9' * 19}")])
def test_wrong_arguments(words, message):
    with pytest.raises(UsageError) as caught:
        Arguments(LS, words).number("-n", 10)
    assert str(caught.value) == message


def test_promises_have_names():
    assert promises_of("stdio,rpath") == 3 and promise_names(3) == "stdio rpath" and promise_names(0) == "none" and promises_of("none") == 0 and promise_names(-1) == "all"
    assert USAGE_ERROR == 2


@pytest.mark.parametrize(("text", "microseconds"), [("2", 2_000_000), ("0.5", 500_000), (".25", 250_000), ("1.0000009", 1_000_000), ("3s", 3_000_000), ("1.5m", 90_000_000), ("2h", 7_200_000_000)])
def test_seconds(text, microseconds):
    assert duration_us(text, "") == microseconds


@pytest.mark.parametrize(("milliseconds", "expected"), [
    (0, "0:00:00.000"), (999, "0:00:00.999"), (61_001, "0:01:01.001"), (86_399_999, "23:59:59.999"),
    (86_400_000, "1 day, 0:00:00.000"), (3 * 86_400_000, "3 days, 0:00:00.000")])
def test_duration(milliseconds, expected):
    assert duration(milliseconds) == expected
