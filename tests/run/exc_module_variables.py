"""Exceptions in module variables, class variables and defaults: raised, chained, with notes and arguments."""

from __future__ import annotations
from dataclasses import dataclass
from typing import Final, NoReturn


class AppError(Exception):
    """An error with a code."""

    def __init__(self, code: int, text: str = "oops") -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text

    def __str__(self) -> str:
        return f"E{self.code}: {self.text}"


class NotFound(AppError):
    def __init__(self, what: str) -> None:
        super().__init__(404, f"{what} not found")


class Quiet(ValueError):
    pass


def made(n: int) -> Exception:
    try:
        raise KeyError(n)
    except KeyError as e:
        try:
            raise Quiet("low", n) from e
        except Quiet as q:
            return q


BAD: Final = AppError(7)
MISSING = NotFound("page")
NUMBER = ValueError(3, "x", None)
KEY = KeyError(3)
TEXT_KEY = KeyError("k")
EMPTY = RuntimeError()
EXIT = SystemExit(3)
NO_FILE = FileNotFoundError(2, "No such file", "a.txt")
TIMEOUT = TimeoutError("slow")
CHAINED = made(5)
ATTR = AttributeError("no x")
NOTED = ValueError("noted")
NOTED.add_note("a note")
BY_CODE: dict[int, AppError] = {404: MISSING, 7: BAD}
LAST: AppError | None = None
SAME = [BAD, BAD, AppError(8, "other")]


@dataclass
class Result:
    ok: bool
    error: Exception | None = None


FAILED = Result(False, ValueError("bad input"))
FINE = Result(True)


class Policy:
    default: Exception = TypeError("policy")

    def fail(self) -> NoReturn:
        raise self.default


def check(n: int, error: Exception = NUMBER) -> int:
    if n < 0:
        raise error
    return n


def attempt(e: BaseException) -> None:
    try:
        raise e
    except Exception as x:
        print(type(x).__name__, str(x), repr(x), x.args, x is e)
    except BaseException as x:
        print("base", repr(x))


@dataclass(frozen=True)
class Frozen(Exception):
    x: int
    y: str = "q"


@dataclass
class Plain(Exception):
    x: int


FROZEN = Frozen(3)
PLAIN = Plain(4)


def main() -> None:
    for e in [BAD, MISSING, NUMBER, KEY, TEXT_KEY, EMPTY, NO_FILE, TIMEOUT, CHAINED, ATTR, NOTED]:
        attempt(e)
    attempt(EXIT)
    print(EXIT.code, NO_FILE.errno, NO_FILE.strerror, NO_FILE.filename, BAD.code, MISSING.text)
    print(repr(CHAINED.__cause__), CHAINED.__suppress_context__, repr(CHAINED.__context__), NOTED.__notes__)
    NOTED.add_note("more")
    print(NOTED.__notes__)
    print(SAME[0] is SAME[1] is BAD, SAME[2], SAME)
    try:
        raise BY_CODE[404]
    except NotFound as n:
        print("found", n, n.code)
        LAST = n
    print(LAST is MISSING)
    try:
        raise BAD from MISSING
    except AppError as a:
        print(a.__cause__, a.__cause__ is MISSING)
    print(FAILED, FINE, repr(FAILED.error))
    try:
        Policy().fail()
    except TypeError as t:
        print(t, t is Policy.default)
    try:
        check(-1)
    except ValueError as v:
        print(v, v.args, v is NUMBER)
    try:
        check(-1, KEY)
    except LookupError as v:
        print(v, isinstance(v, KeyError))
    BAD.code = 9
    print(BAD, SAME[0])
    try:
        try:
            raise EMPTY
        finally:
            print("finally")
    except RuntimeError as r:
        print(repr(r), r.args)
    try:
        raise FROZEN
    except Frozen as e:
        print(e.x, e.y, str(e), repr(e), e.args)
    try:
        raise PLAIN
    except Plain as f:
        print(f.x, str(f), repr(f), f == Plain(4))


if __name__ == "__main__":
    main()
