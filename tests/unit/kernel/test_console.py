"""The serial line's two forms (docs/SPEC.md, "Serial line")."""

from importlib import import_module

import pytest

from rumpk import Memory, Ptr, u8

BUFFER = 0x8000_0000


@pytest.fixture
def console(board):
    return import_module("kernel.console")


def write(console, channel: int, data: bytes) -> None:
    with Memory({BUFFER: data or b"\0"}):
        assert console.plat_write(channel, Ptr[u8](BUFFER), len(data)) == len(data)


def read(console, count: int = 80) -> bytes:
    buffer = bytearray(count)
    with Memory({BUFFER: buffer}):
        taken = console.plat_read(0, Ptr[u8](BUFFER), count)
    return bytes(buffer[:taken])


def test_plain_output(console, board):
    console.use_frames(False)
    write(console, 1, b"a\n\x10b\r")
    write(console, 2, b"c\n")
    assert board.sent == b"a\r\n\x10b\rc\r\n"


def test_framed_output(console, board):
    console.use_frames(True)
    assert board.sent == b"\x10\x03"
    write(console, 2, b"log\n")
    write(console, 1, b"out\x10\n")
    write(console, 1, b"more")
    write(console, 1, b"")
    write(console, 2, b"\x10")
    assert board.sent == b"\x10\x03\x10\x02log\n\x10\x01out\x10\x10\nmore\x10\x02\x10\x10"


def test_plain_input(console, board):
    board.type(b"ab\rcd\n\x04")
    assert [read(console), read(console), read(console)] == [b"ab\n", b"cd\n", b""]
    board.type(b"x\x04\x10\r")
    assert read(console) == b"x\x04\x10\n"


def test_plain_end_of_input_does_not_stay(console, board):
    board.type(b"\x04a\r")
    assert [read(console), read(console)] == [b"", b"a\n"]


def test_framed_input(console, board):
    console.use_frames(True)
    board.type(b"a\r\x04\x10\x10b\x10\x07c\n")
    assert read(console) == b"a\r\x04\x10bc\n"
    board.type(b"xy\x10\x04")
    assert [read(console), read(console), read(console)] == [b"xy", b"", b""]


def test_a_read_takes_what_is_there_and_no_more(console, board):
    board.type(b"abcd")
    assert [read(console, 3), read(console, 3)] == [b"abc", b"d"]


def said(console, board, *parts: bytes, channel: int = 1) -> bytes:
    """What goes out for what workers say, in portions."""
    marks = import_module("kernel.marks")
    board.sent = b"" if isinstance(board.sent, bytes) else bytearray()
    for part in parts:
        with Memory({BUFFER: part or b"\0"}):
            assert marks.write_marked(channel, Ptr[u8](BUFFER), len(part)) == len(part)
    return bytes(board.sent).replace(b"\r\n", b"\n")


@pytest.mark.parametrize("line", [b"[rumpk] memory", b"[Spawn] x", b"[Pledge] x", b"[Worker] x", b"*** KERNEL PANIC: x ***"])
def test_a_worker_cannot_speak_like_the_kernel(console, board, line):
    console.use_frames(False)
    assert said(console, board, line + b"\n") == b"| " + line + b"\n"
    assert said(console, board, b"ok\n" + line + b"\nok\n") == b"ok\n| " + line + b"\nok\n"
    for before in (b"\r", b"\x1b[2K", b"\x1b[1;31m", b"\xc2\xa0", b"\x1b]0;title\x07", b"\x1b(B", b"\x00", b"\x1b[31", b"ab\x08"):
        after = b"m" if before == b"\x1b[31" else b""
        got = said(console, board, b"ab" + before + after + line + b"\n")
        assert got == b"ab" + before + after + b"| " + line + b"\n", before
    for cut in range(1, 7):
        got = said(console, board, line[:cut], b"", line[cut:] + b"\n")
        assert got == line[:cut] + b"| " + line[cut:] + b"\n"
    letters = [line[i:i + 1] for i in range(len(line))]
    assert said(console, board, *letters, b"\n") == line[:6] + b"| " + line[6:] + b"\n"


def test_what_workers_say_otherwise_goes_out_as_it_is(console, board):
    console.use_frames(False)
    for text in (b"[1, 2]\n", b"[rump]\n[Worke\nr] x\n", b"a [rumpk] b\n", b"***\n** KERNEL\n", b"\x1b[31mred\x1b[0m\n", b"[Spaw",
                 b"n\n", b""):
        assert said(console, board, text) == text
    console.use_frames(True)
    assert said(console, board, b"[rumpk] x\n") == b"\x10\x01[rumpk] x\n"
    assert said(console, board, b"[rumpk] x\n\x10\x03", channel=2) == b"\x10\x02| [rumpk] x\n\x10\x10\x03"


def test_the_kernels_line_begins_a_line(console, board):
    log = import_module("kernel.log")
    console.use_frames(False)

    def line(before: bytes) -> bytes:
        said(console, board, before)
        log.begin()
        log.text("x")
        log.end()
        return bytes(board.sent).replace(b"\r\n", b"\n")[len(before):]

    assert line(b"done\n") == b"[rumpk] x\n"
    assert line(b"fake") == b"\n[rumpk] x\n"
    assert line(b"[rum") == b"\n[rumpk] x\n"
    assert line(b"\x1b]0;") == b"\x18\n[rumpk] x\n" and line(b"\x1b[") == b"\x18\n[rumpk] x\n"
    console.use_frames(True)
    line(b"fake")
    assert bytes(board.sent).endswith(b"\x10\x01fake\x10\x03[rumpk] x\n")
