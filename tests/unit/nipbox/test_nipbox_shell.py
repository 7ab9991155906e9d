"""Sessions of the shell under CPython: what is typed, what is shown, the exit code."""

import pytest

from npl.nipbox.commands import mem, uptime
from npl.nipbox.commands.uptime import duration
from npl.nipbox.shell import Shell
from npl.nipbox.terminal import Terminal


class Script(Terminal):
    """Keys from a test; what is written goes to stdout, where print goes, too."""

    def __init__(self, keys: str) -> None:
        self._keys = list(keys.encode())

    def read(self) -> int:
        return self._keys.pop(0) if self._keys else -1

    def write(self, data: bytes) -> None:
        print(bytes(data).decode(), end="")


@pytest.fixture
def session(capsys, monkeypatch):
    monkeypatch.setattr(uptime, "uptime_ns", lambda: 93_784_005_000_000)
    monkeypatch.setattr(mem, "machine_bytes", lambda: 128 << 20)
    monkeypatch.setattr(mem, "image_bytes", lambda: (1 << 20) + 1)
    monkeypatch.setattr(mem, "arena_bytes", lambda: 126 << 20)
    monkeypatch.setattr(mem, "arena_used", lambda: 5)

    def run(keys: str) -> tuple[int, str]:
        code = Shell(Script(keys)).run()
        lines = capsys.readouterr().out.removeprefix("NipBox: type help for the list of commands\n")
        return code, lines.replace("root@nexus:# ", "$ ")
    return run


@pytest.mark.parametrize(("keys", "code", "shown"), [
    ("", 0, "$ \n"),
    ("exit\n", 0, "$ exit\n"),
    ("exit 7\n", 7, "$ exit 7\n"),
    ("exit 255\n", 255, "$ exit 255\n"),
    ("echo hello,  world\n", 0, "$ echo hello,  world\nhello, world\n$ \n"),
    ("echo 'a  b' \"c\"\nexit\n", 0, "$ echo 'a  b' \"c\"\na  b c\n$ exit\n"),
    ("echo\n", 0, "$ echo\n\n$ \n"),
    ("\n  \nexit 1\n", 1, "$ \n$   \n$ exit 1\n"),
    ("rm\x03exit 4\n", 4, "$ rm^C\n$ exit 4\n"),
    ("exit 256\nexit\n", 2, "$ exit 256\nexit: the code is a number from 0 to 255, not 256\nusage: exit [code]\n"
                            "$ exit\n"),
    ("exit -1\nexit 0\n", 0, "$ exit -1\nexit: the code is a number from 0 to 255, not -1\nusage: exit [code]\n"
                             "$ exit 0\n"),
    ("exit 1 2\nexit 0\n", 0, "$ exit 1 2\nexit: at most one code\nusage: exit [code]\n$ exit 0\n"),
    ("exit ''\nexit 0\n", 0, "$ exit ''\nexit: the code is a number from 0 to 255, not \nusage: exit [code]\n"
                             "$ exit 0\n"),
    ("ehco\n", 127, "$ ehco\nnipbox: ehco: no such command; did you mean echo?\n$ \n"),
    ("launch\nexit\n", 127, "$ launch\nnipbox: launch: no such command; type help for the list\n$ exit\n"),
    ("echo 'a\nexit\n", 2, "$ echo 'a\nnipbox: the ' is not closed\n$ exit\n"),
    ("uptime\nexit\n", 0, "$ uptime\nup 1 day, 2:03:04.005\n$ exit\n"),
    ("uptime now\nexit\n", 2, "$ uptime now\nuptime: no arguments\nusage: uptime\n$ exit\n"),
    ("help mem\nexit\n", 0, "$ help mem\nusage: mem\nshow the use of memory in KiB\n$ exit\n"),
    ("help men\nexit 0\n", 0, "$ help men\nhelp: there is no command men; did you mean mem?\nusage: help [command]\n"
                              "$ exit 0\n"),
    ("mem\nexit\n", 0, "$ mem\nmachine             131072 KiB\nkernel and stack      1025 KiB\n"
                       "arena               129024 KiB\n"
                       "  used                   1 KiB\n  free              129024 KiB\n$ exit\n"),
])
def test_session(session, keys, code, shown):
    assert session(keys) == (code, shown)


def test_help_shows_every_command_of_the_table(session):
    _, shown = session("help\nexit\n")
    assert [text.split()[0] for text in shown.splitlines()[1:-1]] == ["help", "echo", "uptime", "mem", "events", "exit"]


@pytest.mark.parametrize(("milliseconds", "shown"), [
    (0, "0:00:00.000"), (999, "0:00:00.999"), (61_001, "0:01:01.001"), (86_399_999, "23:59:59.999"),
    (86_400_000, "1 day, 0:00:00.000"), (3 * 86_400_000, "3 days, 0:00:00.000")])
def test_duration(milliseconds, shown):
    assert duration(milliseconds) == shown
