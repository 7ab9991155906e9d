"""`os`: files and directories. What they hold, every error with its words, and a long random life of a tree."""

import os
import time


def attempt(what: str, path: str, other: str = "") -> str:
    """An operation; what comes of it."""
    try:
        if what == "listdir":
            return str(sorted(os.listdir(path)))
        if what == "mkdir":
            os.mkdir(path)
        elif what == "rmdir":
            os.rmdir(path)
        elif what == "unlink":
            os.unlink(path)
        elif what == "rename":
            os.rename(path, other)
        elif what == "truncate":
            os.truncate(path, int(other))
        elif what == "chdir":
            os.chdir(path)
        elif what == "stat":
            found = os.stat(path)
            is_folder = found.st_mode & 0o170000 == 0o040000
            return "folder" if is_folder else f"file {found.st_size} {found.st_nlink}"
        elif what == "read":
            fd = os.open(path, os.O_RDONLY)
            try:
                return str(os.read(fd, 20))
            finally:
                os.close(fd)
        else:
            os.close(os.open(path, int(other)))
        return "done"
    except FileNotFoundError as error:
        return f"FileNotFoundError {error.errno} {error}"
    except FileExistsError as error:
        return f"FileExistsError {error.errno} {error}"
    except NotADirectoryError as error:
        return f"NotADirectoryError {error.errno} {error}"
    except IsADirectoryError as error:
        return f"IsADirectoryError {error.errno} {error}"
    except OSError as error:
        return f"{type(error).__name__} {error.errno} {error} {error.filename == path}"
    except ValueError as error:
        return f"ValueError {error}"


def put(path: str, data: bytes) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.write(fd, data)
    os.close(fd)


def get(path: str) -> bytes:
    fd = os.open(path, os.O_RDONLY)
    data = os.read(fd, 1 << 20)
    os.close(fd)
    return data


def contents() -> None:
    """Reading and writing at any place."""
    fd = os.open("f", os.O_RDWR | os.O_CREAT | os.O_EXCL)
    print(os.write(fd, b"hello, file"), os.lseek(fd, 0, os.SEEK_CUR), os.lseek(fd, 7, os.SEEK_SET), os.read(fd, 2), os.read(fd, 99))
    print(os.lseek(fd, -4, os.SEEK_END), os.write(fd, b"FILES"), os.lseek(fd, 5000, 0), os.read(fd, 5), os.write(fd, b"x"))
    print(os.fstat(fd).st_size, os.path.getsize("f"), os.lseek(fd, 10, 0), os.read(fd, 6))
    os.ftruncate(fd, 12)
    print(os.read(fd, 5), os.lseek(fd, 0, 2), get("f"))
    os.ftruncate(fd, 20)
    print(get("f"))
    os.fsync(fd)
    other = os.dup(fd)
    os.lseek(other, 3, 0)
    os.close(fd)
    print(os.read(other, 4))
    os.unlink("f")
    print(os.lseek(other, 0, 0), os.read(other, 5), os.fstat(other).st_nlink, os.path.exists("f"))
    os.close(other)
    one, two = os.open("log", os.O_WRONLY | os.O_CREAT | os.O_APPEND), os.open("log", os.O_WRONLY | os.O_APPEND)
    print(os.write(one, b"a1 "), os.write(two, b"b1 "), os.lseek(one, 0, 0), os.write(one, b"a2"), get("log"))
    os.close(one)
    os.close(two)
    large = bytes([i * 7 % 251 for i in range(300_000)])
    put("large", large)
    print(get("large") == large, os.stat("large").st_size)
    os.truncate("large", 123_457)
    print(get("large") == large[:123_457])
    put("old", b"old")
    os.replace("large", "old")
    found: os.stat_result = os.stat("old")
    print(found.st_size, os.O_RDWR & os.O_ACCMODE, abs(found.st_mtime - time.time()) < 1000, os.path.getmtime("old") == found.st_mtime)
    os.remove("old")
    os.remove("log")


def wrong() -> None:
    """Every way that goes wrong, with its words."""
    os.mkdir("d")
    os.mkdir("d/e/")
    put("g", b"data")
    for what, path, other in (
        ("listdir", "g", ""), ("listdir", "none", ""), ("mkdir", "d", ""), ("mkdir", "g", ""), ("mkdir", "none/x", ""), ("mkdir", "g/x", ""),
        ("mkdir", ".", ""), ("mkdir", "d/..", ""), ("rmdir", "d", ""), ("rmdir", "g", ""), ("rmdir", "none", ""), ("rmdir", ".", ""),
        ("rmdir", "d/..", ""), ("unlink", "d", ""), ("unlink", "none", ""), ("unlink", "g/", ""), ("unlink", ".", ""), ("rename", "none", "x"),
        ("rename", "d", "d/e/f"), ("rename", "d", "g"), ("rename", "g", "d"), ("rename", "d/e", "d"), ("rename", "g", "none/x"),
        ("rename", ".", "x"), ("rename", "g", "y/"), ("truncate", "d", "0"), ("truncate", "g", "-1"), ("truncate", "none", "1"),
        ("chdir", "g", ""), ("chdir", "none", ""), ("stat", "g/", ""), ("stat", "g/x", ""), ("stat", "", ""), ("stat", "n" * 255, ""),
        ("stat", "n" * 256, ""), ("stat", "d/" * 3000, ""), ("stat", "a\0b", ""), ("read", "d", ""), ("read", "none", ""),
        ("open", "d", str(os.O_WRONLY)), ("open", "g", str(os.O_RDWR | os.O_CREAT | os.O_EXCL)), ("open", "x/", str(os.O_WRONLY | os.O_CREAT)),
        ("open", "g", str(os.O_DIRECTORY)), ("open", "d", str(os.O_CREAT)), ("open", "d", str(os.O_DIRECTORY)), ("stat", "d//./e/..", ""),
        ("stat", "../..//" * 30, ""), ("rename", "g", "g"), ("rename", "d/e", "d/e"), ("listdir", "d", ""), ("stat", "d", ""),
    ):
        shown = path if len(path) < 50 else f"{path[:9]}…"
        came = attempt(what, path, other)
        print(what, repr(shown), other, "->", came if len(path) < 50 else came[:60].rstrip("nd/."))
    fd = os.open("g", os.O_RDONLY)
    for call in range(5):
        try:
            if call == 0:
                os.write(fd, b"x")
            elif call == 1:
                os.lseek(fd, -1, 0)
            elif call == 2:
                os.lseek(fd, 0, 7)
            elif call == 3:
                os.ftruncate(fd, 3)
            else:
                os.lseek(fd + 100, 0, 0)
        except OSError as error:
            print(call, error)
    os.close(fd)
    try:
        os.fstat(fd)
    except OSError as error:
        print(error)


def names() -> None:
    """Letters of all kinds, and bytes that are none."""
    for name in ("über", "日本", "a b", "-x", "...", "\udcff\udc80x", "é\udce9", "x" * 255):
        put(name, name[:2].encode("utf-8", "replace"))
    found = sorted(os.listdir())
    print([ascii(name) for name in found if len(name) < 50], len(found), os.listdir(".") == os.listdir())
    for name in found:
        if name not in ("d", "g"):
            os.unlink(name)
    print(os.fsencode("a\udcff"), ascii(os.fsdecode(b"\xe9t\xc3\xa9\xf0\x9f")), sorted(os.listdir()))


def paths() -> None:
    """`os.path`, on paths that are clean and that are not."""
    for path in ("", "/", "//", "///", "a", "a/", "/a", "//a/b", "a//b/../c", "../a", "/..", "a/./b/.", "a.txt", ".profile", "..x.y", "d/.a.b/", "/a/b.c/d"):
        print(repr(path), os.path.split(path), os.path.basename(path), os.path.dirname(path), os.path.splitext(path), os.path.normpath(path), os.path.isabs(path))
    print(os.path.join("a", "b"), os.path.join("a/", "b", "/c", "d"), os.path.join("", "x"), os.path.join("x", ""), os.path.join("only"))
    print(os.path.exists("d"), os.path.isdir("d"), os.path.isfile("d"), os.path.isfile("g"), os.path.exists("a\0"), os.path.isdir("none"))
    print(os.path.abspath("d/../g") == os.path.join(os.getcwd(), "g"), os.sep, os.curdir, os.pardir, os.name, repr(os.linesep), os.devnull)


class Random:
    """The same numbers everywhere."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def below(self, limit: int) -> int:
        self.state = (self.state * 1103515245 + 12345) % (1 << 31)
        return (self.state >> 8) % limit


def life(seed: int, steps: int) -> None:
    """Random operations; what came of each goes into a checksum, how often each came is shown."""
    chance = Random(seed)
    seen: dict[str, int] = {}
    check = 0
    parts = ["p", "q", "r", "s", "p/q", "q/p", "r/s/p", ".", "p/..", "q//r", "s/", "t" * 100]
    for _ in range(steps):
        what = ("mkdir", "mkdir", "open", "open", "rename", "rename", "rmdir", "unlink", "truncate", "stat", "listdir", "read")[chance.below(12)]
        path, other = parts[chance.below(len(parts))], parts[chance.below(len(parts))]
        if what == "open":
            other = str(os.O_RDWR | os.O_CREAT)
        elif what == "truncate":
            other = str(chance.below(10_000))
        came = attempt(what, path, other)
        short = came.split(" ")[0] + (" " + came.split(" ")[1] if "Error" in came else "")
        if "Error" in short or what in ("mkdir", "rename", "unlink"):
            seen[f"{what} {short}"] = seen.get(f"{what} {short}", 0) + 1
        for letter in came:
            check = (check * 31 + ord(letter)) % 1_000_000_007
    print(check, sorted(seen.items()))


def clear(top: str) -> int:
    """Everything below goes; how much it was."""
    count = 0
    for folder, folders, others in os.walk(top, topdown=False):
        for name in others:
            os.remove(os.path.join(folder, name))
        for name in folders:
            os.rmdir(os.path.join(folder, name))
        count += len(others) + len(folders)
    return count


def main() -> None:
    base = f"/tmp/rumpk-{time.time_ns()}"
    os.makedirs(base + "/work/here")
    os.makedirs(base + "/work/here", exist_ok=True)
    os.chdir(base + "/work/here")
    contents()
    wrong()
    names()
    paths()
    for seed in (1, 22, 333):
        life(seed, 700)
    print(clear(".") > 0, os.listdir("."))
    os.chdir("/")
    os.rmdir(base + "/work/here")
    os.rmdir(base + "/work")
    os.rmdir(base)
    print(os.path.exists(base), os.getcwd())


if __name__ == "__main__":
    main()
