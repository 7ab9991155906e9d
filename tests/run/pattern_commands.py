"""Commands with undo and redo over a text buffer, macros, merging of neighbours, a strategy for limits, a small interpreter of scripts."""
from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Callable, ClassVar, Iterator


@dataclass
class Buffer:
    text: str = ""
    cursor: int = 0

    def __str__(self) -> str:
        return f"{self.text[:self.cursor]}|{self.text[self.cursor:]}"


class Command(ABC):
    mergeable: ClassVar[bool] = False

    @abstractmethod
    def do(self, buffer: Buffer) -> None: ...

    @abstractmethod
    def undo(self, buffer: Buffer) -> None: ...

    def merge(self, other: Command) -> bool:
        return False


@dataclass
class Insert(Command):
    text: str
    at: int = -1

    def do(self, buffer: Buffer) -> None:
        self.at = buffer.cursor
        buffer.text = buffer.text[:self.at] + self.text + buffer.text[self.at:]
        buffer.cursor += len(self.text)

    def undo(self, buffer: Buffer) -> None:
        buffer.text = buffer.text[:self.at] + buffer.text[self.at + len(self.text):]
        buffer.cursor = self.at

    def merge(self, other: Command) -> bool:
        if isinstance(other, Insert) and other.at == self.at + len(self.text) and " " not in other.text:
            self.text += other.text
            return True
        return False


@dataclass
class Delete(Command):
    count: int
    removed: str = field(default="", init=False)

    def do(self, buffer: Buffer) -> None:
        start = max(0, buffer.cursor - self.count)
        self.removed = buffer.text[start:buffer.cursor]
        buffer.text = buffer.text[:start] + buffer.text[buffer.cursor:]
        buffer.cursor = start

    def undo(self, buffer: Buffer) -> None:
        Insert(self.removed).do(buffer)


@dataclass
class Move(Command):
    by: int
    before: int | None = None

    def do(self, buffer: Buffer) -> None:
        self.before, buffer.cursor = buffer.cursor, min(max(buffer.cursor + self.by, 0), len(buffer.text))

    def undo(self, buffer: Buffer) -> None:
        if self.before is not None:
            buffer.cursor = self.before


@dataclass
class Macro(Command):
    steps: list[Command]

    def do(self, buffer: Buffer) -> None:
        done: list[Command] = []
        try:
            for step in self.steps:
                step.do(buffer)
                done.append(step)
        except ValueError:
            for step in reversed(done):
                step.undo(buffer)
            raise

    def undo(self, buffer: Buffer) -> None:
        for step in self.steps[::-1]:
            step.undo(buffer)


class Refuse(Command):
    def do(self, buffer: Buffer) -> None:
        raise ValueError("refused")

    def undo(self, buffer: Buffer) -> None:
        raise AssertionError("was never done")


class History:
    def __init__(self, buffer: Buffer, keep: Callable[[list[Command]], bool] = lambda stack: len(stack) <= 5) -> None:
        self.buffer = buffer
        self.keep = keep
        self.done: list[Command] = []
        self.undone: list[Command] = []

    def run(self, command: Command) -> None:
        command.do(self.buffer)
        self.undone.clear()
        if not (self.done and self.done[-1].merge(command)):
            self.done.append(command)
        while not self.keep(self.done):
            del self.done[0]

    def undo(self) -> bool:
        if not self.done:
            return False
        command = self.done.pop()
        command.undo(self.buffer)
        self.undone.append(command)
        return True

    def redo(self) -> bool:
        if self.undone:
            command = self.undone.pop()
            command.do(self.buffer)
            self.done.append(command)
            return True
        return False


def parse(script: str) -> Iterator[Command | str]:
    for word in script.split(";"):
        verb, _, rest = word.strip().partition(" ")
        match verb:
            case "i":
                yield Insert(rest.strip("'"))
            case "d":
                yield Delete(int(rest))
            case "m":
                yield Move(int(rest))
            case "undo" | "redo" as what:
                yield what
            case "twice":
                yield Macro([c for _ in range(2) for c in parse(rest.replace(",", ";")) if isinstance(c, Command)])
            case "bad":
                yield Macro([Insert("zzz"), Refuse()])
            case other:
                raise SyntaxError(f"unknown command {other!r}")


def main() -> None:
    history = History(Buffer())
    script = "i ab; i cd; i 'e f'; m -3; d 2; undo; undo; redo; redo; i XY; undo; undo; undo; undo; undo; redo; twice i -, m -2; m 99; bad; i !; undo; undo"
    try:
        for item in parse(script):
            try:
                if isinstance(item, str):
                    print(item, history.undo() if item == "undo" else history.redo(), end=" ")
                else:
                    history.run(item)
                print(history.buffer, len(history.done), len(history.undone))
            except ValueError as error:
                print(error, history.buffer)
        print(history.done)
        list(parse("i x; jump 3"))
    except SyntaxError as error:
        print(error)
