"""`open`: text and bytes, every way to read and write, newlines, encodings, errors."""
import os
import sys
import json
import io
from typing import TextIO, IO, BinaryIO
from collections.abc import Iterator


def report(lines: list[str], out: TextIO = sys.stdout) -> None:
    for n, line in enumerate(lines):
        print(n, line, file=out)


def numbers(source: IO[str]) -> Iterator[int]:
    for line in source:
        line = line.strip()
        if line:
            yield int(line)


def count(f: BinaryIO) -> int:
    return sum(f.read())


def main() -> int:
    p = "/tmp/files_open.txt"
    with open(p, "w", encoding="utf-8") as f:
        print(f.write("héllo\n"), f.tell())
        f.writelines(["a\n", "b\n"])
        print("printed", 3, file=f)
        report(["x", "y"], f)
    with open(p) as f:
        for i, line in enumerate(f):
            print(i, repr(line))
    with open(p) as f:
        print(repr(f.readline()), f.tell(), repr(f.read(3)), f.readlines(), repr(f.read()))
        f.seek(0)
        print(len(f.read()), f.name == p, f.mode, f.closed)
    print(f.closed)
    try:
        f.read()
    except ValueError as e:
        print(e)
    with open(p, "a") as f:
        f.write("end")
        print(f.tell())
    with open(p, "rb") as b:
        print(b.read(5), b.tell(), b.readline(), list(b))
        b.seek(-3, os.SEEK_END)
        print(b.read(), b.mode, count(b))
    try:
        open("/tmp/no/such/file")
    except FileNotFoundError as e:
        print(e, e.errno, e.filename)
    try:
        open("/tmp")
    except IsADirectoryError as e:
        print(e)
    try:
        with open(p, "x") as f:
            pass
    except FileExistsError as e:
        print(e)
    try:
        with open(p) as f:
            f.write("q")
    except io.UnsupportedOperation as e:
        print(e)
    try:
        with open(p, "w") as f:
            f.read()
    except OSError as e:
        print(type(e).__name__, e)
    print(open(p).read() == "", open(p, "w").write("1\n2\n\n3\n"))
    print(sum(numbers(open(p))), list(numbers(io.StringIO("4\n5"))), [int(x) for x in open(p).read().split()])
    data = {"k": [1, 2, {"x": None}]}
    with open(p, "w") as f:
        json.dump(data, f, indent=1)
    with open(p) as f:
        print(json.load(f))
    with open(p, "wb") as w:
        w.write(b"a\r\nb\rc\n" + bytes([0xC3, 0xA9]))
    for nl in (None, "", "\n", "\r", "\r\n"):
        with open(p, newline=nl) as f:
            print(repr(nl), f.readlines())
    with open(p, "r+") as f:
        print(repr(f.readline()), f.tell())
        f.write("Z")
        f.seek(0)
        print(repr(f.read()))
    with open(p, "w", newline="\r\n") as f:
        f.write("a\nb\n")
    with open(p, "rb") as b:
        print(b.read())
    with open(p, "w+b") as rw:
        rw.write(b"0123456789")
        rw.seek(2)
        print(rw.read(3), rw.tell(), rw.mode)
        rw.write(b"xx")
        rw.seek(0)
        print(rw.read(), rw.truncate(4))
    with open(p, "wb") as w:
        w.write(b"ok\n" + b"\xff\xfe")
    try:
        with open(p) as f:
            f.readline()
    except UnicodeDecodeError as e:
        print(e)
    with open(p, errors="replace") as f:
        print(f.read())
    with open(p, encoding="latin-1") as f:
        print(f.read())
    big = "".join(f"line {i} é\n" for i in range(3000))
    with open(p, "w") as f:
        f.write(big)
    with open(p) as f:
        print(f.read() == big)
    n = 0
    with open(p) as f:
        for line in f:
            n += len(line)
    print(n, len(big), os.stat(p).st_size)
    with open(p) as f, open(p + "2", "w") as g:
        for line in f:
            if "99" in line:
                g.write(line.upper())
    print(len(open(p + "2").readlines()))
    with open(p) as f:
        next(f)
        try:
            f.tell()
        except OSError as e:
            print(e)
        while chunk := f.read(1000):
            n -= len(chunk)
    print(n)
    os.remove(p)
    os.remove(p + "2")
    out: TextIO = sys.stderr if n < 0 else sys.stdout
    out.write("direct\n")
    report(["z"])
    mode = "a" if n else "w"
    with open(p, mode="a" if n else "w") as f:
        f.write(mode)
    f = open(p)
    try:
        print(f.read())
    finally:
        f.close()
    os.remove(p)
    return 0


if __name__ == "__main__":
    sys.exit(main())
