"""A small stack VM, a JSON-like value tree and an observer."""
from __future__ import annotations
from typing import Callable, Dict, List, Optional
from dataclasses import dataclass
from enum import IntEnum, auto

class Op(IntEnum):
    PUSH = auto()
    ADD = auto()
    MUL = auto()
    JMP = auto()
    JZ = auto()
    LOAD = auto()
    STORE = auto()
    PRINT = auto()
    HALT = auto()

@dataclass(frozen=True)
class Instr:
    op: Op
    arg: Optional[int] = None

    def __str__(self) -> str:
        return self.op.name if self.arg is None else f"{self.op.name} {self.arg}"

class VMError(RuntimeError):
    def __init__(self, pc: int, message: str) -> None:
        super().__init__(message)
        self.pc = pc

    def __str__(self) -> str:
        return f"[{self.pc}] {super().__str__()}"

class VM:
    def __init__(self, program: List[Instr]) -> None:
        self.program = program
        self.stack: List[int] = []
        self.vars: Dict[int, int] = {}
        self.pc = 0
        self.output: List[str] = []

    def pop(self) -> int:
        try:
            return self.stack.pop()
        except IndexError:
            raise VMError(self.pc, "stack underflow") from None

    def step(self) -> bool:
        ins = self.program[self.pc]
        self.pc += 1
        match ins:
            case Instr(Op.PUSH, arg) if arg is not None:
                self.stack.append(arg)
            case Instr(Op.ADD):
                self.stack.append(self.pop() + self.pop())
            case Instr(Op.MUL):
                self.stack.append(self.pop() * self.pop())
            case Instr(Op.JMP, int(to)):
                self.pc = to
            case Instr(op=Op.JZ, arg=int(to)):
                if self.pop() == 0:
                    self.pc = to
            case Instr(Op.LOAD, int(slot)):
                self.stack.append(self.vars.get(slot, 0))
            case Instr(Op.STORE, int(slot)):
                self.vars[slot] = self.pop()
            case Instr(Op.PRINT):
                self.output.append(str(self.pop()))
            case Instr(Op.HALT):
                return False
            case _:
                raise VMError(self.pc - 1, f"bad instruction {ins}")
        return True

    def run(self, limit: int = 1000) -> int:
        steps = 0
        while self.step():
            steps += 1
            if steps >= limit:
                raise VMError(self.pc, "too many steps")
        return steps

class Signal:
    def __init__(self) -> None:
        self._slots: List[Callable[[str, int], None]] = []

    def connect(self, slot: Callable[[str, int], None]) -> None:
        self._slots.append(slot)

    def emit(self, name: str, value: int) -> None:
        for slot in self._slots:
            slot(name, value)

class Recorder:
    def __init__(self) -> None:
        self.log: List[str] = []

    def on_event(self, name: str, value: int) -> None:
        self.log.append(f"{name}={value}")

def main() -> None:
    prog = [Instr(Op.PUSH, 3), Instr(Op.STORE, 0), Instr(Op.LOAD, 0), Instr(Op.JZ, 9), Instr(Op.LOAD, 0), Instr(Op.PRINT),
            Instr(Op.LOAD, 0), Instr(Op.PUSH, -1), Instr(Op.JMP, 10), Instr(Op.HALT), Instr(Op.ADD), Instr(Op.STORE, 0), Instr(Op.JMP, 2)]
    vm = VM(prog)
    print(vm.run(), vm.output, vm.vars, [str(i) for i in prog[:3]], prog[0])
    for bad in ([Instr(Op.ADD)], [Instr(Op.PUSH)], [Instr(Op.JMP, 0)]):
        try:
            VM(bad).run(50)
        except VMError as e:
            print(e, e.pc, repr(e), e.__cause__ is None)
    try:
        VM([]).run()
    except IndexError as e:
        print(e)
    rec = Recorder()
    sig = Signal()
    sig.connect(lambda n, v: rec.on_event(n, v))
    sig.connect(lambda n, v: print("lambda", n, v))
    sig.emit("x", 1)
    sig.emit("y", 2)
    print(rec.log)

if __name__ == "__main__":
    main()
