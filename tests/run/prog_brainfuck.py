"""Brainfuck: parsed into a tree, optimised, run on a wrapping bytearray tape."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable


@dataclass(frozen=True)
class Add:
    amount: int


@dataclass(frozen=True)
class Move:
    amount: int


@dataclass(frozen=True)
class Loop:
    body: tuple[Op, ...]


@dataclass(frozen=True)
class Out:
    pass


@dataclass(frozen=True)
class In:
    pass


@dataclass(frozen=True)
class Clear:
    pass


Op = Add | Move | Loop | Out | In | Clear


def parse(source: str) -> tuple[Op, ...]:
    stack: list[list[Op]] = [[]]
    for at, ch in enumerate(source):
        top = stack[-1]
        match ch:
            case "+":
                top.append(Add(1))
            case "-":
                top.append(Add(-1))
            case ">":
                top.append(Move(1))
            case "<":
                top.append(Move(-1))
            case ".":
                top.append(Out())
            case ",":
                top.append(In())
            case "[":
                stack.append([])
            case "]":
                if len(stack) == 1:
                    raise SyntaxError(f"unmatched ] at {at}")
                body = stack.pop()
                stack[-1].append(Loop(tuple(body)))
            case _:
                pass
    if len(stack) > 1:
        raise SyntaxError(f"{len(stack) - 1} loops are open")
    return tuple(stack[0])


def optimise(ops: Iterable[Op]) -> tuple[Op, ...]:
    out: list[Op] = []
    for op in ops:
        match op, out[-1] if out else None:
            case Add(a), Add(b):
                out[-1] = Add(a + b)
            case Move(a), Move(b):
                out[-1] = Move(a + b)
            case Loop((Add(-1),)), _:
                out.append(Clear())
            case Loop(body), _:
                out.append(Loop(optimise(body)))
            case other, _:
                out.append(other)
    return tuple(op for op in out if op not in (Add(0), Move(0)))


def size(ops: tuple[Op, ...]) -> int:
    return sum(1 + size(op.body) if isinstance(op, Loop) else 1 for op in ops)


class Machine:
    def __init__(self, stdin: bytes = b"") -> None:
        self.tape = bytearray(64)
        self.at = 0
        self.stdin = iter(stdin)
        self.stdout = bytearray()
        self.steps = 0

    def run(self, ops: tuple[Op, ...]) -> None:
        for op in ops:
            self.steps += 1
            if isinstance(op, Add):
                self.tape[self.at] = (self.tape[self.at] + op.amount) % 256
            elif isinstance(op, Move):
                self.at += op.amount
                if not 0 <= self.at < len(self.tape):
                    raise IndexError(f"tape position {self.at}")
            elif isinstance(op, Out):
                self.stdout.append(self.tape[self.at])
            elif isinstance(op, In):
                self.tape[self.at] = next(self.stdin, 0)
            elif isinstance(op, Clear):
                self.tape[self.at] = 0
            else:
                while self.tape[self.at]:
                    self.run(op.body)


HELLO = """++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.
<-.<.+++.------.--------.>>+.>++."""
REVERSE = ">,[>,]<[.<]"
SQUARES = "++++[>+++++<-]>[<+++++>-]+<+[>[>+>+<<-]++>>[<<+>>-]>>>[-]++>[-]+>>>+[[-]++++++>>>]<<<[[<++++++++<++>>-]+<.<[>----<-]<]<<[>>>>>[>>>[-]+++++++++<[>-<-]+++++++++>[-[<->-]+[<<<]]<[>+<-]>]<<-]<<-]"


def main() -> None:
    for text, given in ((HELLO, b""), (REVERSE, b"stressed"), ("+[>+]", b""), ("[", b""), ("]", b""), ("--[-]+++.", b"")):
        try:
            ops = parse(text)
            better = optimise(ops)
            plain, fast = Machine(given), Machine(given)
            print(size(ops), size(better), end=" ")
            plain.run(ops)
            fast.run(better)
            assert plain.stdout == fast.stdout and plain.tape == fast.tape
            print(bytes(fast.stdout), plain.steps, fast.steps)
        except (SyntaxError, IndexError) as error:
            print(type(error).__name__, error)
    print(optimise(parse("++>[-]<->[->+<]+-")))
