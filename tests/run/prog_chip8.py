"""CHIP-8: decoder, interpreter with sprites, and a disassembler over the same opcodes."""
import random
from typing import Final

FONT: Final = bytes([0xF0, 0x90, 0x90, 0x90, 0xF0, 0x20, 0x60, 0x20, 0x20, 0x70, 0xF0, 0x10, 0xF0, 0x80, 0xF0,
                     0xF0, 0x10, 0xF0, 0x10, 0xF0, 0x90, 0x90, 0xF0, 0x10, 0x10, 0xF0, 0x80, 0xF0, 0x10, 0xF0])
WIDTH, HEIGHT = 32, 8


class Halt(Exception):
    def __init__(self, pc: int, op: int) -> None:
        super().__init__(pc, op)
        self.pc = pc
        self.op = op

    def __str__(self) -> str:
        return f"halted at {self.pc:#05x} on {self.op:04X}"


class Chip8:
    def __init__(self, program: bytes, seed: int = 1) -> None:
        self.memory = bytearray(4096)
        self.memory[: len(FONT)] = FONT
        self.memory[0x200:0x200 + len(program)] = program
        self.v = [0] * 16
        self.i = 0
        self.pc = 0x200
        self.stack: list[int] = []
        self.screen = [[False] * WIDTH for _ in range(HEIGHT)]
        self.random = random.Random(seed)
        self.cycles = 0

    def step(self) -> None:
        op = self.memory[self.pc] << 8 | self.memory[self.pc + 1]
        self.pc += 2
        self.cycles += 1
        kind, x, y, n = op >> 12, op >> 8 & 15, op >> 4 & 15, op & 15
        nn, nnn = op & 0xFF, op & 0xFFF
        v = self.v
        match (kind, x, y, n):
            case (0, 0, 0xE, 0):
                self.screen = [[False] * WIDTH for _ in range(HEIGHT)]
            case (0, 0, 0xE, 0xE):
                self.pc = self.stack.pop()
            case (1, _, _, _):
                if nnn == self.pc - 2:
                    raise Halt(self.pc - 2, op)
                self.pc = nnn
            case (2, _, _, _):
                self.stack.append(self.pc)
                self.pc = nnn
            case (3, _, _, _):
                self.pc += 2 * (v[x] == nn)
            case (4, _, _, _):
                self.pc += 2 * (v[x] != nn)
            case (5, _, _, 0):
                self.pc += 2 if v[x] == v[y] else 0
            case (6, _, _, _):
                v[x] = nn
            case (7, _, _, _):
                v[x] = (v[x] + nn) & 0xFF
            case (8, _, _, _):
                self.arithmetic(x, y, n)
            case (0xA, _, _, _):
                self.i = nnn
            case (0xC, _, _, _):
                v[x] = self.random.randrange(256) & nn
            case (0xD, _, _, _):
                v[0xF] = int(self.draw(v[x], v[y], n))
            case (0xF, _, 1, 0xE):
                self.i += v[x]
            case (0xF, _, 2, 9):
                self.i = 5 * v[x]
            case (0xF, _, 3, 3):
                self.memory[self.i:self.i + 3] = bytes([v[x] // 100, v[x] // 10 % 10, v[x] % 10])
            case (0xF, _, 5, 5):
                for k in range(x + 1):
                    self.memory[self.i + k] = v[k]
            case (0xF, _, 6, 5):
                v[: x + 1] = self.memory[self.i:self.i + x + 1]
            case _:
                raise Halt(self.pc - 2, op)

    def arithmetic(self, x: int, y: int, n: int) -> None:
        v = self.v
        flag: int | None = None
        if n == 0:
            v[x] = v[y]
        elif n == 1:
            v[x] |= v[y]
        elif n == 2:
            v[x] &= v[y]
        elif n == 3:
            v[x] ^= v[y]
        elif n == 4:
            flag, v[x] = divmod(v[x] + v[y], 256)
        elif n == 5:
            flag, v[x] = int(v[x] >= v[y]), (v[x] - v[y]) % 256
        elif n == 6:
            flag, v[x] = v[x] & 1, v[x] >> 1
        elif n == 0xE:
            flag, v[x] = v[x] >> 7, v[x] << 1 & 0xFF
        else:
            raise Halt(self.pc - 2, 0x8000 | n)
        if flag is not None:
            v[0xF] = flag

    def draw(self, left: int, top: int, rows: int) -> bool:
        hit = False
        for row, bits in enumerate(self.memory[self.i:self.i + rows]):
            for column in range(8):
                if bits & 0x80 >> column:
                    y, x = (top + row) % HEIGHT, (left + column) % WIDTH
                    hit = hit or self.screen[y][x]
                    self.screen[y][x] ^= True
        return hit

    def run(self, limit: int = 500) -> str:
        try:
            while self.cycles < limit:
                self.step()
        except Halt as halt:
            return str(halt)
        return f"still running after {self.cycles}"

    def __str__(self) -> str:
        return "\n".join("".join(" #"[dot] for dot in row).rstrip() for row in self.screen)


def words(*ops: int) -> bytes:
    return b"".join(op.to_bytes(2, "big") for op in ops)


def main() -> None:
    digits = Chip8(words(0x6000, 0x6101, 0x6203, 0xF029, 0xD125, 0x7001, 0x7105, 0x3006, 0x1206, 0x1212))
    print(digits.run(), digits.cycles)
    print(digits)
    bcd = Chip8(words(0x60FE, 0xA300, 0xF033, 0xF265, 0x2210, 0x00E0, 0xFFFF, 0x1200, 0x8014, 0x8125, 0x00EE))
    print(bcd.run(), bcd.v, bcd.memory[0x300:0x303].hex())
    carry = Chip8(words(0x60FF, 0x6102, 0x8014, 0x620A, 0x6303, 0x8325, 0x8206, 0x831E, 0x8023, 0x8008))
    print(carry.run(), carry.v)
    dice = Chip8(words(0xC0FF, 0xC10F, 0xC27F, 0x1206), seed=7)
    same = Chip8(words(0xC0FF, 0xC10F, 0xC27F, 0x1206), seed=7)
    dice.run(), same.run()
    print(dice.v[:3] == same.v[:3], dice.v[:3])
    print(Chip8(words(0x1202, 0x1200)).run(100))
    try:
        Chip8(words(0x00EE)).run()
    except IndexError as error:
        print(error)
