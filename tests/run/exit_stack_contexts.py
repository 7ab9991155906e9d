"""Contexts of exceptions that callbacks of an ExitStack raise, one behind the other."""

from contextlib import ExitStack
from typing import Callable


def boom(text: str) -> Callable[[], None]:
    def inner() -> None:
        raise ValueError(text)

    return inner


def nested(text: str) -> Callable[[], None]:
    def inner() -> None:
        try:
            raise KeyError(text)
        except KeyError:
            raise ValueError(text + "!")

    return inner


class Cm:
    def __init__(self, swallow: bool, fail: str) -> None:
        self.swallow = swallow
        self.fail = fail

    def __enter__(self) -> "Cm":
        return self

    def __exit__(self, a: object, b: object, c: object) -> bool:
        if self.fail:
            raise RuntimeError(self.fail)
        return self.swallow


def chain(e: BaseException) -> str:
    out, now = [], e.__context__
    out.append(repr(e))
    while now is not None:
        out.append(repr(now))
        now = now.__context__
    return " <- ".join(out)


def run_es1() -> None:
    for calls in ([boom("a"), boom("b")], [nested("a"), boom("b"), nested("c")], [boom("x")], []):
        try:
            with ExitStack() as st:
                for c in calls:
                    st.callback(c)
                raise LookupError("orig")
        except Exception as e:
            print(chain(e), e.__cause__, e.__suppress_context__)
        try:
            with ExitStack() as st:
                for c in calls:
                    st.callback(c)
        except Exception as e:
            print(chain(e))
    for first, second in (
        (Cm(True, ""), Cm(False, "one")),
        (Cm(False, "two"), Cm(True, "")),
        (Cm(False, "x"), Cm(False, "y")),
    ):
        try:
            with ExitStack() as st:
                st.enter_context(first)
                st.enter_context(second)
                st.callback(boom("cb"))
                raise LookupError("orig")
            print("swallowed")
        except Exception as e:
            print(chain(e))
    try:
        with ExitStack() as st:
            st.callback(boom("0"))
            st.callback(boom("b"))
            raise ValueError("orig")
    except ValueError as e:
        print(chain(e))


def main() -> None:
    run_es1()


if __name__ == "__main__":
    main()
