"""Undo stack, observers and state machines where methods are values."""
from __future__ import annotations
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar
Action = Callable[[], None]


@dataclass
class Command:
    do: Action
    undo: Action
    label: str = ""


class Document:
    def __init__(self) -> None:
        self.text = ""
        self._watchers: set[Callable[[str], None]] = set()

    def watch(self, fn: Callable[[str], None]) -> None:
        self._watchers.add(fn)

    def unwatch(self, fn: Callable[[str], None]) -> None:
        self._watchers.discard(fn)

    def insert(self, s: str) -> None:
        self.text += s
        for fn in self._watchers:
            fn(self.text)

    def cut(self, n: int) -> None:
        self.text = self.text[:-n] if n else self.text


class History:
    def __init__(self) -> None:
        self.done: list[Command] = []
        self.undone: list[Command] = []

    def run(self, c: Command) -> None:
        c.do()
        self.done.append(c)
        self.undone.clear()

    def undo(self) -> bool:
        if not self.done:
            return False
        c = self.done.pop()
        c.undo()
        self.undone.append(c)
        return True

    def redo(self) -> bool:
        if not self.undone:
            return False
        c = self.undone.pop()
        c.do()
        self.done.append(c)
        return True


class Machine:
    transitions: ClassVar[dict[str, str]] = {"idle": "run", "run": "stop", "stop": "idle"}

    def __init__(self) -> None:
        self.state: Callable[[], str] = self.idle
        self.names: dict[Callable[[], str], str] = {self.idle: "IDLE", self.run: "RUN"}

    def idle(self) -> str:
        self.state = self.run
        return "idling"

    def run(self) -> str:
        self.state = self.stop
        return "running"

    def stop(self) -> str:
        self.state = self.idle
        return "stopped"

    def step(self) -> str:
        out = self.state()
        where = self.names.get(self.state, "?")
        return f"{out}->{where} {self.state == self.idle}"


def noop() -> None:
    pass


def main() -> None:
    doc = Document()
    seen: list[str] = []
    doc.watch(seen.append)
    doc.watch(seen.append)
    h = History()
    for word in ["a", "bc", "def"]:
        h.run(Command(partial(doc.insert, word), partial(doc.cut, len(word)), word))
    print(doc.text, seen)
    h.undo()
    h.undo()
    print(doc.text, h.redo(), doc.text, [c.label for c in h.done], h.undo(), h.undo(), h.undo(), doc.text)
    doc.unwatch(seen.append)
    doc.unwatch(print)
    doc.insert("zz")
    print(seen, doc.text)
    m = Machine()
    print([m.step() for _ in range(4)])
    c = Command(noop, noop)
    d = Command(noop, noop)
    print(c == d, c.do is noop, c.do is c.undo, Command(noop, noop, "x") != c)
    table: dict[str, Action] = {"n": noop}
    print([k for k, v in table.items() if v is noop], noop in table.values(), list(table.values()).count(noop))


if __name__ == "__main__":
    main()
