"""docs/FILES.md, "What holds for every file system", promise by promise, through the VFS.

A new file system adds a function to SYSTEMS, which makes a machine whose root it is: all that is here then holds for it, too.
"""

import os
import random

import pytest

CREATE = os.O_CREAT | os.O_RDWR
READ, BOTH, APPEND = os.O_RDONLY, os.O_RDWR, os.O_WRONLY | os.O_APPEND | os.O_CREAT
FLEETING = 0o40000000
SIZE, ATIME, MTIME, CTIME = 3, 4, 5, 6            # in what `stat` gives


def ramfs(make_machine):
    return make_machine({0x2000_0000: bytes(8)})


SYSTEMS = [ramfs]


@pytest.fixture(params=SYSTEMS, ids=lambda system: system.__name__)
def machine(request, make_machine):
    with request.param(make_machine) as made:
        yield made


def put(machine, path: bytes, data: bytes) -> None:
    opening = machine.open(path, CREATE | os.O_TRUNC)
    assert machine.write(opening, data) == len(data)
    machine.files.file_close(opening)


def prepare(machine) -> None:
    for path in (b"/d", b"/d/e", b"/empty"):
        assert machine.mkdir(path) == 0
    for path in (b"/f", b"/d/g", b"/d/e/h"):
        put(machine, path, path * 1000)


def refused_write(machine) -> int:
    opening = machine.open(b"/f", READ)
    result = machine.write(opening, b"x")
    machine.files.file_close(opening)
    return result


REFUSED = {
    "mkdir of what is there": lambda m: m.mkdir(b"/d"), "mkdir below a file": lambda m: m.mkdir(b"/f/x"), "mkdir below nothing": lambda m: m.mkdir(b"/none/x"),
    "create twice": lambda m: m.open(b"/f", CREATE | os.O_EXCL), "create below nothing": lambda m: m.open(b"/none/x", CREATE),
    "write to a folder": lambda m: m.open(b"/d", BOTH), "a name too long": lambda m: m.open(b"/" + b"n" * 256, CREATE),
    "unlink a folder": lambda m: m.unlink(b"/d"), "unlink nothing": lambda m: m.unlink(b"/none"), "rmdir with names": lambda m: m.rmdir(b"/d"),
    "rmdir of a file": lambda m: m.rmdir(b"/f"), "rename into itself": lambda m: m.rename(b"/d", b"/d/e/x"), "rename nothing": lambda m: m.rename(b"/none", b"/f"),
    "rename over names": lambda m: m.rename(b"/empty", b"/d"), "rename a file over a folder": lambda m: m.rename(b"/f", b"/empty"),
    "rename a folder over a file": lambda m: m.rename(b"/empty", b"/f"), "a size below zero": lambda m: m.truncate(b"/f", -1),
    "times of nothing": lambda m: m.set_times(b"/none", 1, 2), "truncate a folder": lambda m: m.truncate(b"/d", 0), "write to what was opened to read": refused_write,
}


@pytest.mark.parametrize("what", REFUSED)
def test_an_error_has_changed_nothing(machine, what):
    prepare(machine)
    before = machine.everything()
    result = REFUSED[what](machine)
    assert isinstance(result, int) and result < 0
    assert machine.everything() == before


def test_a_write_tells_how_much_found_room(machine):
    put(machine, b"/f", b"a")
    opening = machine.open(b"/f", BOTH)
    machine.files.file_seek(opening, 0, 2)
    total, piece = 1, b"x" * 60_000
    while (done := machine.write(opening, piece)) == len(piece):
        total += done
    assert 0 <= done < len(piece) or done == -28
    total += max(done, 0)
    assert machine.write(opening, b"y") == -28 and machine.stat(b"/f")[SIZE] == total, "then it is ENOSPC, and changes nothing"
    machine.files.file_close(opening)
    assert machine.unlink(b"/f") == 0
    put(machine, b"/g", b"room again")


def test_rename_replaces_in_one_step(machine):
    put(machine, b"/old", b"old")
    put(machine, b"/new", b"new")
    held = machine.open(b"/old", READ)
    assert machine.rename(b"/new", b"/old") == 0
    assert machine.content(b"/old") == b"new" and machine.names(b"/") == [b"old"]
    assert machine.read(held, 10) == b"old", "who holds the one that was replaced, reads it"
    machine.files.file_close(held)
    assert machine.rename(b"/old", b"/old") == 0 and machine.content(b"/old") == b"new"


def test_a_file_lives_as_long_as_somebody_holds_it(machine):
    for _ in range(3):                  # its room comes back: a thousand pages hold it once
        held = machine.open(b"/f", CREATE)
        assert machine.unlink(b"/f") == 0 and machine.names(b"/") == []
        for _ in range(40):
            assert machine.write(held, b"z" * 60_000) == 60_000
        assert machine.files.file_seek(held, 0, 0) == 0 and machine.read(held, 3) == b"zzz"
        put(machine, b"/f", b"another one")
        assert machine.fstat(held)[SIZE] == 2_400_000 and machine.fstat(held)[2] == 0
        machine.files.file_close(held)
        assert machine.content(b"/f") == b"another one" and machine.unlink(b"/f") == 0


def test_appending_finds_the_end_each_time(machine):
    first, second = machine.open(b"/f", APPEND), machine.open(b"/f", APPEND)
    for i in range(50):
        assert machine.write(first if i % 3 else second, b"%02d" % i) == 2
        machine.files.file_seek(first, 0, 0)
    assert machine.content(b"/f") == b"".join(b"%02d" % i for i in range(50))


@pytest.mark.parametrize("seed", range(5))
def test_a_folder_is_read_while_others_change_it(machine, seed):
    chance = random.Random(seed)
    stay = {b"stay%d" % i for i in range(40)}
    for name in stay:
        put(machine, b"/" + name, b"")
    others = [b"other%d" % i for i in range(40)]
    for name in others[::2]:
        put(machine, b"/" + name, b"")
    chance.shuffle(others)
    opening, seen = machine.open(b"/", 0o200000), []
    while found := machine.scan(opening, 400):
        seen += found
        for name in others[:3]:         # each comes, or goes, once
            if machine.unlink(b"/" + name) < 0:
                put(machine, b"/" + name, b"")
        others = others[3:]
    assert len(seen) == len(set(seen)), f"a name came twice, seed {seed}"
    assert stay <= set(seen) and not others[3:], f"seed {seed}"


def test_gaps_are_zeros(machine):
    opening = machine.open(b"/f", CREATE)
    machine.files.file_seek(opening, 10_000_000, 0)         # more than there is room for
    assert machine.write(opening, b"end") == 3
    machine.files.file_seek(opening, 9_999_990, 0)
    assert machine.read(opening, 100) == bytes(10) + b"end"
    assert machine.truncate(b"/f", 5) == 0 and machine.truncate(b"/f", 9) == 0 and machine.content(b"/f") == bytes(9)


def test_times_move_with_what_changes(machine):
    put(machine, b"/f", b"a")
    before = machine.stat(b"/f")
    machine.content(b"/f")
    assert machine.stat(b"/f")[MTIME:CTIME + 1] == before[MTIME:CTIME + 1], "reading is no change"
    opening = machine.open(b"/f", BOTH)
    machine.write(opening, b"b")
    after = machine.stat(b"/f")
    assert after[MTIME] > before[MTIME] and after[CTIME] > before[CTIME]
    folder = machine.stat(b"/")
    machine.mkdir(b"/d")
    assert machine.stat(b"/")[MTIME] > folder[MTIME]


def test_fsync_keeps_what_was_written(machine):
    opening = machine.open(b"/f", CREATE)
    machine.write(opening, b"bytes")
    assert machine.files.file_fsync(opening) == 0
    assert machine.content(b"/f") == b"bytes"
    folder = machine.open(b"/", 0o200000)
    assert machine.files.file_fsync(folder) == 0


def test_times_are_as_they_are_set(machine):
    prepare(machine)
    for path in (b"/f", b"/d"):
        changed = machine.stat(path)[CTIME]
        assert machine.set_times(path, 7, 8_000_000_009) == 0
        facts = machine.stat(path)
        assert facts[ATIME] == 7 and facts[MTIME] == 8_000_000_009 and facts[CTIME] > changed


def test_a_fleeting_name_goes_with_who_holds_it(machine):
    prepare(machine)
    before = machine.names(b"/d")
    one = machine.open(b"/d/part", CREATE | os.O_EXCL | FLEETING)
    other = machine.open(b"/d/part", READ)
    assert machine.write(one, b"half") == 4 and b"part" in machine.names(b"/d")
    machine.files.file_close(one)
    assert machine.content(b"/d/part") == b"half", "somebody holds it"
    machine.files.file_close(other)
    assert machine.names(b"/d") == before and machine.stat(b"/d/part") == -2


def test_a_fleeting_file_that_is_renamed_stays(machine):
    prepare(machine)
    opening = machine.open(b"/d/part", CREATE | os.O_EXCL | FLEETING)
    machine.write(opening, b"whole")
    assert machine.rename(b"/d/part", b"/f") == 0
    machine.files.file_close(opening)
    assert machine.content(b"/f") == b"whole" and machine.unlink(b"/f") == 0
    opening = machine.open(b"/d/part", CREATE | os.O_EXCL | FLEETING)
    assert machine.unlink(b"/d/part") == 0 and machine.open(b"/d/part", CREATE | os.O_EXCL)
    machine.files.file_close(opening)
    assert machine.stat(b"/d/part")[SIZE] == 0, "another one of that name is not touched"
    assert not isinstance(machine.open(b"/f2", CREATE | FLEETING), int)
