"""What a generator returns is the argument of the StopIteration that ends it, and of none after that."""
from collections.abc import Generator, Iterator


def counted(n: int) -> Generator[int, int, int]:
    for i in range(n):
        got = yield i
        if got == 9:
            return -1
    return n * 2


def named() -> Generator[int, None, str]:
    yield 1
    return "done"


def maybe(x: int) -> Generator[int, None, int | None]:
    try:
        yield x
    except ValueError:
        return 5
    if x > 2:
        return None
    return x


def plain() -> Iterator[int]:
    yield 1


def quiet() -> Generator[int, None, None]:
    yield 1


def pair() -> Generator[int, None, tuple[int, str]]:
    yield 1
    return 2, "b"


def ends(it: Generator[int, None, int | None]) -> None:
    for _ in range(3):
        try:
            print(next(it))
        except StopIteration as e:
            print("end", e, repr(e), e.args)


def main() -> None:
    g = counted(1)
    print(next(g))
    for _ in range(2):
        try:
            g.send(3)
        except StopIteration as e:
            print("stopped", e, repr(e))
    h = counted(5)
    next(h)
    try:
        h.send(9)
    except StopIteration as e:
        print("stopped", str(e), repr(e))
    w = named()
    next(w)
    try:
        next(w)
    except StopIteration as e:
        print(e, repr(e), e.args)
    ends(maybe(1))
    ends(maybe(3))
    m = maybe(1)
    next(m)
    try:
        m.throw(ValueError("x"))
    except StopIteration as e:
        print(repr(e))
    for it in (plain(), quiet()):
        next(it)
        try:
            next(it)
        except StopIteration as e:
            print(repr(e))
    p = pair()
    next(p)
    try:
        next(p)
    except StopIteration as e:
        print(e, repr(e))
    k = counted(1)
    next(k)
    k.close()
    try:
        next(k)
    except StopIteration as e:
        print(repr(e))
