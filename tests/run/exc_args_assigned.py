"""`e.args = …`: what `str`, `repr` and `args` show then, of builtin exceptions and of the program's own."""

from typing import Any


class Plain(Exception):
    pass


class Coded(Exception):
    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code


class Shown(ValueError):
    def __init__(self, where: str) -> None:
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {len(self.args)}"


class Sets(Exception):
    def __init__(self, a: int, b: int) -> None:
        super().__init__("unused")
        self.args = (a, b, [a, b])


class Below(KeyError):
    pass


def show(error: BaseException) -> None:
    print(type(error).__name__, str(error), repr(error), error.args)


def with_context(n: int) -> int:
    try:
        return 10 // n
    except ZeroDivisionError as error:
        error.args = (f"with n = {n}", *error.args)
        raise


def all_kinds() -> list[BaseException]:
    return [
        ValueError("a"),
        ValueError(),
        ValueError(1, "b"),
        ValueError([1]),
        KeyError("k"),
        KeyError(),
        Below(3),
        Plain("p"),
        Coded(3, "c"),
        Shown("here"),
        Sets(1, 2),
        OSError("only text"),
        OSError(2, "no such"),
        OSError(2, "no", "file"),
        FileNotFoundError(2, "gone"),
        SystemExit(3),
        StopIteration(5),
        SyntaxError("bad"),
        LookupError(None, True),
        UnicodeEncodeError("ascii", "abc", 1, 2, "why"),
        UnicodeDecodeError("utf-8", b"abc", 1, 3, "why"),
    ]


def main() -> None:
    table: dict[str, int] = {}
    for error in all_kinds():
        show(error)
        error.args = ("new",)
        show(error)
        error.args += (2, None)
        show(error)
        error.args = ()
        show(error)
    for n in (2, 0):
        try:
            print(with_context(n))
        except ZeroDivisionError as error:
            show(error)
    try:
        raise Plain("first")
    except Plain as error:
        items: list[Any] = ["grows"]
        error.args = (items,)
        items.append(1)
        show(error)
        error.add_note("note")
        error.args = tuple(str(a) for a in error.args)
        show(error)
    try:
        b"\xff".decode()
    except UnicodeDecodeError as error:
        show(error)
    try:
        print(table["key"])
    except KeyError as error:
        error.args = (f"{error.args[0]}!",)
        show(error)
    both = Coded(1, "x")
    both.args = ("y",)
    print(both.code, both)


if __name__ == "__main__":
    main()
