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
    assert board.sent == b"\x10\x02"
    write(console, 2, b"log\n")
    write(console, 1, b"out\x10\n")
    write(console, 1, b"more")
    write(console, 1, b"")
    write(console, 2, b"\x10")
    assert board.sent == b"\x10\x02log\n\x10\x01out\x10\x10\nmore\x10\x02\x10\x10"


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
