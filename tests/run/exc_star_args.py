# apart: what becomes an `object` anywhere, and which classes functions have, is asked of all of the image
"""`super().__init__(*args)` in classes below library exceptions: texts, `args` and the fields of OSError."""
class X(OSError):
    def __init__(self, *args: object) -> None:
        super().__init__(*args)


class Y(OSError):
    def __init__(self, code: int, text: str) -> None:
        super().__init__(code, text)


class Z(KeyError):
    def __init__(self, *args: object) -> None:
        super().__init__(*args)


class W(ValueError):
    def __init__(self, *args: object) -> None:
        super().__init__(*args)


def main() -> None:
    for e in (X(5, "io"), Y(5, "io"), Z("k"), Z("k", 1), W("a"), W("a", 2), W(), X(), X("only"), X(2, "no", "file")):
        print(repr(e), str(e), e.args)
    x = X(2, "no", "file")
    print(x.errno, x.strerror, x.filename)
    print(OSError(2, "no", "f"), OSError("x"))


if __name__ == "__main__":
    main()
