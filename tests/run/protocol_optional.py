# apart: where a member goes is followed through all of a program
"""A protocol beside None and other types in a parameter."""

from typing import Callable, Protocol


class Clock(Protocol):
    def now(self) -> int: ...


class Fake:
    def now(self) -> int:
        return 3


def f(clock: Clock | None = None) -> int:
    return clock.now() if clock is not None else -1


class Clock_po_c(Protocol):
    def now(self) -> int: ...


class Fake_po_c:
    def now(self) -> int:
        return 3


class A:
    def __init__(self, n: int, clock: Clock_po_c | None = None, log: Callable[[str], None] | None = None) -> None:
        self.clock = clock
        self.n = n


class Named(Protocol):
    name: str


class Q:
    def __init__(self) -> None:
        self.name = "q"


def f_proto_pipe_right(x: Named | int) -> str:
    return str(x) if isinstance(x, int) else x.name


def g(x: int | Named) -> str:
    return str(x) if isinstance(x, int) else x.name


def h(x: None | Named = None) -> str:
    return x.name if x else "-"


def run_po_b() -> None:
    print(f(None), f(Fake()))


def run_po_c() -> None:
    print(A(1).n, A(1, Fake_po_c()).n)


def run_proto_pipe_right() -> None:
    print(g(Q()), g(3), h(), h(Q()))
    print(f_proto_pipe_right(Q()), f_proto_pipe_right(3))


def main() -> None:
    run_po_b()
    run_po_c()
    run_proto_pipe_right()


if __name__ == "__main__":
    main()
