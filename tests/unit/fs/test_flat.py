"""/dev and /proc."""

import os

import pytest

from lib.kdl.reader import parse
from rumpk import w64


@pytest.fixture
def flat(machine, monkeypatch):
    """Both are mounted; the kernel's key is 7."""
    monkeypatch.setattr(machine.devices, "own_key", lambda purpose: w64(7) * purpose)
    for name, system in ((b"dev", machine.tree._devices), (b"proc", machine.tree._proc)):
        machine.mkdir(b"/" + name)
        machine.mounts.mount(system, 0, machine.root.lookup(machine.root.root(), machine.put(name), len(name)))
    return machine


def read(machine, path: bytes, count: int = 300) -> bytes:
    opening = machine.open(path, 0)
    data = machine.read(opening, count)
    machine.files.file_close(opening)
    return data


def test_devices(flat):
    assert sorted(flat.names(b"/dev")) == [b"console", b"null", b"random", b"zero"]
    assert read(flat, b"/dev/null") == b"" and read(flat, b"/dev/zero", 9) == bytes(9)
    first, second = read(flat, b"/dev/random"), read(flat, b"/dev/random")
    assert len(first) == len(second) == 300 and first != second and len(set(first)) > 100
    opening = flat.open(b"/dev/null", os.O_WRONLY | os.O_TRUNC | os.O_CREAT | os.O_APPEND)
    assert flat.write(opening, b"gone") == 4 and flat.files.file_truncate(opening, 3) == -22
    zeros = flat.open(b"/dev/zero", os.O_RDWR)
    assert flat.files.file_seek(zeros, (1 << 63) - 1, 0) == (1 << 63) - 1 and flat.read(zeros, 9) == bytes(9)
    console = flat.open(b"/dev/console", os.O_RDWR)
    assert flat.files.file_seek(console, 0, 0) == -29
    for path in (b"/dev/null", b"/proc/irq"):
        assert flat.unlink(path) == -30 and flat.rename(path, path + b"x") == -30 and flat.mkdir(path + b"x") == -30
    assert flat.open(b"/dev/new", os.O_CREAT | os.O_RDWR) == -30 and flat.rmdir(b"/dev") == -16


def test_proc_is_kdl(flat):
    """What needs records of workers and fibers is read on the boards: tests/programs/workers/files.py."""
    assert sorted(flat.names(b"/proc")) == [b"events", b"irq", b"log", b"memory", b"rings", b"workers"]
    for name in (b"irq", b"log", b"memory"):
        text = read(flat, b"/proc/" + name, 60_000)
        nodes = parse(text.decode())
        assert name != b"memory" or [node.name for node in nodes] == ["memory", "pages", "files"]
        opening = flat.open(b"/proc/" + name, 0)                    # in pieces it is the same text
        out = b""
        while piece := flat.read(opening, 7):
            out += piece
        assert out[:20] == text[:20] and abs(len(out) - len(text)) < 3
        assert flat.open(b"/proc/" + name, os.O_WRONLY) == -30
    assert flat.open(b"/proc/none", 0) == -2
