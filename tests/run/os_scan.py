"""`os.scandir`: names with what is known of them, of one, many and no entries; errors; what it gives is an iterator."""

import os


def put(path: str, data: bytes) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CREAT)
    os.write(fd, data)
    os.close(fd)


def shown(entry: os.DirEntry) -> str:  # type: ignore[type-arg]
    facts = entry.stat()
    other = os.stat(entry.path)
    same = (facts.st_mode, facts.st_ino, facts.st_size, facts.st_mtime_ns) == (other.st_mode, other.st_ino, other.st_size, other.st_mtime_ns)
    size = facts.st_size if entry.is_file() else -1
    return f"{entry.name} {entry.path} {entry.is_dir()} {entry.is_file()} {size} {same} {entry.inode() == other.st_ino}"


def listed(path: str) -> list[str]:
    return sorted([shown(entry) for entry in os.scandir(path)])


def main() -> None:
    os.mkdir("d")
    os.mkdir("d/folder")
    print(listed("d"))
    put("d/empty", b"")
    put("d/one", b"1")
    put("d/" + "n" * 255, b"long")
    put("d/ä ü", b"12345")
    for path in ("d", "d/", "./d", "d/folder"):
        print("\n".join(listed(path)))
    for number in range(300):
        put(f"d/folder/file {number}", b"x" * number)
    found = {entry.name: entry.stat().st_size for entry in os.scandir("d/folder")}
    print(len(found), all(found[f"file {number}"] == number for number in range(300)))
    os.chdir("d")
    print(sorted([entry.path for entry in os.scandir()]) == sorted(["./" + name for name in os.listdir()]))
    with os.scandir("folder") as entries:
        first = next(entries)
        print(first.name.startswith("file "), len(list(entries)), list(entries))
    closed = os.scandir("folder")
    closed.close()
    print(list(closed))
    for path in ("none", "one", "one/x", "", "a\0b"):
        try:
            os.scandir(path)
        except OSError as error:
            print(type(error).__name__, error)
        except ValueError as error:
            print(error)
    for entry in os.scandir("."):
        if entry.name == "one":
            print(repr(entry))
    for number in range(300):
        os.unlink(f"folder/file {number}")
    os.chdir("..")
    for entry in list(os.scandir("d")):
        if entry.is_dir():
            os.rmdir(entry.path)
        else:
            os.unlink(entry.path)
    os.rmdir("d")


if __name__ == "__main__":
    main()
