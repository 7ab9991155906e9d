"""What words of the shell's language may become."""

from __future__ import annotations

import pytest
from fake_world import FakeWorld

from npl.nipbox.commands.table import TABLE
from npl.nipbox.complete import Candidate
from npl.nipbox.completer import ShellCompleter, places_of
from npl.nipbox.state import Job, State

FILES = {"/etc/motd": b"hello", "/etc/keys/a": b"", "/home/my file": b"xx", "/home/.rc": b"", "/home/it/x": b""}


def candidates(line: str, directory: str = "/home") -> list[Candidate]:
    state = State()
    state.directory = directory
    state.set("colour", ["red"])
    state.jobs = [Job(1, 1, "sleep 5"), Job(12, 2, "cat")]
    return ShellCompleter(TABLE, state, FakeWorld(files=FILES)).complete(line, len(line))


PATHS = ["it/", "my file"]


@pytest.mark.parametrize(("line", "found"), [
    ("cat ", PATHS), ("cat m", ["my file"]), ("cat 'm", ["my file"]), ("cat .", [".rc"]), ("cat /etc/", ["/etc/keys/", "/etc/motd"]), ("cat ../etc/m", ["../etc/motd"]),
    ("cat /e", ["/etc/"]), ("cat none/", []), ("cd ", ["it/"]), ("cd /etc/", ["/etc/keys/"]), ("mkdir -p i", ["it/"]), ("echo a > ", PATHS), ("echo a >m", ["my file"]),
    ("sort < ", PATHS), ("echo a 2> i", ["it/"]), ("echo a >> i", ["it/"]), ("grep ", []), ("grep m", []), ("grep text ", PATHS), ("grep -i text m", ["my file"]),
    ("head -n ", []), ("head -n 3 ", PATHS), ("head m", ["my file"]), ("cp a ", PATHS), ("echo ", []), ("nosuch ", []), ("date ", []), ("cat 'a;b' ", PATHS),
    ("unam", []), ("una; ec", ["echo"]), ("cat x | whe", ["where"]), ("cat x |whe", ["where"]), ("if tru", ["true"]), ("echo $(upti", ["uptime"]), ("a && pw", ["pwd"]),
    ("time ec", ["echo"]), ("time cat m", ["my file"]), ("spawn -p stdio ec", ["echo"]), ("spawn -p ", []), ("watch -n 1 -c 2 cat m", ["my file"]), ("watch time cat m", ["my file"]),
    ("man tru", ["true"]), ("help upti", ["uptime"]), ("fg ", ["%1", "%12"]), ("kill %12", ["%12"]), ("jobs %", []), ("cat > x m", ["my file"]), ("cat >x; ec", ["echo"]),
    ("echo $co", ["$colour"]), ('echo "$co', ["$colour"]), ("echo '$co", []), ("echo $t", ["$trace"]), ("set tr", ["trace"]), ("set c", ["colour"]), ("set x ", []), ("head -", ["-n", "--lines", "-c", "--bytes", "--help"]), ("ls --lo", ["--long"]), ("time ls --lo", ["--long"]),
    ("nosuch --h", ["--help"]), ("spawn --pl", ["--pledge"]), ("hexdump -s 1 -n 2 m", ["my file"]), ("> m", ["my file"]), ("not cat m", ["my file"]),
    ('cat "a\\";b" m', ["my file"]),
])
def test_what_a_word_may_become(line: str, found: list[str]) -> None:
    assert [candidate.text for candidate in candidates(line)] == found


def test_each_candidate_is_described() -> None:
    assert [(c.label, c.description, c.more) for c in candidates("cat /etc/")] == [("keys/", "folder", True), ("motd", "5 bytes", False)]
    for line in ("", "ls -", "echo $", "fg "):
        assert all(candidate.description for candidate in candidates(line)), line


def test_places_of_usage_lines() -> None:
    assert places_of("[-n COUNT] TEXT [FILE ...]") == ["TEXT", "FILE"] and places_of("[%JOB | NAME | FID ...]") == ["JOB"]
    assert places_of("[--pledge PROMISES] COMMAND [WORD ...]") == ["COMMAND", "WORD"] and places_of("[-lwc] [-a]") == []


def test_no_beginning_of_a_line_breaks_it() -> None:
    line = "if cat < a 2>'b c' | time spawn -p x ls -l \\; \"$x\" && echo $(cat /etc/mo) > ../e\\"
    for end in range(len(line) + 1):
        candidates(line[:end])
