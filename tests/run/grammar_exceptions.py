"""try in every shape: else, finally order, nested handlers, chaining, re-raise, returns that override, tuples of classes, names that go."""


class AppError(Exception):
    code = 1


class Missing(AppError):
    code = 2

    def __init__(self, what: str, *details: str) -> None:
        super().__init__(what, details)
        self.what = what


class Deep(Missing):
    pass


trail: list[str] = []


def work(kind: int) -> str:
    try:
        trail.append("try")
        if kind == 1:
            raise Missing("file", "a", "b")
        if kind == 2:
            raise ValueError
        if kind == 3:
            return "returned"
        if kind == 4:
            print([0][kind])
        if kind == 5:
            raise Deep("deep") from KeyError("cause")
    except Missing as error:
        trail.append(type(error).__name__)
        return f"{error} {error.what} {error.code} {error.args!r} {error.__cause__!r}"
    except (ValueError, IndexError) as error:
        trail.append("pair")
        kind = -kind
        return f"{type(error).__name__}({error})"
    else:
        trail.append("else")
    finally:
        trail.append(f"finally{kind}")
    return "end"


def override() -> str:
    try:
        raise ValueError("lost")
    finally:
        return "finally wins"


def nested() -> str:
    try:
        try:
            raise KeyError("k")
        except KeyError:
            raise RuntimeError("second")
        finally:
            trail.append("inner")
    except RuntimeError as error:
        return f"{error!r} during {error.__context__!r}"


def again() -> None:
    try:
        int("x")
    except ValueError:
        trail.append("logged")
        raise


def loop() -> list[int]:
    out = []
    for n in range(5):
        try:
            if n == 1:
                continue
            if n == 3:
                break
            out.append(n)
        finally:
            out.append(-n)
    return out


def main() -> None:
    for kind in range(6):
        print(kind, work(kind), trail)
        trail.clear()
    print(override(), nested(), loop(), trail)
    try:
        again()
    except ValueError as error:
        print("again:", error, trail)
    shown: list[Exception] = [AppError(), AppError("x"), AppError("x", 1), Missing("w"), ValueError(), KeyError("k"), KeyError(), OSError(2, "no"), StopIteration(3)]
    for one in shown:
        print(repr(one), str(one), one.args, isinstance(one, AppError), isinstance(one, LookupError))
    try:
        raise Deep("a") from None
    except AppError as caught:
        print(type(caught).__name__, caught.code, caught.__cause__)
    try:
        try:
            raise AppError("one")
        except Missing:
            print("wrong")
        except AppError as error:
            raise Missing("two") from error
    except Exception as error:
        print(repr(error), repr(error.__cause__))
    try:
        assert trail == [], f"trail has {len(trail)}"
    except AssertionError as error:
        print("assert:", error)
    try:
        assert not 1
    except AssertionError as error:
        print(repr(error))
