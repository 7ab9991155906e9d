"""handlers whose classes are values"""
from __future__ import annotations
from collections.abc import Callable
from typing import Type

RETRYABLE = (ValueError, KeyError)
LISTED: tuple[type[Exception], ...] = (OSError, ZeroDivisionError)


class AppError(Exception):
    def __init__(self, code: int) -> None:
        super().__init__(f"code {code}")
        self.code = code


class SubError(AppError):
    pass


def attempt(action: Callable[[], int], kinds: tuple[type[Exception], ...], one: type[Exception] = AppError) -> str:
    try:
        result = action()
    except RETRYABLE as e:
        return f"retryable {e!r}"
    except kinds as e:
        return f"given {type(e).__name__} {e}"
    except one as e:
        return f"one {e}"
    except LookupError as e:
        return f"lookup {e}"
    else:
        return f"ok {result}"
    finally:
        print("finally", end=" ")


def raiser(e: BaseException) -> Callable[[], int]:
    def inner() -> int:
        raise e
    return inner


def swallow(action: Callable[[], int], *kinds: Type[BaseException]) -> bool:
    try:
        action()
    except kinds:
        return True
    return False


class assert_raises:
    def __init__(self, *expected: type[BaseException]) -> None:
        self.expected = expected
        self.seen: BaseException | None = None

    def run(self, action: Callable[[], int]) -> assert_raises:
        try:
            action()
        except self.expected as e:
            self.seen = e
            print("raised", repr(e))
        except BaseException as e:
            print("wrong", repr(e))
        else:
            print("nothing raised")
        return self


def main() -> None:
    print(attempt(lambda: 5, ()))
    for e in (ValueError("v"), KeyError("k"), OSError("o"), AppError(3), SubError(4), IndexError("i")):
        try:
            print(attempt(raiser(e), LISTED), "|", attempt(raiser(e), (TypeError,), SubError))
        except Exception as err:
            print("escaped", repr(err), err.__context__)
    print(swallow(raiser(SystemExit(3)), SystemExit, KeyboardInterrupt), swallow(lambda: 1))
    try:
        swallow(raiser(AppError(9)), ValueError)
    except AppError as e:
        print("through", e.code)
    assert_raises(ValueError, AppError).run(raiser(SubError(1))).run(lambda: 2).run(raiser(KeyError(1)))
    try:
        try:
            raise AppError(1)
        except LISTED:
            print("no")
        except AppError as first:
            raise SubError(2) from first
    except AppError as second:
        print(repr(second), repr(second.__cause__), repr(second.__context__))


if __name__ == "__main__":
    main()
