"""Commands that give nodes: `ls`, `ps`, `mem`, `jobs`; and what commands over text read of nodes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from test_node_commands import Streams

from lib.kdl.document import Node
from lib.kdl.packed import pack
from lib.kdl.reader import parse
from lib.kdl.rows import unpack
from npl.nipbox.commands.table import TABLE
from npl.nipbox.dispatch import find, run_entry
from npl.nipbox.io import FILE, PIPE, TERMINAL, TEXT

NODES = pack(parse("a n=1; b n=2 { c }"))


class Shown(Streams):
    def print(self, text: str) -> None:
        self.got += text.encode() + b"\n"

    def write(self, text: str) -> None:
        self.got += text.encode()


def command(line: str, output: str, folder: str = "/", given: bytes = b"", extra: list[str] | None = None) -> Shown:
    words = line.split()
    io = Shown(words[0], given, output)
    io.directory = folder
    entry = find(TABLE, words[0])
    assert entry is not None
    io.status = run_entry(entry, words[1:], extra or [], io, TABLE)
    return io


def text_of(io: Shown) -> str:
    assert io.said == ""
    return io.got.decode()


@pytest.fixture
def folder(tmp_path: Path) -> str:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "inner").write_text("x")
    for name, size in (("b", 2000), ("a", 10), (".hidden", 1)):
        (tmp_path / name).write_bytes(b"x" * size)
        os.utime(tmp_path / name, (0, 1_700_000_000))
    return str(tmp_path)


def through(lines: str, folder: str, output: str) -> str:
    """A pipeline, its stages one after the other."""
    stages, data = lines.split(" | "), b""
    for i, stage in enumerate(stages):
        io = command(stage, output if i == len(stages) - 1 else PIPE, folder, data)
        assert io.said == ""
        data = io.got
    return data.decode()


def test_names_for_a_person_and_for_a_shell(folder: str) -> None:
    assert text_of(command("ls", TERMINAL, folder)) == "a     b     sub/\n"
    assert text_of(command("ls -a", TEXT, folder)) == ".hidden\na\nb\nsub/\n"
    assert text_of(command("ls sub b", TERMINAL, folder)) == "sub:\ninner\nb\n"


def test_nodes_for_the_rest(folder: str) -> None:
    assert text_of(command("ls b a", FILE, folder)) == (
        'entry name=b kind=file size=(B)2000 modified=(date-time)"2023-11-14T22:13:20Z"\n'
        'entry name=a kind=file size=(B)10 modified=(date-time)"2023-11-14T22:13:20Z"\n')
    assert [node.props["name"].text for node in nodes(command("ls sub .", PIPE, folder))] == [
        "sub/inner", "./a", "./b", "./sub"]
    assert text_of(command("ls -l b a", TERMINAL, folder)).splitlines()[1].split() == [
        "b", "file", "1.9KiB", "2023-11-14", "22:13:20"]


def nodes(io: Shown) -> list[Node]:
    assert io.said == ""
    return unpack(io.got)


def test_the_pipeline_of_the_issue(folder: str) -> None:
    line = "ls | where size > 1KiB | sort size | select name size | first 5"
    assert through(line, folder, TERMINAL) == "name    size\nb     1.9KiB\n"
    assert through("ls -a | where kind == file | sort -r size | get name", folder, TERMINAL) == "b\na\n.hidden\n"


def test_what_is_not_there(folder: str) -> None:
    for output in (TERMINAL, PIPE):
        io = command("ls none a", output, folder)
        assert io.status == 1 and io.said == "ls: none: No such file or directory\n" and len(io.got) > 0


def test_jobs() -> None:
    extra = ["2", "1", "sleep 5", "2", "3", "cat a | wc"]
    assert text_of(command("jobs", FILE, extra=extra)) == 'job job=1 line="sleep 5"\njob job=3 line="cat a | wc"\n'
    assert text_of(command("jobs", TERMINAL)) == ""


@pytest.mark.parametrize(("line", "text"), [
    ("cat", "a n=1\nb n=2 { c }\n"), ("head -n 1", "a n=1\n"), ("tail -n 1", "b n=2 { c }\n"), ("grep b", "b n=2 { c }\n"),
    ("wc -l", "      2\n"), ("cat -", "a n=1\nb n=2 { c }\n"),
])
def test_commands_over_text_read_kdl(line: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[bytes] = []
    monkeypatch.setattr(os, "write", lambda descriptor, data: written.append(data) or len(data))
    io = command(line, TERMINAL, given=NODES)
    assert io.said == "" and b"".join(written) + io.got == text.encode()


def test_cat_passes_nodes_on() -> None:
    assert command("cat", PIPE, given=NODES).got == NODES


def test_bytes_that_only_begin_like_nodes_are_bytes() -> None:
    assert text_of(command("wc -c", TERMINAL, given=b"\xff\xd8\xff\xe0" + b"x" * 100)) == "    104\n"
    damaged = command("wc -c", TERMINAL, given=NODES[:-3])
    assert damaged.status == 1 and damaged.said.startswith("wc: byte ")


def test_workers_and_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    from npl.nipbox.commands import mem, ps
    said = {
        "/proc/workers": 'worker fid="0x1" parent="0x0" hart=0 state="alive" promises="0x3" memory=65536 used-ticks=12\n' * 2,
        "/proc/memory": "memory ram=1048576 image=5 arena=6\npages size=4096 count=100 free=50\nfiles quota=20 used=5 packed=0\n",
    }
    for module in (ps, mem):
        monkeypatch.setattr(module, "whole_text", said.__getitem__)
    assert text_of(command("ps", TERMINAL)).splitlines()[1].split() == ["0x1", "0x0", "0", "alive", "0x3", "64.0KiB", "12"]
    assert [line.split() for line in text_of(command("mem", TERMINAL)).splitlines()] == [
        ["what", "size", "free"], ["ram", "1.0MiB"], ["image", "5B"], ["arena", "6B"],
        ["pages", "400.0KiB", "200.0KiB"], ["files", "80.0KiB", "60.0KiB"]]
