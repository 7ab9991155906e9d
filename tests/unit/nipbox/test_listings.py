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
    from npl.nipbox.commands import df, mem, ps
    said = {
        "/proc/workers": 'worker fid="0x1" name="ls" parent="0x0" hart=0 state="alive" promises="0x3" memory=65536 used=1200\n' * 2,
        "/proc/memory": "memory ram=1048576 image=5 arena=6\npages size=4096 count=100 free=50\nfiles quota=20 used=5 packed=0\n",
    }
    monkeypatch.setattr(ps, "snapshot", said.__getitem__)
    monkeypatch.setattr(mem, "whole_text", said.__getitem__)
    monkeypatch.setattr(df, "whole_text", said.__getitem__)
    assert text_of(command("df", TERMINAL)).splitlines()[1].split() == ["/", "ramfs", "80.0KiB", "20.0KiB", "60.0KiB"]
    assert text_of(command("ps", TERMINAL)).splitlines()[1].split() == ["0x1", "ls", "0", "alive", "stdio", "rpath", "64.0KiB", "1.2us"]
    assert [line.split() for line in text_of(command("mem", TERMINAL)).splitlines()] == [
        ["what", "size", "free"], ["ram", "1.0MiB"], ["image", "5B"], ["arena", "6B"],
        ["pages", "400.0KiB", "200.0KiB"], ["files", "80.0KiB", "60.0KiB"]]


def test_top_shares_out_the_time_between_two_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    from npl.nipbox.commands import top
    worker = 'worker fid="{}" name="{}" parent="0x0" hart=0 state="alive" promises="0x3" memory=4096 used={}\n'
    looks = iter([worker.format("0x1", "a", 100) + worker.format("0x2", "b", 500),
                  worker.format("0x1", "a", 125) + worker.format("0x2", "b", 1000) + worker.format("0x3", "c", 250), ""])
    clock = iter([1000, 2000, 3000])
    monkeypatch.setattr(top, "snapshot", lambda path: next(looks))
    monkeypatch.setattr(top, "uptime_ns", lambda: next(clock))
    monkeypatch.setattr(top, "sleep_us", lambda time: None)
    monkeypatch.setattr(top, "keys", lambda: 0)
    rows = [line.split() for line in text_of(command("top -c 2 -n 0.5", TERMINAL)).splitlines()]
    assert [row[:3] for row in rows] == [["percent", "fid", "name"], ["50.0", "0x2", "b"], ["25.0", "0x3", "c"], ["2.5", "0x1", "a"], []]


def test_events_and_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    from npl.nipbox.commands import dmesg, governor, trace
    event = 'event number={} time-us=12 hart=0 what="worker end" first="0x1" second="0x0"\n'
    said = {"/proc/events": "".join(event.format(i) for i in range(30)), "/proc/log": 'line "[rumpk] a"\nline "b?"\n',
            "/proc/irq": 'irq spurious=0\nlistener irq=10 fid="0x64"\n'}
    for module, name in ((trace, "snapshot"), (dmesg, "snapshot"), (governor, "whole_text")):
        monkeypatch.setattr(module, name, said.__getitem__)
    numbers = [node.props["number"].number for node in nodes(command("trace", PIPE))]
    assert numbers == list(range(10, 30)) and len(nodes(command("trace -n 3", PIPE))) == 3
    assert text_of(command("dmesg", TERMINAL)) == "[rumpk] a\nb?\n" and text_of(command("dmesg", FILE)) == 'line "[rumpk] a"\nline b?\n'
    refused = command("governor", TERMINAL)
    assert refused.status == 1 and "there is no governor" in refused.said and refused.got.decode().split()[3:] == ["10", "interrupts", "0x64"]


def test_find(folder: str) -> None:
    assert text_of(command("find", TERMINAL, folder)) == ".\n./.hidden\n./a\n./b\n./sub\n./sub/inner\n"
    assert text_of(command("find -n [ab] sub .", TEXT, folder)) == "./a\n./b\n"
    assert text_of(command("find -t folder", FILE, folder)) == 'entry path=. kind=folder\nentry path="./sub" kind=folder\n'
    assert text_of(command("find -n in*", FILE, folder)) == 'entry path="./sub/inner" kind=file size=(B)1\n'
    missing = command("find none sub", TERMINAL, folder)
    assert (missing.status, missing.said, missing.got) == (1, "find: none: No such file or directory\n", b"sub\nsub/inner\n")
    assert command("find -t link", TERMINAL, folder).status == 2


def test_stat(folder: str) -> None:
    props = nodes(command("stat a", PIPE, folder))[0].props
    assert (props["name"].text, props["kind"].text, props["size"].number, props["modified"].text) == ("a", "file", 10, "2023-11-14T22:13:20Z")
    missing = command("stat none sub", PIPE, folder)
    assert missing.status == 1 and missing.said == "stat: none: No such file or directory\n" and len(missing.got) > 0


def test_hexdump(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(bytes(range(0x1E, 0x30)) + b"\xff")
    folder = str(tmp_path)
    assert text_of(command("hexdump f", TERMINAL, folder)).splitlines() == [
        "00000000  1e 1f 20 21 22 23 24 25  26 27 28 29 2a 2b 2c 2d  |.. !\"#$%&'()*+,-|", "00000010  " + "2e 2f ff".ljust(48) + "  |./.|"]
    assert text_of(command("hexdump -s 17 -n 1 f", TERMINAL, folder)).split() == ["00000011", "2f", "|/|"]
    assert text_of(command("hexdump -s 99 f", TERMINAL, folder)) == "" == text_of(command("hexdump -n 0 f", TERMINAL, folder))
    (tmp_path / "long").write_bytes(bytes(9999))
    lines = text_of(command("hexdump -s 4090 -n 5000 long", TERMINAL, folder)).splitlines()
    assert [int(line[:8], 16) for line in lines] == list(range(4090, 9090, 16)) and len(lines[-1].split("|")[1]) == 5000 % 16
    assert command("hexdump .", TERMINAL, folder).status == 1


def test_write(tmp_path: Path) -> None:
    folder = str(tmp_path)
    assert text_of(command("write f one two", TERMINAL, folder)) == "" and (tmp_path / "f").read_bytes() == b"one two\n"
    assert text_of(command("write -a f -n", TERMINAL, folder)) == "" and (tmp_path / "f").read_bytes() == b"one two\n-n\n"
    assert text_of(command("write g", TERMINAL, folder, b"\x00\xffabc" * 2000)) == "" and (tmp_path / "g").read_bytes() == b"\x00\xffabc" * 2000
    assert command("write none/f a", TERMINAL, folder).said == "write: none/f: No such file or directory\n"


@pytest.mark.parametrize(("line", "expected"), [
    ("grep -n b t", "2:b\n"), ("grep -c b t u", "t:1\nu:2\n"), ("grep -l ab t u", "u\n"), ("grep -rn ab", "s/v:1:ab\nu:1:ab\n"), ("grep -rh ab .", "ab\nab\n"),
    ("grep -w ab u", "ab\n"), ("grep -w a u", ""), ("grep -x b t u", "t:b\nu:b\n"), ("grep -H a t", "t:a\n"), ("grep -vc a t", "2\n"), ("grep -e -n t", ""), ("grep -qi A t", ""), ("grep -F a t", "a\n"),
    ("head -2 t", "a\nb\n"), ("head -c 3 t", "a\nb"), ("head -n 0 t", ""), ("head -n 1 t u", "==> t <==\na\n\n==> u <==\nab\n"),
    ("tail -2 t", "b\nc\n"), ("tail -c 3 t", "\nc\n"), ("tail -n +2 t", "b\nc\n"), ("tail -n 0 t", ""), ("tail -c 0 t", ""),
    ("cat -n t u", "     1  a\n     2  b\n     3  c\n     4  ab\n     5  b\n"), ("wc -m t", "      6 t\n"),
    ("find . -name v", "./s/v\n"), ("find -type d", ".\n./s\n"), ("find . -maxdepth 0", ".\n"), ("find -type f -name ?", "./s/v\n./t\n./u\n"),
])
def test_options_as_people_type_them(line: str, expected: str, tmp_path: Path) -> None:
    for name, text in (("t", "a\nb\nc\n"), ("u", "ab\nb\n"), ("s/v", "ab\n")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert text_of(command(line, TEXT, str(tmp_path))) == expected


@pytest.mark.parametrize("line", ["grep x", "cat -n"])
def test_a_line_without_an_end_is_refused(line: str) -> None:
    io = command(line, PIPE, "/", b"x" * 200_000)
    assert io.said == f"{line.split()[0]}: -: a line has more than 65,536 bytes\n" and io.status != 0


def test_large_files_stream(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"".join(b"%d\n" % i for i in range(300_000)))
    assert text_of(command("tail -n 2 large", TEXT, str(tmp_path))) == "299998\n299999\n"
    assert text_of(command("grep 29999 large", TEXT, str(tmp_path))).split()[0] == "29999"


def test_stat_shows_a_person_a_line_a_field(folder: str) -> None:
    lines = [line.split(None, 1) for line in text_of(command("stat b", TERMINAL, folder)).splitlines()]
    assert [line[0] for line in lines] == ["name", "kind", "size", "mode", "number", "links", "read", "modified", "changed"]
    assert lines[0][1] == "b" and lines[2][1] == "1.9KiB" and lines[7][1] == "2023-11-14 22:13:20"


def test_sort_takes_lines() -> None:
    assert text_of(command("sort", FILE, given=b"b\na\nc\n")) == "line a\nline b\nline c\n"
