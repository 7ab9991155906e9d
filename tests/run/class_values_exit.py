"""What `__exit__` gets as its first argument is a class value, also through ExitStack and as an `object`."""

from contextlib import ExitStack, contextmanager
from collections.abc import Iterator


class M:
    def __init__(self, n: str) -> None:
        self.n = n

    def __enter__(self) -> "M":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: object) -> bool:
        print(
            self.n,
            kind is None,
            kind is ValueError,
            kind.__name__ if kind is not None else "-",
            issubclass(kind, Exception) if kind is not None else False,
        )
        return kind is not None and issubclass(kind, ValueError)


class Outer:
    def __enter__(self) -> "Outer":
        return self

    def __exit__(self, kind: object, error: object, tb: object) -> None:
        print("O", kind is None, kind is KeyError, isinstance(error, KeyError))


@contextmanager
def cm() -> Iterator[int]:
    try:
        yield 1
    finally:
        print("end")


def main() -> None:
    with M("a"):
        raise ValueError("x")
    with M("b"):
        pass
    try:
        with Outer(), M("c"):
            raise KeyError("k")
    except KeyError as e:
        print(e)
    with ExitStack() as s:
        s.enter_context(M("d"))
        s.enter_context(cm())
        raise ValueError(3)


if __name__ == "__main__":
    main()
