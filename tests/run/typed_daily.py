"""A cause that may be None, NotImplemented in a conditional, fields named like reflective builtins, dataclasses that hold functions."""
from __future__ import annotations
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Env:
    vars: dict[str, int]
    dir: str = "."
    help: str = ""

    def compile(self) -> int:
        return len(self.vars)


class V:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        return self.n == other.n if isinstance(other, V) else NotImplemented

    def __lt__(self, other: V | int) -> bool:
        return (self.n < other.n if isinstance(other, V) else self.n < other if other >= 0 else NotImplemented)

    def __add__(self, other: object) -> V:
        return V(self.n + other.n) if isinstance(other, V) else NotImplemented if not isinstance(other, int) else V(self.n + other)


def attempt(fails: int) -> int:
    last: Exception | None = None
    for n in range(3):
        if n < fails:
            last = ValueError(f"try {n}")
        else:
            break
    else:
        raise RuntimeError("all failed") from last
    if fails == 2:
        raise KeyError("two") from last
    if fails == 0:
        raise OSError("none") from last
    return n


@dataclass
class Command:
    name: str
    run: Callable[[int], int]


@dataclass
class Menu:
    title: str
    commands: dict[str, Command] = field(default_factory=dict)
    hooks: list[Callable[[str], None]] = field(default_factory=list)


def main() -> None:
    m = Menu("main")
    m.commands["a"] = Command("a", lambda n: n + 1)
    m.hooks.append(print)
    for h in m.hooks:
        h("hi")
    print(m.commands["a"].run(3))
    e = Env({"a": 1}, help="me")
    print(e, e.vars["a"], e.dir, e.compile())
    print(V(1) == V(1), V(1) == 1, V(1) < V(2), V(1) < 5, V(3) + V(4) == V(7), (V(3) + 1).n)
    for bad in ("a",):
        try:
            print(V(1) + bad)
        except TypeError as err:
            print(err)
    try:
        print(V(1) < -1)
    except TypeError as err:
        print(err)
    for k in range(4):
        try:
            print(attempt(k))
        except Exception as err:
            print(repr(err), repr(err.__cause__), err.__suppress_context__)


if __name__ == "__main__":
    main()
