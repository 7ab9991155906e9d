"""What the build packs, fs/ unpacks: every page, whatever it holds; and writing leaves the image as it is."""

import os
import random
import zlib

import pytest

from rumpk import Memory, Ptr, u8
from rumpkc.diagnostics import CompileError
from rumpkc.link.rootfs import assembly, pack

IMAGE = 0x2000_0000
SOURCE, TARGET = 0x1000_0000, 0x1800_0000


def some(chance: random.Random, size: int) -> bytes:
    """Bytes of one of several kinds."""
    kind = chance.randrange(4)
    if kind == 0:
        return chance.randbytes(size)
    if kind == 1:
        return bytes([chance.randrange(256)]) * size
    words = [chance.randbytes(chance.randrange(1, 9)) for _ in range(chance.choice((3, 40)))]
    return b"".join(chance.choice(words) for _ in range(size))[:size]


@pytest.mark.parametrize("level", [0, 1, 9])
def test_inflate(modules, level):
    inflate = modules.get("fs.inflate")
    chance = random.Random(level)
    for size in (0, 1, 100, 1500):
        data = some(chance, size)
        packer = zlib.compressobj(level, zlib.DEFLATED, -15, 9, zlib.Z_FIXED if size == 100 else zlib.Z_DEFAULT_STRATEGY)
        packed = packer.compress(data) + packer.flush()
        with Memory({SOURCE: bytearray(packed + b"?"), TARGET: bytearray(5000)}) as memory:
            assert inflate.inflate_page(Ptr[u8](SOURCE), len(packed), Ptr[u8](TARGET), 4096) == size
            assert memory.read(TARGET, size + 1) == data + b"\0"


def test_streams_that_are_none_end(modules):
    """Whatever the bytes are, it ends, and writes nothing outside."""
    inflate = modules.get("fs.inflate")
    chance = random.Random(1)
    for number in range(60):
        data = chance.randbytes(60) if number % 2 else bytes([number]) + chance.randbytes(8)
        with Memory({SOURCE: bytearray(data), TARGET: bytearray(64)}):
            assert 0 <= inflate.inflate_page(Ptr[u8](SOURCE), len(data), Ptr[u8](TARGET), 64) <= 64


@pytest.fixture
def folder(tmp_path):
    """A tree with files of many sizes."""
    chance = random.Random(3)
    for name, size in (("a/one", 1), ("a/b/page", 4096), ("a/b/more", 4097), ("empty", 0), ("z", 9000), (".hidden", 5)):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(some(chance, size))
    (tmp_path / "bare").mkdir()
    (tmp_path / "z").chmod(0o755)
    return tmp_path


def test_the_tree_of_an_image(folder, make_machine):
    blob = pack(folder)
    with make_machine({IMAGE: blob}) as machine:
        machine.tree._root = machine.root
        assert machine.tree.unpack_names()
        assert sorted(machine.names(b"/")) == [b"a", b"bare", b"empty", b"z"] and machine.names(b"/bare") == []
        used = machine.root.store.used
        for path in (b"a/one", b"a/b/page", b"a/b/more", b"empty", b"z"):
            wanted = (folder / os.fsdecode(path)).read_bytes()
            opening = machine.open(b"/" + path, os.O_RDWR)
            assert machine.read(opening, 20_000) == wanted and machine.fstat(opening)[3] == len(wanted)
            machine.files.file_close(opening)
        assert machine.root.store.used == used                      # reading takes nothing
        assert machine.stat(b"/z")[0] & 0o777 == 0o755
        wanted = bytearray((folder / "z").read_bytes())
        opening = machine.open(b"/z", os.O_RDWR)
        machine.files.file_seek(opening, 5000, 0)
        machine.write(opening, b"changed")
        wanted[5000:5007] = b"changed"
        assert machine.root.store.used == used + 2                  # the page, and the node above it
        machine.files.file_truncate(opening, 8300)
        machine.files.file_truncate(opening, 12_000)
        machine.files.file_seek(opening, 0, 0)
        assert machine.read(opening, 20_000) == bytes(wanted[:8300]) + bytes(3700)
        machine.files.file_close(opening)
        assert machine.rename(b"/a", b"/bare/a") == 0 and sorted(machine.names(b"/bare/a/b")) == [b"more", b"page"]
        assert machine.open(b"/bare/a/one", os.O_TRUNC | os.O_RDWR).flags and machine.stat(b"/bare/a/one")[3] == 0
    assert pack(folder) == blob and assembly(blob).count(".quad") == len(blob) // 8


def test_no_folder_and_links(tmp_path, make_machine):
    with make_machine({IMAGE: pack(None)}) as machine:
        assert machine.packed.packed_entries() == 0
    (tmp_path / "link").symlink_to("/etc/passwd")
    with pytest.raises(CompileError, match="neither a file nor a directory") as caught:
        pack(tmp_path)
    assert caught.value.diagnostics[0].code == "E0731"
