"""The commands of node pipelines, and expressions against Python's own."""

from __future__ import annotations

import random

import pytest

from lib.kdl.packed import pack
from lib.kdl.reader import parse
from lib.kdl.rows import row_of, unpack
from npl.nipbox.command import Arguments
from npl.nipbox.commands.table import TABLE
from npl.nipbox.dispatch import find, run_entry
from npl.nipbox.io import FILE, PIPE, Io
from npl.nipbox.nodes.expression import expression
from npl.nipbox.nodes.tokens import ExpressionError

FILES = "file size=2000 name=b\nfile size=30 name=a\ndir size=4096 name=c"


class Streams(Io):
    """Streams in memory."""

    def __init__(self, name: str, given: bytes, output: str) -> None:
        super().__init__(name, output)
        self.given, self.got, self.said = given, b"", ""

    def read(self, count: int) -> bytes:
        piece, self.given = self.given[:count], self.given[count:]
        return piece

    def write_bytes(self, data: bytes) -> None:
        self.got += data

    def error(self, text: str) -> None:
        self.said += f"{self.name}: {text}\n"

    def usage(self, synopsis: str) -> None:
        self.said += f"usage: {synopsis}\n"


def stage(words: list[str], given: bytes, output: str = FILE) -> tuple[int, bytes, str]:
    io = Streams(words[0], given, output)
    entry = find(TABLE, words[0])
    assert entry is not None
    return run_entry(entry, words[1:], [], io, TABLE), io.got, io.said


@pytest.mark.parametrize(("words", "text"), [
    (["where", "size", ">", "1KiB"], "file size=2000 name=b\ndir size=4096 name=c\n"),
    (["where", "name == 'a'"], "file size=30 name=a\n"),
    (["select", "name"], "file name=b\nfile name=a\ndir name=c\n"),
    (["sort", "size"], "file size=30 name=a\nfile size=2000 name=b\ndir size=4096 name=c\n"),
    (["sort", "-r", "name"], "dir size=4096 name=c\nfile size=2000 name=b\nfile size=30 name=a\n"),
    (["first"], "file size=2000 name=b\n"), (["first", "2"], "file size=2000 name=b\nfile size=30 name=a\n"),
    (["last"], "dir size=4096 name=c\n"), (["last", "0"], ""),
    (["reverse"], "dir size=4096 name=c\nfile size=30 name=a\nfile size=2000 name=b\n"),
    (["uniq", "none"], "file size=2000 name=b\n"), (["get", "name", "size"], "b\t2000\na\t30\nc\t4096\n"),
    (["count"], "3\n"), (["count", "size < 100"], "1\n"), (["sum", "size"], "6126\n"),
    (["group", "size", ">", "100"], "group value=#true count=2\ngroup value=#false count=1\n"),
    (["group", "-s", "size", "-n", "name"], "group name=b count=1 sum=2000 {\n    file size=2000 name=b\n}\n"
     "group name=a count=1 sum=30 {\n    file size=30 name=a\n}\ngroup name=c count=1 sum=4096 {\n    dir size=4096 name=c\n}\n"),
    (["each", "size", "/", "2"], "value 1000.0\nvalue 15.0\nvalue 2048.0\n"),
    (["each", "k=size * 2"], "file size=2000 name=b k=4000\nfile size=30 name=a k=60\ndir size=4096 name=c k=8192\n"),
    (["to-text"], "2000\tb\n30\ta\n4096\tc\n"), (["to-kdl"], FILES + "\n"), (["from-kdl"], FILES + "\n"),
])
def test_commands(words: list[str], text: str) -> None:
    assert stage(words, pack(parse(FILES))) == (0, text.encode(), "")


def test_into_a_pipe() -> None:
    status, got, _ = stage(["where", "size > 100"], pack(parse(FILES)), PIPE)
    assert status == 0 and [node.props["name"].text for node in unpack(got)] == ["b", "c"]
    assert unpack(stage(["from-kdl"], b"a 1; b", PIPE)[1]) == parse("a 1; b")
    assert stage(["where", "@0 contains x"], b"ax\nb\n") == (0, b"line ax\n", "")


@pytest.mark.parametrize(("words", "given", "status", "said"), [
    (["where", "size >"], b"", 2, "where: a value or a field is expected here\n  size >\n        ^\nusage: where EXPRESSION\n"),
    (["where"], b"", 2, "where: at least one argument\nusage: where EXPRESSION\n"),
    (["sort", "("], b"", 2, "sort: a value or a field is expected here\n  (\n   ^\nusage: sort [-r] [FIELD ...]\n"),
    (["first", "x"], b"", 2, "first: COUNT is a whole number, not x\nusage: first [COUNT]\n"),
    (["each", "1 / 0"], b"x", 1, "each: division by zero\n  1 / 0\n  ^^^^^\n"),
    (["from-kdl"], b"a {", 1, "from-kdl: line 1, column 3: this `{` is never closed\n"),
    (["reverse"], b"\xff\0", 1, "reverse: byte 2 of the nodes: the stream ends inside a node\n"),
])
def test_wrong(words: list[str], given: bytes, status: int, said: str) -> None:
    assert stage(words, given) == (status, b"", said)


def test_early_end_reads_no_further() -> None:
    io = Streams("first", pack(parse("n\n")) * 5000, PIPE)
    entry = find(TABLE, "first")
    assert entry is not None and entry.run(Arguments(entry.command, ["3"]), io) == 0
    assert len(io.given) > 40000


def random_expression(r: random.Random, level: int) -> str:
    """Numbers, comparisons and logic, each where Python takes the same text for the same."""
    def number(depth: int) -> str:
        if depth == 0 or r.random() < 0.3:
            return r.choice(["a", "b", "c", "2", "3.5", "0", "(-1)", "1000", "0x1f"])
        return f"({number(depth - 1)} {r.choice('+-*/%')} {number(depth - 1)})" if r.random() < 0.5 else \
            f"{number(0)} {r.choice('+-*%')} {number(0)} {r.choice('+-*')} {number(0)}"
    if level == 0 or r.random() < 0.3:
        if r.random() < 0.2:
            return f"{number(1)} {r.choice(['in', 'not in'])} ({number(0)}, {number(0)})"
        return f"{number(2)} {r.choice(['==', '!=', '<', '<=', '>', '>='])} {number(2)}"
    inner = [random_expression(r, level - 1) for _ in range(2)]
    return r.choice([f"not ({inner[0]})", f"{inner[0]} and {inner[1]}", f"({inner[0]} or {inner[1]})", f"not {inner[0]} or {inner[1]}"])


@pytest.mark.slow
def test_expressions_mean_what_python_means() -> None:
    r, values = random.Random(61), {"a": 7, "b": -2.5, "c": 0}
    row = row_of(parse("n a=7 b=-2.5 c=0")[0])
    outcomes: dict[object, int] = {}
    for _ in range(4000):
        text = random_expression(r, 3)
        try:
            wanted: object = bool(eval(text, {}, values))       # noqa: S307
        except ZeroDivisionError:
            wanted = "division by zero"
        try:
            got: object = expression(text).holds(row)
        except ExpressionError as error:
            got = error.message
        assert got == wanted, text
        outcomes[got] = outcomes.get(got, 0) + 1
    assert len(outcomes) == 3 and min(outcomes.values()) > 100, outcomes
