# apart: classes and callable objects are function values in all of the image
"""`type(error)(text)`, where the error may be that of a codec or of `json`, which take more arguments."""
import json
from typing import Callable


def again(kind: type[Exception], how: Callable[[], None]) -> None:
    try:
        how()
    except kind as e:
        other = type(e)
        try:
            raise other("again") from e
        except TypeError as wrong:
            print("wrong", wrong)
        except Exception as e2:
            print(type(e2).__name__, e2)


def fail() -> None:
    raise ValueError("first")


def decode() -> None:
    b"\xff".decode()


def load() -> None:
    json.loads("{")


def two(kind: type[ValueError]) -> None:
    try:
        raise kind("a", "b")
    except TypeError as wrong:
        print("wrong", wrong)
    except ValueError as e:
        print(type(e).__name__, e)


def main() -> None:
    again(ValueError, fail)
    again(ValueError, decode)
    again(UnicodeError, decode)
    again(json.JSONDecodeError, load)
    two(json.JSONDecodeError)
    two(ValueError)


if __name__ == "__main__":
    main()
