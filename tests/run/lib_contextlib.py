"""contextlib: contextmanager (functions, methods, nested functions; every way out), suppress, ExitStack."""

from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress


@contextmanager
def tag(name: str, swallow: bool = False) -> Iterator[str]:
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print(name, "sees", error)
        if not swallow:
            raise
    finally:
        print("leave", name)


@contextmanager
def bad(kind: str) -> Generator[int, None, None]:
    if kind == "none":
        return
    try:
        yield 1
    except KeyError as error:
        if kind == "other":
            raise RuntimeError("instead") from error
        if kind == "stop":
            return
    if kind in ("twice", "again"):
        yield 2
    if kind == "late":
        raise ValueError("on the way out")


class Gauge:
    level = 0

    def __init__(self, name: str) -> None:
        self.name = name

    @contextmanager
    def raised(self, by: int, *, loud: bool = False) -> Iterator["Gauge"]:
        self.level += by
        if loud:
            print(self.name, "is at", self.level)
        try:
            yield self
        finally:
            self.level -= by

    @staticmethod
    @contextmanager
    def scope() -> Iterator[None]:
        print("scope")
        yield
        print("end of scope")


class Manager:
    def __init__(self, number: int) -> None:
        self.number = number

    def __enter__(self) -> int:
        print("enter manager", self.number)
        return self.number

    def __exit__(self, kind: object | None, error: BaseException | None, trace: object | None) -> None:
        print("exit manager", self.number, repr(error))


def say(what: str, count: int = 0) -> int:
    print("say", what, count)
    return 3


def ways() -> None:
    for kind in ("none", "twice", "late", "fine"):
        try:
            with bad(kind) as one:
                print("block", one)
        except (RuntimeError, ValueError) as error:
            print(kind, repr(error))
    for kind in ("again", "other", "stop", "pass"):
        try:
            with bad(kind):
                raise KeyError(kind)
        except (RuntimeError, KeyError) as error:
            print(kind, repr(error), repr(error.__cause__))
        else:
            print(kind, "was swallowed")
    try:
        with tag("s"):
            raise StopIteration("mine")
    except StopIteration as error:
        print("stopped", error)
    for number in range(3):
        with tag(f"n{number}") as name:
            if number == 0:
                continue
            if number == 1:
                break
        print("not reached", name)


def early() -> str:
    with tag("returning") as name, suppress(KeyError):
        return name
    return "none"


def methods() -> None:
    gauge = Gauge("g")
    with gauge.raised(2, loud=True) as same, same.raised(by=5):
        print(same is gauge, gauge.level)
    print(gauge.level)
    with Gauge.scope():
        pass

    @contextmanager
    def local(count: int) -> Iterator[int]:
        print("in", count)
        yield count * gauge.level
        print("out", count)

    gauge.level = 3
    with local(3) as a, local(4) as b:
        print(a, b)
    managers: list[AbstractContextManager[str]] = [tag("x"), nullcontext("y")]
    for manager in managers:
        with manager as text:
            print(text)


def stacks() -> None:
    with ExitStack() as stack:
        names = [stack.enter_context(tag(n)) for n in ["a", "b"]]
        number = stack.enter_context(Manager(5))
        stack.callback(say, "x", count=4)
        stack.callback(print, "bye", 3)
        stack.push(Manager(9))
        print(names, number)
    try:
        with ExitStack() as stack:
            stack.enter_context(tag("o"))
            stack.enter_context(tag("p", True))
            stack.enter_context(tag("q"))
            raise ValueError("v")
        print("swallowed")
        with ExitStack() as stack:
            stack.enter_context(Manager(1))
            stack.callback(say, "z")
            stack.enter_context(Manager(2))
            raise KeyError("k")
    except KeyError as error:
        print("out", error)
    stack = ExitStack()
    stack.callback(say, "late")
    later = stack.pop_all()
    stack.close()
    print("nothing yet")
    later.close()
    try:
        with ExitStack() as stack:
            stack.callback(int, "no number")
            stack.enter_context(Manager(3))
    except ValueError as error:
        print(error)


def main() -> None:
    with tag("b") as name:
        print(name)
    with tag("b", swallow=True) as name:
        raise ValueError(name)
    ways()
    print(early())
    methods()
    stacks()
    with nullcontext() as nothing, nullcontext(3) as three:
        print(nothing, three)
    for index in range(4):
        with suppress(IndexError, ZeroDivisionError):
            print([1, 2][index] // (index - 1))
    with suppress(LookupError):
        print({1: 2}[3])
    try:
        with suppress(KeyError), suppress():
            print(1 // 0)
    except ZeroDivisionError as error:
        print(error)


if __name__ == "__main__":
    main()
