"""utf-8-sig: bytes, and files that begin with the mark, or that get one."""

import os

PATH = "/tmp/files_signed_utf8.txt"
NAMES = ["utf-8-sig", "UTF_8_SIG", "utf-8"]


def raw() -> bytes:
    with open(PATH, "rb") as f:
        return f.read()


def written(data: bytes) -> None:
    with open(PATH, "wb") as f:
        f.write(data)


def by_names() -> None:
    for name in NAMES:
        print(name, "aé".encode(name), b"\xef\xbb\xbfa\xc3\xa9".decode(name), "".encode(name), b"".decode(name))
        for data in (b"\xef\xbb\xbf\xff", b"a\xff", b"\xef\xbb", b"\xef\xbb\xbf\xef\xbb\xbfx"):
            print(data.decode(name, "replace").encode(), data.decode(name, "ignore").encode())
            try:
                print(ascii(data.decode(name)))
            except UnicodeDecodeError as error:
                print(error, error.encoding, error.object, error.start)
        try:
            print("a\ud800".encode(name))
        except UnicodeEncodeError as error:
            print(error, error.encoding)


def reads() -> None:
    for data in (b"\xef\xbb\xbfname,age\r\n\xc3\xa9va,3\n", b"name\n", b"", b"\xef\xbb", b"\xef\xbb\xbf", b"\xef"):
        written(data)
        with open(PATH, encoding="utf-8-sig", errors="replace") as f:
            print(data, f.encoding, ascii(f.read()))
        with open(PATH, encoding="utf-8-sig", errors="replace") as f:
            print([ascii(line) for line in f])
        with open(PATH, encoding="utf-8", errors="replace") as f:
            print([ascii(line) for line in f])
    written(b"\xef\xbb\xbfab\ncd\n")
    with open(PATH, encoding="utf-8-sig") as f:
        print(ascii(f.read(1)), ascii(f.readline()), f.seek(0), ascii(f.read(3)), ascii(f.read()))


def writes() -> None:
    with open(PATH, "w", encoding="utf-8-sig") as f:
        f.write("x\n")
        f.write("é")
        print("y", file=f)
    print(raw())
    with open(PATH, "a", encoding="utf-8-sig") as f:
        f.write("more")
    print(raw())
    with open(PATH, "w", encoding="utf-8-sig") as f:
        print("nothing")
    print(raw())
    with open(PATH, "a", encoding="utf-8-sig") as f:
        f.write("from the start")
    print(raw())
    with open(PATH, "w", encoding="utf-8-sig") as f:
        f.write("longer text")
        f.seek(0)
        f.write("over")
        f.seek(0, 2)
        f.write("end")
    print(raw())
    with open(PATH, "r+", encoding="utf-8-sig") as f:
        f.write("ab")
    print(raw())


def main() -> None:
    print(b"\xef\xbb\xbfa".decode("utf-8-sig"), "a".encode("utf-8-sig"), str(b"\xef\xbb\xbfb", "utf-8-sig"))
    print(bytes("c", "utf-8-sig"), bytearray(b"\xef\xbb\xbfd").decode(encoding="utf_8_sig", errors="strict"))
    by_names()
    reads()
    writes()
    os.remove(PATH)


if __name__ == "__main__":
    main()
