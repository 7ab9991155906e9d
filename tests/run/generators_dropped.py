"""What the end of a generator that nobody has any more raises reaches nobody."""
from collections.abc import Generator, Iterator


class Guard:
    def __enter__(self) -> "Guard":
        return self

    def __exit__(self, kind: object, error: object, tb: object) -> bool:
        print("exit", repr(error))
        return True


def gen() -> Iterator[int]:
    with Guard():
        yield 1
    yield 2


def other() -> Generator[int, None, None]:
    with Guard():
        yield 1
    yield 2


def boom() -> Iterator[int]:
    try:
        yield 1
    finally:
        raise ValueError("late")


def plain() -> Iterator[int]:
    try:
        yield 1
        yield 2
    finally:
        print("end")


def main() -> None:
    print(next(gen(), 5))
    print(next(boom()))
    for x in boom():
        print(x)
        break
    try:
        for x in boom():
            raise KeyError("inside")
    except KeyError as e:
        print(e)
    for x in gen():
        print(x)
        break
    print(next(plain(), 3))
    it: Generator[int, None, None] = other()
    next(it)
    try:
        it.close()
    except RuntimeError as e:
        print(e)
