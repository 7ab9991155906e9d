"""First light."""
import os


def attempt(what: str, path: str) -> None:
    try:
        if what == "list":
            os.listdir(path)
        elif what == "mkdir":
            os.mkdir(path)
        elif what == "rmdir":
            os.rmdir(path)
        elif what == "unlink":
            os.unlink(path)
        elif what == "open":
            os.open(path, os.O_RDONLY)
        elif what == "write":
            os.open(path, os.O_WRONLY)
        elif what == "rename":
            os.rename(path, path + "x")
        elif what == "stat":
            os.stat(path)
        print(what, path, "is fine")
    except OSError as error:
        print(type(error).__name__, error, error.errno)
    except ValueError as error:
        print("ValueError", error)


def main() -> None:
    base = "/tmp/rumpk_first"
    os.makedirs(base + "/a/b", exist_ok=True)
    fd = os.open(base + "/f", os.O_CREAT | os.O_RDWR | os.O_TRUNC)
    print(os.write(fd, b"hello file\nsecond"), os.lseek(fd, 6, os.SEEK_SET), os.read(fd, 100), os.read(fd, 5))
    os.close(fd)
    print(sorted(os.listdir(base)), os.stat(base + "/f").st_size, os.path.isdir(base), os.path.isfile(base + "/f"))
    for what, path in (("list", base + "/f"), ("mkdir", base), ("rmdir", base), ("unlink", base), ("open", base + "/no"), ("write", base),
                       ("rename", base + "/no"), ("stat", base + "/f/x"), ("stat", base + "/" + "n" * 256), ("open", "a\0b"), ("open", "")):
        attempt(what, path)
    os.chdir(base + "/a")
    print(os.getcwd(), os.listdir(), os.path.abspath("../f"), os.path.exists("../f"))
    os.chdir("/")
    os.unlink(base + "/f")
    os.rmdir(base + "/a/b")
    os.rmdir(base + "/a")
    os.rmdir(base)
    attempt("rmdir", base)


if __name__ == "__main__":
    main()
