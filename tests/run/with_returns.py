"""`with` as the last statement of a function with a result: managers that swallow nothing."""
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress, nullcontext


class Res:
    def __init__(self, n: str) -> None:
        self.n = n
    def __enter__(self) -> "Res":
        print("open", self.n)
        return self
    def __exit__(self, *exc: object) -> None:
        print("close", self.n)


class Res2(Res):
    def __exit__(self, *exc: object) -> None:
        print("close2", self.n)


class Sw:
    def __enter__(self) -> "Sw":
        return self
    def __exit__(self, t: object, v: object, tb: object) -> bool:
        print("sw", t is not None)
        return True


@contextmanager
def tag(n: str) -> Iterator[str]:
    print("<", n)
    try:
        yield n
    finally:
        print(">", n)


def f1(names: list[str]) -> int:
    with ExitStack() as s:
        rs = [s.enter_context(Res(n)) for n in names]
        s.callback(print, "cb")
        return len(rs)


def f2() -> str:
    with tag("a") as x, Res2("r"):
        return x


def f3(n: int) -> str:
    with tag("b"):
        if n > 0:
            return "pos"
        raise ValueError("neg")


def f4(n: int) -> str:
    with Sw():
        if n > 0:
            return "pos"
        raise ValueError("neg")
    return "swallowed"


def f5(n: int) -> str:
    with nullcontext(n) as q:
        return str(q)


def f6(n: int) -> int:
    with suppress(ZeroDivisionError):
        return 1 // n
    return -1


def f7() -> int:
    with ExitStack() as s:
        for i in range(3):
            s.enter_context(tag(str(i)))
        t = s.pop_all()
    with t:
        print("in")
        return 5


def main() -> None:
    print(f1(["a", "b"]))
    print(f2(), f3(1))
    try:
        f3(0)
    except ValueError as e:
        print(e)
    print(f4(1), f4(0), f5(3), f6(0), f6(1), f7())


if __name__ == "__main__":
    main()
