"""Patterns and == of values that equal those of another class: bytes and bytearray, text and members of a StrEnum."""

from enum import StrEnum


def m(v: object) -> str:
    match v:
        case b"x":
            return "bytes"
        case _:
            return "other"


def n(v: bytes | bytearray) -> str:
    match v:
        case b"x":
            return "bytes"
        case b"yy" | b"z":
            return "more"
        case _:
            return "other"


def o(v: bytearray) -> str:
    match v:
        case b"x":
            return "bytes"
        case _:
            return "other"


def k(v: object) -> str:
    match v:
        case [b"x", n]:
            return f"row {n}"
        case {"k": b"x"}:
            return "dict"
        case 1.0:
            return "one"
        case _:
            return "other"


class S(StrEnum):
    X = "x"


def two(v: S | int) -> str:
    match v:
        case "x":
            return "text"
        case _:
            return "other"


def three(v: str | int) -> str:
    match v:
        case S.X:
            return "text"
        case _:
            return "other"


def bb() -> None:
    print(m(bytearray(b"x")), m(b"x"), m("x"), m(bytearray(b"y")))
    print(n(bytearray(b"x")), n(b"x"), n(bytearray(b"z")), n(b"q"))
    print(o(bytearray(b"x")), o(bytearray(b"q")))
    print(k([bytearray(b"x"), 2]), k({"k": bytearray(b"x")}), k(1), k(True), k(1.0), k([b"x", 3]))
    x: object = bytearray(b"x")
    print(x == b"x", b"x" == x)


def bb2() -> None:
    print(two(S.X), two(1), three("x"), three("y"), three(2))
    xs: list[object] = [bytearray(b"q"), b"q"]
    print(b"q" in xs, xs.index(b"q"), xs.count(bytearray(b"q")), xs == [b"q", bytearray(b"q")])


def main() -> None:
    bb()
    bb2()


if __name__ == "__main__":
    main()
