"""The hierarchy of the built-in exceptions, and own classes below it."""


class AppError(Exception):
    """Base of this program's errors."""


class NotFound(AppError):
    def __init__(self, what: str) -> None:
        super().__init__(f"no {what}")
        self.what = what


class Timeout(AppError):
    def __str__(self) -> str:
        return "took too long"


class Fatal(BaseException):
    pass


def raise_it(n: int) -> None:
    if n == 0:
        raise NotFound("bread")
    if n == 1:
        raise Timeout("ignored")
    if n == 2:
        raise AppError("plain")
    if n == 3:
        raise IndexError("i")
    if n == 4:
        raise KeyError("k")
    if n == 5:
        raise ZeroDivisionError("z")
    if n == 6:
        raise OverflowError("o")
    if n == 7:
        raise NotImplementedError("n")
    if n == 8:
        raise FileNotFoundError("f")
    if n == 9:
        raise UnicodeError("u")
    if n == 10:
        raise StopIteration("s")
    if n == 11:
        raise AssertionError("a")
    if n == 12:
        raise MemoryError("m")
    if n == 13:
        raise RecursionError("r")
    raise Fatal("end")


def classify(n: int) -> str:
    try:
        raise_it(n)
    except NotFound as e:
        return f"NotFound {e} {e.what}"
    except AppError as e:
        return f"AppError {e} {e!r}"
    except LookupError as e:
        return f"LookupError {e} {type(e).__name__}"
    except ArithmeticError as e:
        return f"ArithmeticError {e} {type(e).__name__}"
    except RuntimeError as e:
        return f"RuntimeError {e} {type(e).__name__}"
    except OSError as e:
        return f"OSError {e} {type(e).__name__}"
    except ValueError as e:
        return f"ValueError {e} {type(e).__name__}"
    except Exception as e:
        return f"Exception {e} {type(e).__name__}"
    except BaseException as e:
        return f"BaseException {e} {type(e).__name__}"
    return "nothing"


class Titled(Exception):
    """Its fields are its own, whatever the base keeps."""

    def __init__(self, message: str, cause: int) -> None:
        super().__init__(f"titled: {message}")
        self._message = message
        self._cause = cause
        self._context = [cause]
        self._values = {message: cause}
        self._notes = self._trace = self._handler = "own"

    @property
    def message(self) -> str:
        return f"{self._message} {self._cause} {self._context} {self._values} {self._notes} {self._trace}"


def main() -> None:
    for n in range(15):
        print(n, classify(n))
    try:
        try:
            raise Fatal("through")
        except Exception:
            print("never")
    except BaseException as e:
        print(type(e).__name__, e)
    try:
        try:
            raise Titled("m", 7)
        except Titled as e:
            print(e, repr(e), e.args, e.message)
            e.add_note("a note")
            raise ValueError("second") from e
    except ValueError as e:
        print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


if __name__ == "__main__":
    raise SystemExit(main())
