"""throw() of a class; ExitStack.push() of a function."""

from contextlib import ExitStack
from types import TracebackType
from typing import Generator


class Own(Exception):
    pass


def g() -> Generator[int, None, None]:
    try:
        yield 1
    except ValueError as e:
        print(repr(e))
        yield 2


def on_exit(t: type[BaseException] | None, v: BaseException | None, tb: TracebackType | None) -> bool:
    print("exit", v, t is ValueError)
    return True


def throws() -> None:
    h = g()
    print(next(h), h.throw(ValueError))
    k = g()
    next(k)
    try:
        k.throw(Own)
    except Own as e:
        print("own", repr(e))
    m = g()
    try:
        m.throw(KeyError)
    except KeyError as e:
        print(repr(e))
    with ExitStack() as st:
        st.push(on_exit)
        raise ValueError("x")
    with ExitStack() as st:
        print(st.push(on_exit) is on_exit)


def main() -> None:
    throws()


if __name__ == "__main__":
    main()
