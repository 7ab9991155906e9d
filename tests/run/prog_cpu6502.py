"""A 6502 subset with its assembler: labels, addressing modes, flags, stack."""
from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass


class Mode(enum.Enum):
    IMPLIED = enum.auto()
    IMMEDIATE = enum.auto()
    ZERO_PAGE = enum.auto()
    ABSOLUTE = enum.auto()
    ABSOLUTE_X = enum.auto()
    RELATIVE = enum.auto()

    @property
    def length(self) -> int:
        return {Mode.IMPLIED: 1, Mode.ABSOLUTE: 3, Mode.ABSOLUTE_X: 3}.get(self, 2)


class Flag(enum.IntFlag):
    C = 1
    Z = 2
    V = 64
    N = 128


@dataclass(frozen=True)
class Instruction:
    mnemonic: str
    mode: Mode
    run: Callable[[Cpu, int], None]


class Cpu:
    def __init__(self) -> None:
        self.memory = bytearray(0x10000)
        self.a = self.x = self.y = 0
        self.sp = 0xFF
        self.pc = 0x600
        self.flags = Flag(0)
        self.stopped = False

    def set(self, flag: Flag, on: bool) -> None:
        if on:
            self.flags |= flag
        else:
            self.flags &= ~flag

    def nz(self, value: int) -> int:
        self.set(Flag.Z, value == 0)
        self.set(Flag.N, value >= 128)
        return value

    def push(self, value: int) -> None:
        self.memory[0x100 + self.sp] = value
        self.sp = (self.sp - 1) & 0xFF

    def pull(self) -> int:
        self.sp = (self.sp + 1) & 0xFF
        return self.memory[0x100 + self.sp]

    def word(self, at: int) -> int:
        return int.from_bytes(self.memory[at:at + 2], "little")

    def address(self, mode: Mode) -> int:
        if mode is Mode.IMMEDIATE:
            return self.pc + 1
        if mode is Mode.ZERO_PAGE:
            return self.memory[self.pc + 1]
        if mode is Mode.ABSOLUTE:
            return self.word(self.pc + 1)
        if mode is Mode.ABSOLUTE_X:
            return (self.word(self.pc + 1) + self.x) & 0xFFFF
        if mode is Mode.RELATIVE:
            offset = self.memory[self.pc + 1]
            return self.pc + 2 + (offset - 256 if offset > 127 else offset)
        return 0

    def step(self) -> None:
        op = OPCODES[self.memory[self.pc]]
        where = self.address(op.mode)
        self.pc += op.mode.length
        op.run(self, where)


def adc(cpu: Cpu, where: int) -> None:
    value = cpu.memory[where]
    total = cpu.a + value + (Flag.C in cpu.flags)
    cpu.set(Flag.V, bool(~(cpu.a ^ value) & (cpu.a ^ total) & 0x80))
    cpu.set(Flag.C, total > 255)
    cpu.a = cpu.nz(total & 0xFF)


def load(register: str) -> Callable[[Cpu, int], None]:
    def run(cpu: Cpu, where: int) -> None:
        value = cpu.nz(cpu.memory[where])
        if register == "a":
            cpu.a = value
        elif register == "x":
            cpu.x = value
        else:
            cpu.y = value
    return run


def sta(cpu: Cpu, where: int) -> None:
    cpu.memory[where] = cpu.a


def step_x(by: int) -> Callable[[Cpu, int], None]:
    def run(cpu: Cpu, _: int) -> None:
        cpu.x = cpu.nz((cpu.x + by) % 256)
    return run


def branch(flag: Flag, when: bool) -> Callable[[Cpu, int], None]:
    def run(cpu: Cpu, where: int) -> None:
        if (flag in cpu.flags) == when:
            cpu.pc = where
    return run


def compare_x(cpu: Cpu, where: int) -> None:
    cpu.set(Flag.C, cpu.x >= cpu.memory[where])
    cpu.nz((cpu.x - cpu.memory[where]) & 0xFF)


def jsr(cpu: Cpu, where: int) -> None:
    back = cpu.pc - 1
    cpu.push(back >> 8)
    cpu.push(back & 0xFF)
    cpu.pc = where


def rts(cpu: Cpu, _: int) -> None:
    low = cpu.pull()
    cpu.pc = (cpu.pull() << 8 | low) + 1


def brk(cpu: Cpu, _: int) -> None:
    cpu.stopped = True


def clc(cpu: Cpu, _: int) -> None:
    cpu.set(Flag.C, False)


def pha(cpu: Cpu, _: int) -> None:
    cpu.push(cpu.a)


def pla(cpu: Cpu, _: int) -> None:
    cpu.a = cpu.nz(cpu.pull())


OPCODES: dict[int, Instruction] = {
    0x00: Instruction("BRK", Mode.IMPLIED, brk),
    0x18: Instruction("CLC", Mode.IMPLIED, clc),
    0x48: Instruction("PHA", Mode.IMPLIED, pha),
    0x68: Instruction("PLA", Mode.IMPLIED, pla),
    0x20: Instruction("JSR", Mode.ABSOLUTE, jsr),
    0x60: Instruction("RTS", Mode.IMPLIED, rts),
    0x69: Instruction("ADC", Mode.IMMEDIATE, adc),
    0x65: Instruction("ADC", Mode.ZERO_PAGE, adc),
    0x7D: Instruction("ADC", Mode.ABSOLUTE_X, adc),
    0xA9: Instruction("LDA", Mode.IMMEDIATE, load("a")),
    0xA5: Instruction("LDA", Mode.ZERO_PAGE, load("a")),
    0xA2: Instruction("LDX", Mode.IMMEDIATE, load("x")),
    0x85: Instruction("STA", Mode.ZERO_PAGE, sta),
    0x8D: Instruction("STA", Mode.ABSOLUTE, sta),
    0xE8: Instruction("INX", Mode.IMPLIED, step_x(1)),
    0xCA: Instruction("DEX", Mode.IMPLIED, step_x(-1)),
    0xE0: Instruction("CPX", Mode.IMMEDIATE, compare_x),
    0xD0: Instruction("BNE", Mode.RELATIVE, branch(Flag.Z, False)),
    0xF0: Instruction("BEQ", Mode.RELATIVE, branch(Flag.Z, True)),
    0x90: Instruction("BCC", Mode.RELATIVE, branch(Flag.C, False)),
}
ENCODING = {(one.mnemonic, one.mode): code for code, one in OPCODES.items()}


def operand_mode(mnemonic: str, text: str) -> Mode:
    if not text:
        return Mode.IMPLIED
    if text[0] == "#":
        return Mode.IMMEDIATE
    if (mnemonic, Mode.RELATIVE) in ENCODING:
        return Mode.RELATIVE
    if text.endswith(",x"):
        return Mode.ABSOLUTE_X
    return Mode.ZERO_PAGE if text[0] == "$" and len(text) == 3 else Mode.ABSOLUTE


def number(text: str, labels: dict[str, int]) -> int:
    text = text.lstrip("#").removesuffix(",x")
    return int(text[1:], 16) if text.startswith("$") else labels[text] if text in labels else int(text)


def assemble(source: str, origin: int = 0x600) -> bytes:
    labels: dict[str, int] = {}
    lines: list[tuple[int, str, str, Mode]] = []
    at = origin
    for raw in source.splitlines():
        line = raw.split(";")[0].strip()
        if line.endswith(":"):
            labels[line[:-1]] = at
        elif line:
            mnemonic, _, rest = line.partition(" ")
            mode = operand_mode(mnemonic, rest.strip())
            lines.append((at, mnemonic, rest.strip(), mode))
            at += mode.length
    out = bytearray()
    for at, mnemonic, rest, mode in lines:
        out.append(ENCODING[mnemonic, mode])
        if mode is Mode.RELATIVE:
            out += (number(rest, labels) - at - 2).to_bytes(1, "little", signed=True)
        elif mode.length > 1:
            out += number(rest, labels).to_bytes(mode.length - 1, "little")
    return bytes(out)


SOURCE = """
    LDX #10
    LDA #0
loop:
    CLC
    ADC #7
    STA $10         ; running sum
    JSR double
    DEX
    BNE loop
    STA $0200
    BRK
double:
    PHA
    CLC
    ADC $10
    STA $11
    PLA
    RTS
"""


def main() -> None:
    code = assemble(SOURCE)
    print(code.hex(" "))
    cpu = Cpu()
    cpu.memory[0x600:0x600 + len(code)] = code
    steps = 0
    while not cpu.stopped:
        cpu.step()
        steps += 1
    print(steps, cpu.a, cpu.memory[0x10], cpu.memory[0x11], cpu.memory[0x200], hex(cpu.pc), cpu.sp)
    for a, b in ((0x50, 0x50), (0xD0, 0x90), (0xFF, 1), (0x7F, 0)):
        cpu = Cpu()
        cpu.memory[0x600:0x605] = assemble(f"LDA #{a}\nADC #{b}\nBRK")
        while not cpu.stopped:
            cpu.step()
        print(f"{a:02x}+{b:02x}={cpu.a:02x}", [flag.name for flag in Flag if flag in cpu.flags], int(cpu.flags))
    try:
        assemble("LDA nowhere")
    except KeyError as error:
        print("no such label or mode:", error)
    try:
        assemble("top:\nBNE top\n" + "INX\n" * 3 + "far:\n" + "INX\n" * 130 + "BNE far")
    except OverflowError as error:
        print(error)
