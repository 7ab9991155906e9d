"""Raising again: bare raise, raise from, raising in handlers, the name bound by `as` ends with its handler."""


class Low(Exception):
    pass


class High(Exception):
    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def fail(n: int) -> int:
    if n == 0:
        raise Low("zero")
    if n == 1:
        raise ValueError("one")
    return 10 // (n - 2)


def translate(n: int) -> int:
    try:
        return fail(n)
    except Low as e:
        raise High(f"translated {e}", 42) from e
    except ValueError:
        print("[seen]", end=" ")
        raise


def chain(n: int) -> str:
    try:
        return str(translate(n))
    except High as e:
        cause = e.__cause__
        return f"High {e} code {e.code} cause {cause!r}"
    except ValueError as e:
        return f"ValueError {e}"


def deep(n: int) -> None:
    try:
        if n > 0:
            deep(n - 1)
        else:
            raise Low("deep")
    except Low:
        if n < 3:
            raise
        print("stopped at", n)


def handlers() -> str:
    try:
        try:
            raise KeyError("first")
        except KeyError as e:
            raise ValueError("second") from e
    except ValueError as e:
        return f"{e} because of {e.__cause__!r}"


def same_object() -> bool:
    kept = Low("kept")
    try:
        raise kept
    except Low as e:
        return e is kept


def twice() -> list[str]:
    log: list[str] = []
    for i in range(3):
        try:
            try:
                raise Low(str(i))
            except Low as e:
                log.append(f"inner {e}")
                raise
        except Low as e:
            log.append(f"outer {e}")
    return log


def main() -> None:
    for n in range(4):
        try:
            print(n, chain(n))
        except ZeroDivisionError as e:
            print(n, "not translated:", e)
    deep(5)
    print(handlers(), same_object(), twice())
    saved: Exception | None = None
    try:
        raise Low("saved")
    except Low as e:
        saved = e
    print(repr(saved), saved is not None)
    try:
        assert saved is not None
        raise saved
    except Low as e:
        print("raised later:", e)
    context: BaseException | None = None
    try:
        try:
            raise KeyError("while handling")
        except KeyError:
            print(1 // 0)
    except ZeroDivisionError as e:
        context = e.__context__
    print(repr(context))


if __name__ == "__main__":
    raise SystemExit(main())
