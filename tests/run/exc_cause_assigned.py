"""`__cause__`, `__context__` and `__suppress_context__`: read along the chain, and assigned."""
class AppError(Exception):
    def __init__(self, msg: str, *, code: int = 0) -> None:
        super().__init__(msg)
        self.code = code
    def __str__(self) -> str:
        return f"[{self.code}] {super().__str__()}"


class Sub(AppError): ...


def f(n: int) -> int:
    try:
        return 10 // n
    except ZeroDivisionError as e:
        raise AppError("div", code=3) from e
    finally:
        print("fin", n)


def chain(e: BaseException | None) -> list[str]:
    out: list[str] = []
    while e is not None:
        out.append(type(e).__name__)
        e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)
    return out


def main() -> None:
    try:
        f(0)
    except AppError as e:
        print(e, repr(e), e.args, e.code, chain(e))
    try:
        try:
            raise KeyError("a")
        except KeyError:
            try:
                raise ValueError("b")
            except ValueError:
                raise Sub("c") from None
    except AppError as e:
        print(chain(e), e.__context__, e.__cause__, e.__suppress_context__)
    try:
        try:
            raise KeyError("a")
        finally:
            raise ValueError("z")
    except ValueError as e:
        print(chain(e), repr(e.__context__))
    err: Exception | None = None
    try:
        int("q")
    except ValueError as e:
        err = e
    print(repr(err), chain(err))
    try:
        raise AppError("x") from err
    except AppError as e:
        print(e.__cause__ is err, chain(e))
    e1 = ValueError("one")
    e1.__cause__ = KeyError("two")
    e1.__context__ = None
    print(chain(e1))
    e1.__suppress_context__ = False
    e1.__context__ = TypeError("t")
    print(chain(e1), e1.__suppress_context__)
    try:
        try:
            raise KeyError("in")
        except KeyError as k:
            new = AppError("made", code=5)
            new.__cause__ = k
            raise new
    except AppError as e:
        print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    try:
        e1.__cause__ = None
        print(chain(e1))
    except AttributeError as a:
        print("no", a)


if __name__ == "__main__":
    main()
