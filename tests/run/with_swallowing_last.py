"""`with` as the last statement of a function, of managers that may swallow: here they do not."""
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager


@contextmanager
def quiet() -> Iterator[None]:
    try:
        yield
    except ValueError:
        print("eaten")


def f(n: int) -> int:
    with quiet():
        if n:
            return n
        raise ValueError("x")


def g(n: int) -> int:
    with ExitStack() as s:
        s.enter_context(quiet())
        if n < 0:
            return n
        elif n > 0:
            with quiet():
                return 10 // (n - 1)
        else:
            raise KeyError(n)


def h(n: int) -> Iterator[int]:
    with quiet():
        yield n


def main() -> None:
    print(f(1), g(-1), g(3), list(h(1)))
    try:
        g(0)
    except KeyError as e:
        print(repr(e))
    try:
        g(1)
    except ZeroDivisionError as e:
        print(repr(e))


if __name__ == "__main__":
    main()
