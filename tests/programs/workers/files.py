"""Files of workers: each call's promise, files that outlive and end with workers, a full tree, too many open files."""

import os

from fs.tree import _root
from kernel import descriptors
from kernel.pages import pages_free
from lib.hive import RPATH, STDIO, WPATH, Outcome, spawn
from lib.kdl.reader import parse
from lib.worker import be_lenient

CALLS = ("open", "write", "both", "stat", "list", "mkdir", "unlink", "rmdir", "rename", "truncate", "fsync")


def call(name: str, fd: int) -> None:
    """One call of each kind."""
    if name == "open":
        os.close(os.open("/tmp/f", os.O_RDONLY))
    elif name == "write":
        os.close(os.open("/tmp/f", os.O_WRONLY | os.O_CREAT))
    elif name == "both":
        os.close(os.open("/tmp/f", os.O_RDWR))
    elif name == "stat":
        os.stat("/tmp/f")
    elif name == "list":
        os.listdir("/tmp")
    elif name == "mkdir":
        os.mkdir("/tmp/d")
    elif name == "unlink":
        os.unlink("/tmp/f2")
    elif name == "rmdir":
        os.rmdir("/tmp/d")
    elif name == "rename":
        os.rename("/tmp/f", "/tmp/f2")
        os.rename("/tmp/f2", "/tmp/f")
    elif name == "truncate":
        os.truncate("/tmp/f", 3)
    else:
        os.fsync(fd)


def asks(packet: list[str]) -> list[str]:
    """Which calls are refused, where that is an error; what is inherited can be read and written."""
    be_lenient(True)
    out: list[str] = []
    for name in CALLS:
        try:
            call(name, 0)
        except PermissionError:
            out.append(name)
        except OSError:
            pass
    return [*out, os.read(0, 3).decode()]


def breaks(packet: list[str]) -> list[str]:
    """A call that was not promised is the end."""
    call(packet[0], 0)
    return ["still here"]


def fills(packet: list[str]) -> list[str]:
    """Writes until there is no room."""
    fd = os.open("/tmp/full", os.O_WRONLY | os.O_CREAT)
    piece, total = bytes(8192), 0
    try:
        while True:
            total += os.write(fd, piece)
    except OSError as error:
        words = str(error)
    made, last = 0, ""
    try:
        while True:
            os.mkdir(f"/tmp/{made}")
            made += 1
    except OSError as error:
        last = str(error).replace(str(made), "N")
    for number in range(made):
        os.rmdir(f"/tmp/{number}")
    same = os.stat("/tmp/full").st_size == total
    os.unlink("/tmp/full")
    return [words, str(total > 1 << 20), str(same), last]


def opens(packet: list[str]) -> list[str]:
    """As many files as it may have."""
    count = 0
    try:
        while True:
            os.open("/tmp/f", os.O_RDONLY)
            count += 1
    except OSError as error:
        return [str(count), str(error)]


def dies(packet: list[str]) -> list[str]:
    """Ends with a file open that has no name any more."""
    fd = os.open("/tmp/lost", os.O_RDWR | os.O_CREAT)
    os.write(fd, bytes(100_000))
    os.unlink("/tmp/lost")
    raise ValueError("with a file open")


def cats(packet: list[str]) -> list[str]:
    """Its input goes to its output."""
    total = 0
    while piece := os.read(0, 65536):
        total += os.write(1, piece)
    return [str(total)]


def shows(packet: list[str]) -> list[str]:
    """What /proc says is KDL."""
    out: list[str] = []
    for name in sorted(os.listdir("/proc")):
        fd = os.open(f"/proc/{name}", os.O_RDONLY)
        nodes = parse(os.read(fd, 60_000).decode())
        os.close(fd)
        out.append(f"{name} {nodes[0].name} {len(nodes) > 0}")
    return out


def nonsense(packet: list[str]) -> list[str]:
    """Addresses and paths that are none of its own are in tests/attack; these are only wrong."""
    out: list[str] = []
    for path in ("", "relative/none", "/" + "x" * 256, "/" + "d/" * 2100, "/tmp/f/g", "/dev/none", "/proc/irq/x"):
        try:
            os.stat(path)
        except OSError as error:
            out.append(str(error.errno))
    for path in ("/", "/dev", "/proc/irq", "/tmp"):
        try:
            os.rmdir(path)
        except OSError as error:
            out.append(str(error.errno))
    return out


def shown(name: str, outcome: Outcome) -> None:
    print(name, outcome.reason.name, outcome.code, outcome.packet)


def main() -> None:
    spawn(breaks, ["open"], promises=0).join()
    print(sorted(os.listdir("/")), sorted(os.listdir("/tmp")), os.path.exists("/etc/motd"))
    free, held, used = pages_free(), descriptors.in_use, _root.store.used
    fd = os.open("/tmp/f", os.O_RDWR | os.O_CREAT)
    os.write(fd, b"abcdef")
    for promises in (STDIO, STDIO | RPATH, STDIO | WPATH, STDIO | RPATH | WPATH):
        os.lseek(fd, 0, os.SEEK_SET)
        shown(f"{promises}", spawn(asks, [], promises=promises, stdin=fd).join())
    for name, promises in (("open", STDIO | WPATH), ("both", STDIO | RPATH), ("mkdir", STDIO | RPATH), ("list", STDIO)):
        shown(name, spawn(breaks, [name], promises=promises).join())
    shown("fills", spawn(fills, [], promises=STDIO | RPATH | WPATH, memory=1 << 17).join())
    shown("opens", spawn(opens, [], promises=RPATH).join())
    shown("dies", spawn(dies, [], promises=STDIO | RPATH | WPATH, memory=1 << 20).join())
    shown("shows", spawn(shows, [], promises=STDIO | RPATH, memory=1 << 20).join())
    shown("nonsense", spawn(nonsense, [], promises=RPATH | WPATH, memory=1 << 17).join())
    os.lseek(fd, 0, os.SEEK_SET)
    os.ftruncate(fd, 300_000)
    copy = os.open("/tmp/copy", os.O_RDWR | os.O_CREAT)
    shown("cats", spawn(cats, [], promises=STDIO, memory=1 << 19, stdin=fd, stdout=copy).join())
    print(os.fstat(copy).st_size, os.stat("/tmp/copy").st_size)
    os.close(copy)
    os.unlink("/tmp/copy")
    os.close(fd)
    os.unlink("/tmp/f")
    print(sorted(os.listdir("/tmp")))
    print("as before:", free - pages_free(), descriptors.in_use - held, _root.store.used - used)


if __name__ == "__main__":
    main()
