# apart: what `Callable[..., R]` is given is followed through all of an image, in one more reading
"""Protocols of functions alone, whose __call__ has names, defaults or stars."""

from typing import Callable, Protocol


def plain(msg: str, *args: object) -> None:
    print(msg, *args)


def use(f: Callable[..., None]) -> None:
    f("a", 1, 2)


class Log(Protocol):
    def __call__(self, msg: str, *args: object) -> None: ...


def plain_cb3(msg: str, *args: object) -> None:
    print(msg, *args)


def use_cb3(f: Log) -> None:
    f("a", 1, 2)
    f("b")


class Handler(Protocol):
    def __call__(self, name: str, *, times: int = ...) -> str: ...


class Registry:
    def __init__(self) -> None:
        self.handlers: dict[str, Handler] = {}

    def add(self, key: str, h: Handler) -> None:
        self.handlers[key] = h

    def run(self, key: str) -> str:
        return self.handlers[key]("bob", times=2) + self.handlers[key]("al")


def shout(name: str, *, times: int = 1) -> str:
    return name.upper() * times


def quiet(name: str, *, times: int = 3) -> str:
    return name.lower() + str(times)


class Adder(Protocol):
    def __call__(self, x: int, *, scale: int = ...) -> int: ...


def make(n: int) -> Adder:
    def f(x: int, *, scale: int = 1) -> int:
        return (n + x) * scale

    return f


class A(Protocol):
    def __call__(self, x: int, y: int = 2) -> int: ...


class Log_r1_callback_protocol_default_or_varargs(Protocol):
    def __call__(self, msg: str, *args: object) -> None: ...


def f(x: int, y: int = 2) -> int:
    return x + y


def plain_r1_callback_protocol_default_or_varargs(msg: str, *args: object) -> None:
    print(msg, *args)


def use_r1_callback_protocol_default_or_varargs(a: A, log: Log_r1_callback_protocol_default_or_varargs) -> None:
    log("a", a(1), a(1, 5))


def run_cb1() -> None:
    use(plain)


def run_cb3() -> None:
    use_cb3(plain_cb3)


def run_cb5() -> None:
    r = Registry()
    r.add("s", shout)
    r.add("q", quiet)
    print(r.run("s"), r.run("q"))


def run_m32a_callback_protocol() -> None:
    print(make(3)(4), make(3)(4, scale=2))


def run_r1_callback_protocol_default_or_varargs() -> None:
    use_r1_callback_protocol_default_or_varargs(f, plain_r1_callback_protocol_default_or_varargs)


def main() -> None:
    run_cb1()
    run_cb3()
    run_cb5()
    run_m32a_callback_protocol()
    run_r1_callback_protocol_default_or_varargs()


if __name__ == "__main__":
    main()
