"""OSError with numbers: its classes, attributes and texts; attributes of the Unicode errors."""


class Mine(OSError):
    pass


class Other(OSError):
    def __init__(self, what: str) -> None:
        super().__init__(7, what + " full", "/dev/" + what)


def main() -> None:
    try:
        b"\xff\xfe".decode()
    except UnicodeDecodeError as e:
        print(e.encoding, e.object, e.start, e.end, e.reason, e)
    try:
        "é".encode("ascii")
    except UnicodeEncodeError as e:
        print(e.encoding, e.object, e.start, e.end, e.reason, e)
    try:
        raise OSError(5, "Input/output error")
    except OSError as e:
        print(e.errno, e.strerror, e.filename, e, e.args, repr(e))
    try:
        raise FileNotFoundError(2, "No such file or directory", "/x/y")
    except OSError as e:
        print(e.errno, e.strerror, e.filename, e, e.args, repr(e))
    try:
        raise PermissionError("no")
    except OSError as e:
        print(e.errno, e.strerror, e, e.args)
    try:
        raise OSError(2, "gone")
    except FileNotFoundError as e:
        print("mapped", e)
    try:
        raise SystemExit(3)
    except SystemExit as e:
        print(e.code)
    for n in (1, 2, 3, 4, 5, 10, 11, 13, 17, 20, 21, 32, 103, 104, 108, 110, 111, 114, 115, 116):
        try:
            raise OSError(n, "text", "file")
        except ConnectionError as e:
            print("connection", repr(e), e.errno)
        except OSError as e:
            print(type(e).__name__, e, e.filename, e.errno == n)
    for text in ("x", ""):
        try:
            raise OSError(text)
        except OSError as e:
            print(e.errno, repr(e))
    try:
        raise Mine(9, "own")
    except OSError as e:
        print(repr(e), e, e.errno, e.strerror)
    try:
        raise Other("disk")
    except OSError as e:
        print(repr(e), e, e.errno, e.filename)

if __name__ == "__main__":
    main()
