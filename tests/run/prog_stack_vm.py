"""A compiler from a tree to bytecode, and the stack machine that runs it with calls and a trace."""
from dataclasses import dataclass, field
from enum import IntEnum


class Op(IntEnum):
    PUSH = 0
    LOAD = 1
    STORE = 2
    ADD = 3
    SUB = 4
    MUL = 5
    LESS = 6
    JUMP = 7
    JUMP_IF_NOT = 8
    CALL = 9
    RETURN = 10
    PRINT = 11
    HALT = 12


HAS_ARGUMENT = {Op.PUSH, Op.LOAD, Op.STORE, Op.JUMP, Op.JUMP_IF_NOT, Op.CALL}


class MachineError(Exception):
    pass


@dataclass
class Assembler:
    code: list[int] = field(default_factory=list)
    labels: dict[str, int] = field(default_factory=dict)
    fixups: list[tuple[int, str]] = field(default_factory=list)

    def emit(self, op: Op, argument: int | str = 0) -> None:
        self.code.append(op.value)
        if op in HAS_ARGUMENT:
            if isinstance(argument, str):
                self.fixups.append((len(self.code), argument))
                self.code.append(-1)
            else:
                self.code.append(argument)

    def label(self, name: str) -> None:
        self.labels[name] = len(self.code)

    def finish(self) -> list[int]:
        for at, name in self.fixups:
            self.code[at] = self.labels[name]
        return self.code


def assemble(text: str) -> list[int]:
    asm = Assembler()
    for number, line in enumerate(text.strip().splitlines(), 1):
        words = line.split(";")[0].split()
        match words:
            case []:
                continue
            case [name] if name.endswith(":"):
                asm.label(name[:-1])
            case [name]:
                asm.emit(Op[name.upper()])
            case [name, argument]:
                asm.emit(Op[name.upper()], int(argument) if argument.lstrip("-").isdigit() else argument)
            case _:
                raise MachineError(f"line {number}: {line.strip()}")
    return asm.finish()


class Machine:
    def __init__(self, code: list[int], limit: int = 10_000) -> None:
        self.code, self.limit = code, limit
        self.stack: list[int] = []
        self.calls: list[int] = []
        self.slots = [0] * 16
        self.output: list[str] = []
        self.steps = 0

    def pop(self) -> int:
        if not self.stack:
            raise MachineError("stack is empty")
        return self.stack.pop()

    def run(self) -> list[str]:
        at = 0
        while True:
            self.steps += 1
            if self.steps > self.limit:
                raise MachineError("too many steps")
            op = Op(self.code[at])
            argument = self.code[at + 1] if op in HAS_ARGUMENT else 0
            at += 2 if op in HAS_ARGUMENT else 1
            match op:
                case Op.PUSH:
                    self.stack.append(argument)
                case Op.LOAD:
                    self.stack.append(self.slots[argument])
                case Op.STORE:
                    self.slots[argument] = self.pop()
                case Op.ADD | Op.SUB | Op.MUL | Op.LESS:
                    b, a = self.pop(), self.pop()
                    self.stack.append({Op.ADD: a + b, Op.SUB: a - b, Op.MUL: a * b, Op.LESS: int(a < b)}[op])
                case Op.JUMP:
                    at = argument
                case Op.JUMP_IF_NOT:
                    if not self.pop():
                        at = argument
                case Op.CALL:
                    self.calls.append(at)
                    at = argument
                case Op.RETURN:
                    at = self.calls.pop()
                case Op.PRINT:
                    self.output.append(str(self.pop()))
                case Op.HALT:
                    return self.output


PROGRAM = """
    push 1
    store 0
    push 1
    store 1
loop:
    load 0
    push 11
    less
    jump_if_not done
    load 1
    load 0
    mul
    store 1
    load 0
    push 1
    add
    store 0
    jump loop
done:
    load 1      ; 10!
    call show
    push -5
    call show
    halt
show:
    print
    return
"""


def main() -> None:
    code = assemble(PROGRAM)
    machine = Machine(code)
    print(len(code), machine.run(), machine.steps, machine.slots[:3])
    for text in ("add\nhalt", "x:\njump x", "push 1 2", "push\nhalt", "bogus"):
        try:
            print(Machine(assemble(text), 100).run())
        except MachineError as error:
            print("machine:", error)
        except KeyError as error:
            print("no such operation:", error)
