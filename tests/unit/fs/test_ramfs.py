"""What ramfs costs, where its room ends, and that everything comes back."""

import os
import random

import pytest

CREATE = os.O_CREAT | os.O_RDWR
ENOSPC = -28


def put(machine, path: bytes, data: bytes) -> int:
    """A file with that content; what `write` said."""
    opening = machine.open(path, CREATE)
    if isinstance(opening, int):
        return opening
    done = machine.write(opening, data)
    machine.files.file_close(opening)
    return done


def prepare(machine) -> None:
    """Some files, and a directory at the edge of a new table and a new page of records."""
    machine.mkdir(b"/d")
    for index in range(16):
        assert put(machine, b"/d/%02d" % index, b"x" * index) == index
    put(machine, b"/f", b"y" * 5000)
    put(machine, b"/g", b"")


OPERATIONS = {
    "mkdir": lambda m: m.mkdir(b"/d/new"),
    "create": lambda m: m.open(b"/d/" + b"n" * 255, CREATE),
    "rename": lambda m: m.rename(b"/f", b"/d/" + b"n" * 200),
    "replace": lambda m: m.rename(b"/f", b"/d/03"),
    "write": lambda m: put(m, b"/g", b"z" * 9000),
    "far": lambda m: far(m),
}


def far(machine) -> int:
    """A write far behind the end, which needs a higher tree."""
    opening = machine.open(b"/f", os.O_RDWR)
    machine.files.file_seek(opening, 600 << 20, 0)
    done = machine.write(opening, b"end")
    machine.files.file_close(opening)
    return done


@pytest.mark.parametrize("name", OPERATIONS)
def test_where_the_room_ends(machine, name):
    """Each operation with 0, 1, 2 … pages left: it is done, or says ENOSPC and nothing has changed."""
    prepare(machine)
    store = machine.root.store
    before, done = machine.everything(), None
    for left in range(12):
        store.limit = store.used + left
        result = OPERATIONS[name](machine)
        if not isinstance(result, int) or result >= 0:
            done = result
            break
        assert result == ENOSPC and machine.everything() == before, left
    assert done is not None and (left > 0 or name in ("replace", "mkdir"))
    if name == "write" and done < 9000:
        assert done % 4096 == 0                             # what found room, and no byte more
        opening = machine.open(b"/g", os.O_RDWR)
        assert machine.read(opening, 10000) == b"z" * done and machine.write(opening, b"z") == ENOSPC


def test_everything_comes_back(machine):
    """Whatever was done: when it is gone, the pages are as they were."""
    store, free = machine.root.store, machine.kernel.pages_free()
    chance = random.Random(7)
    for _ in range(3):
        machine.mkdir(b"/d")
        for index in range(40):
            put(machine, b"/d/%d" % index, bytes(chance.randrange(20_000)))
        held = machine.open(b"/d/7", os.O_RDWR)
        for index in chance.sample(range(40), 40):
            assert machine.unlink(b"/d/%d" % index) == 0
        assert machine.write(held, b"still there") == 11 and store.used > 1
        machine.files.file_close(held)
        assert machine.rmdir(b"/d") == 0
        assert store.used == 1 and machine.kernel.pages_free() == free and list(store.open)[0] == list(store.open)[2] == 0


def test_a_removed_directory_that_is_held(machine):
    machine.mkdir(b"/d")
    held = machine.open(b"/d", os.O_DIRECTORY)
    assert machine.rmdir(b"/d") == 0 and machine.stat(b"/d") == -2
    assert machine.fstat(held)[2] == 0
    machine.files.file_close(held)
    assert machine.root.store.used == 1


def test_a_lookup_among_hundreds(machine, monkeypatch):
    """It compares names that are equal, and looks at a few entries."""
    names = machine.ramfs_names
    for index in range(300):
        machine.open(b"/name-%d" % index, CREATE)
    compared, looked = [], []
    real_is_name, real_words = names.is_name, names.words
    monkeypatch.setattr(names, "is_name", lambda *a: compared.append(1) or real_is_name(*a))
    monkeypatch.setattr(names, "words", lambda place: looked.append(1) or real_words(place))
    for index in range(300):
        assert not isinstance(machine.stat(b"/name-%d" % index), int)
    assert len(compared) == 300 and len(looked) < 3_000
    assert machine.stat(b"/name-300") == -2
    assert sorted(machine.names(b"/")) == sorted(b"name-%d" % i for i in range(300))


def test_reading_a_directory_that_changes(machine):
    """Every name that stays is given once."""
    for index in range(200):
        put(machine, b"/%03d" % index, b"")
    held, seen = machine.open(b"/", os.O_DIRECTORY), []
    chance = random.Random(5)
    gone: set[bytes] = set()
    while found := machine.scan(held, 2400):
        seen += found
        for index in chance.sample(range(200), 8):
            if b"%03d" % index not in gone:
                gone.add(b"%03d" % index)
                machine.unlink(b"/%03d" % index)
        if len(seen) < 150:                                 # else it would never end
            put(machine, b"/new%d" % len(seen), b"")
    assert len(seen) == len(set(seen))
    assert {b"%03d" % i for i in range(200)} - gone <= set(seen)


def test_holes_and_large_places(machine):
    opening = machine.open(b"/f", CREATE)
    for place in (0, 4095, 5 << 20, 3 << 30, (1 << 39) - 2):
        machine.files.file_seek(opening, place, 0)
        assert machine.write(opening, b"ab") == 2
        machine.files.file_seek(opening, place, 0)
        assert machine.read(opening, 2) == b"ab"
    assert machine.write(opening, b"c") == -27 and machine.files.file_truncate(opening, (1 << 39) + 1) == -27
    machine.files.file_seek(opening, 4096, 0)
    assert machine.read(opening, 5000) == b"b" + bytes(4999)
    assert machine.root.store.used < 25
    assert machine.files.file_truncate(opening, (5 << 20) + 1) == 0
    assert machine.files.file_truncate(opening, 6 << 20) == 0
    machine.files.file_seek(opening, 5 << 20, 0)
    assert machine.read(opening, 5) == b"a\0\0\0\0"
    assert machine.files.file_truncate(opening, 0) == 0
    assert machine.fstat(opening)[3] == 0
    machine.files.file_close(opening)
    machine.unlink(b"/f")
    assert machine.root.store.used == 1


def test_mounts(machine):
    """A file system on a directory of another: in, out, and nothing across."""
    ramfs = machine.ramfs.RamFs()
    ramfs.begin(20)
    machine.mkdir(b"/m")
    machine.mkdir(b"/m/hidden")
    node = machine.root.lookup(machine.root.root(), machine.put(b"m"), 1)
    machine.mounts.mount(ramfs, 0, node)
    assert machine.names(b"/m") == [] and machine.mkdir(b"/m/in") == 0 and machine.names(b"/m/in/../../m/.") == [b"in"]
    assert machine.names(b"/m/..") == [b"m"] and machine.stat(b"/m")[7] == 2 and machine.stat(b"/")[7] == 1
    put(machine, b"/f", b"1")
    assert machine.rename(b"/f", b"/m/f") == -18 and machine.rmdir(b"/m") == -16 and machine.rename(b"/m", b"/n") == -16
    machine.mkdir(b"/e")
    assert machine.rename(b"/e", b"/m") in (-16, -18) and machine.unlink(b"/m") == -21
    assert machine.mkdir(b"/m") == -17 and machine.rmdir(b"/") == -16 and machine.rename(b"/", b"/x") == -16


def test_nonsense(machine):
    for path, error in ((b"", -2), (b"a", -22), (b"/a\0b", -22), (b"/" + b"a/" * 3000, -36), (b"/" + b"a" * 256, -36)):
        assert machine.stat(path) == machine.mkdir(path) == machine.unlink(path) == machine.rename(path, b"/x") == error, path
    assert machine.open(b"/", 3) == -22
    full = machine.open(b"/f", os.O_WRONLY | os.O_CREAT)
    assert machine.read(full, 5) == -9 and machine.files.file_seek(full, -1, 0) == machine.files.file_seek(full, 0, 3) == -22
    assert machine.scan(full, 104) == -20
    machine.open(b"/" + b"n" * 255, CREATE)
    held = machine.open(b"/", 0)
    assert list(machine.scan(held, 104)) == [b"f"]
    assert machine.scan(held, 104) == machine.scan(held, 64) == machine.scan(held, 0) == -22    # no room for the next one
    assert list(machine.scan(held, 328)) == [b"n" * 255] and machine.scan(held, 0) == {}


def test_a_scan_tells_what_stat_does(machine):
    machine.mounts.mount(machine.tree._proc, 0, machine.root.mkdir(machine.root.top, machine.put(b"m"), 1, 0o755))
    machine.mkdir(b"/d")
    for index in range(60):
        put(machine, b"/d/" + b"n" * (1 + 4 * index), b"x" * index)
    machine.mkdir(b"/d/e")
    for path, room in ((b"/d", 328), (b"/d", 4096), (b"/", 4096), (b"/m", 1024), (b"/d/e", 328)):
        found = machine.facts(path, room)
        assert found == {name: machine.stat(path + b"/" + name) for name in found}
    assert len(machine.facts(b"/d")) == 61 and machine.facts(b"/")[b"m"][7] == 2     # what is mounted there
