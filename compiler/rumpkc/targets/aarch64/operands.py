"""A64 operand kinds: from the text of an operand to bits of the instruction word."""

from __future__ import annotations

import re

from rumpkc.asm.expressions import Value
from rumpkc.asm.table import Evaluator, Fixup, Kind, Mismatch, Operand
from rumpkc.targets.aarch64.instructions import CONDITIONS
from rumpkc.targets.aarch64.sysregs import BARRIER_OPTIONS, CACHE_OPERATIONS, NO_REGISTER, STATE_FIELDS, system_register

ALIASES = {"fp": "x29", "lr": "x30", "ip0": "x16", "ip1": "x17"}
LITERAL, ADR, ADRP, ADD_LO12, TEST, CONDITIONAL, JUMP, CALL = 273, 274, 275, 277, 279, 280, 282, 283
LOW12 = {0: 278, 1: 284, 2: 285, 3: 286, 4: 299}
MOVE_PARTS = {"abs_g0": 263, "abs_g0_nc": 264, "abs_g1": 265, "abs_g1_nc": 266, "abs_g2": 267, "abs_g2_nc": 268,
              "abs_g3": 269}
EXTENDS = {"uxtb": 0, "uxth": 1, "uxtw": 2, "uxtx": 3, "sxtb": 4, "sxth": 5, "sxtw": 6, "sxtx": 7}
SHIFTS = {"lsl": 0, "lsr": 1, "asr": 2, "ror": 3}
MEMORY = re.compile(r"\[(.*)\](!?)$", re.DOTALL)
MODIFIED = re.compile(r"#?:(\w+):(.*)$")


def register_number(text: str, width: str, stack: bool, operand: Operand) -> int:
    """The number of a general register of `width` `x` or `w`; 31 is the stack pointer if `stack`, else zero."""
    name = ALIASES.get(text.lower(), text.lower())
    special = {"x": ("sp", "xzr"), "w": ("wsp", "wzr")}[width][0 if stack else 1]
    if name == special:
        return 31
    if name[:1] == width and name[1:].isdigit() and int(name[1:]) < 31:
        return int(name[1:])
    size = 64 if width == "x" else 32
    raise Mismatch(f"`{text}` is not a {size}-bit register{' or the stack pointer' if stack else ''}", operand)


def _general(width: str, shift: int, stack: bool = False, twice: bool = False) -> Kind:
    def parse(_: Evaluator, operand: Operand) -> int:
        number = register_number(operand.text, width, stack, operand)
        return number << shift | (number << 16 if twice else 0)

    return parse


def _vector(letter: str, shift: int) -> Kind:
    def parse(_: Evaluator, operand: Operand) -> int:
        name = operand.text.lower()
        if name[:1] != letter or not name[1:].isdigit() or int(name[1:]) > 31:
            raise Mismatch(f"`{operand.text}` is not a register {letter}0 to {letter}31", operand)
        return int(name[1:]) << shift

    return parse


def number(asm: Evaluator, text: str, operand: Operand, low: int, high: int) -> int:
    """The constant `text`, with or without `#`, between `low` and `high`."""
    value = asm.constant(text.removeprefix("#"), operand)
    if not low <= value <= high:
        raise Mismatch(f"{value} is not {low} to {high}", operand)
    return value


def _unsigned(bits: int, shift: int) -> Kind:
    return lambda asm, operand: number(asm, operand.text, operand, 0, (1 << bits) - 1) << shift


def _add_immediate(asm: Evaluator, operand: Operand) -> int | Fixup:
    """12 bits, or 12 bits shifted up by 12, or `:lo12:symbol`."""
    if match := MODIFIED.match(operand.text):
        if match[1] != "lo12":
            raise Mismatch(f"`:{match[1]}:` does not go here; `:lo12:` does", operand)
        return Fixup(ADD_LO12, asm.value(match[2], operand))
    value = _no_register(asm, operand)
    if 0 <= value < 4096:
        return value << 10
    if value % 4096 == 0 and 0 <= value < 1 << 24:
        return 1 << 22 | value >> 12 << 10
    raise Mismatch(f"{value} is not 0 to 4095 (or a multiple of 4096 below 2^24)", operand)


def _no_register(asm: Evaluator, operand: Operand) -> int:
    """A constant; names of registers are no symbols."""
    name = operand.text.lower()
    if re.fullmatch(r"[xwdsq]\d+|sp|wsp|xzr|wzr|fp|lr", name):
        raise Mismatch(f"`{operand.text}` is a register; a number is needed", operand)
    return asm.constant(operand.text.removeprefix("#"), operand)


def _shift_by(step: int) -> Kind:
    """`lsl #12` of add, `lsl #16` and so on of movz."""

    def parse(asm: Evaluator, operand: Operand) -> int:
        match = re.fullmatch(r"lsl\s+(.+)", operand.text, re.IGNORECASE)
        if match is None:
            raise Mismatch(f"needs `lsl #{step}`", operand)
        amount = number(asm, match[1], operand, 0, 48)
        if amount % step or step == 12 and amount > 12:
            raise Mismatch(f"{amount} is not a multiple of {step}", operand)
        return amount // 16 << 21 if step == 16 else amount // 12 << 22

    return parse


def _shifted(asm: Evaluator, operand: Operand) -> int:
    match = re.fullmatch(r"(\w+)\s+(.+)", operand.text)
    if match is None or match[1].lower() not in SHIFTS:
        raise Mismatch("needs a shift: `lsl #n`, `lsr #n`, `asr #n` or `ror #n`", operand)
    return SHIFTS[match[1].lower()] << 22 | number(asm, match[2], operand, 0, 63) << 10


def _extended(plain: str) -> Kind:
    """An extension and a shift by 0 to 4; `lsl` stands for the extension `plain`, which changes nothing."""

    def parse(asm: Evaluator, operand: Operand) -> int:
        words = operand.text.split(None, 1)
        name = plain if words[0].lower() == "lsl" else words[0].lower()
        if name not in EXTENDS:
            raise Mismatch(f"needs an extension: {' '.join(EXTENDS)}", operand)
        amount = number(asm, words[1], operand, 0, 4) if len(words) > 1 else 0
        return EXTENDS[name] << 13 | amount << 10

    return parse


def bitmask(value: int, width: int) -> int | None:
    """N:immr:imms (bits 22, 16, 10) of a logical immediate, or None: a rotated run of ones, repeated (C3.4.2)."""
    value &= (1 << width) - 1
    if value in (0, (1 << width) - 1):
        return None
    size = width
    while size > 2 and value & (1 << size // 2) - 1 == value >> size // 2 & (1 << size // 2) - 1:
        size //= 2
        value &= (1 << size) - 1
    ones = value.bit_count()
    for rotation in range(size):
        rotated = (value << rotation | value >> (size - rotation)) & (1 << size) - 1
        if rotated == (1 << ones) - 1:
            n = int(size == 64)
            return n << 22 | rotation << 16 | ((0 if n else -size * 2 & 0x3F) | ones - 1) << 10
    return None


def _mask(width: int, invert: bool) -> Kind:
    def parse(asm: Evaluator, operand: Operand) -> int:
        value = _no_register(asm, operand)
        if not -(1 << width - 1) <= value < 1 << width:
            raise Mismatch(f"{value:#x} does not fit {width} bits", operand)
        bits = bitmask(~value if invert else value, width)
        if bits is None:
            raise Mismatch(f"{value:#x} is not a repeated run of ones; load it into a register first", operand)
        return bits

    return parse


def move_word(value: int, width: int) -> int | None:
    """The movz, movn or orr that loads `value`, without its register; None where there is no single one."""
    wide, full = (1 << 31 if width == 64 else 0), (1 << width) - 1
    value &= full
    for base, number_ in ((0x52800000, value), (0x12800000, ~value & full)):
        for part in range(width // 16):
            if number_ & ~(0xFFFF << 16 * part) == 0:
                return base | wide | part << 21 | (number_ >> 16 * part) << 5
    bits = bitmask(value, width)
    return None if bits is None else 0x320003E0 | wide | bits


def _move(width: int) -> Kind:
    def parse(asm: Evaluator, operand: Operand) -> int:
        value = _no_register(asm, operand)
        if not -(1 << width - 1) <= value < 1 << width:
            raise Mismatch(f"{value:#x} does not fit {width} bits", operand)
        word = move_word(value, width)
        if word is None:
            raise Mismatch(f"no single instruction loads {value:#x}; write `ldr register, ={value:#x}`", operand)
        return word & ~(1 << 31)  # the row has it

    return parse


def _wide(asm: Evaluator, operand: Operand) -> int | Fixup:
    if match := MODIFIED.match(operand.text):
        if match[1] not in MOVE_PARTS:
            raise Mismatch(f"`:{match[1]}:` does not go here; `:abs_g0:` and the like do", operand)
        part = MOVE_PARTS[match[1]]
        return Fixup(part, asm.value(match[2], operand), (part - 263) // 2 << 21)
    return number(asm, operand.text, operand, 0, 0xFFFF) << 5


def _shift_left(width: int) -> Kind:
    def parse(asm: Evaluator, operand: Operand) -> int:
        amount = number(asm, operand.text, operand, 0, width - 1)
        return -amount % width << 16 | width - 1 - amount << 10

    return parse


def _shift_right(width: int) -> Kind:
    return lambda asm, operand: number(asm, operand.text, operand, 0, width - 1) << 16 | width - 1 << 10


def _up_to(width: int, shift: int) -> Kind:
    return lambda asm, operand: number(asm, operand.text, operand, 0, width - 1) << shift


def _condition(invert: int) -> Kind:
    def parse(_: Evaluator, operand: Operand) -> int:
        code = CONDITIONS.get(operand.text.lower())
        if code is None:
            raise Mismatch(f"`{operand.text}` is not a condition: {' '.join(CONDITIONS)}", operand)
        return (code ^ invert) << 12

    return parse


def _target(relocation: int) -> Kind:
    def parse(asm: Evaluator, operand: Operand) -> Fixup:
        if operand.text.startswith(("[", "=", "#")):
            raise Mismatch("needs a label", operand)
        return Fixup(relocation, asm.value(operand.text, operand))

    return parse


def _bit(width: int) -> Kind:
    def parse(asm: Evaluator, operand: Operand) -> int:
        bit = number(asm, operand.text, operand, 0, width - 1)
        return (bit >> 5) << 31 | (bit & 31) << 19

    return parse


def _barrier(asm: Evaluator, operand: Operand) -> int:
    name = operand.text.lower()
    return (BARRIER_OPTIONS[name] if name in BARRIER_OPTIONS else number(asm, operand.text, operand, 0, 15)) << 8


def _system_register(_: Evaluator, operand: Operand) -> int:
    found = system_register(operand.text)
    if found is None:
        raise Mismatch(f"`{operand.text}` is not a system register; unnamed ones are written `S3_0_C12_C0_0`", operand)
    op0, op1, crn, crm, op2 = found
    return (op0 & 1) << 19 | op1 << 16 | crn << 12 | crm << 8 | op2 << 5


def _state_field(_: Evaluator, operand: Operand) -> int:
    if operand.text.lower() not in STATE_FIELDS:
        raise Mismatch(f"`{operand.text}` is not one of {' '.join(STATE_FIELDS)}", operand)
    op1, op2 = STATE_FIELDS[operand.text.lower()]
    return op1 << 16 | op2 << 5


def _operation(kind: str, registerless: bool) -> Kind:
    """The operation of `ic`, `dc`, `at`, `tlbi`."""

    def parse(_: Evaluator, operand: Operand) -> int:
        name = operand.text.lower()
        if name not in CACHE_OPERATIONS[kind] or (name in NO_REGISTER) != registerless:
            how = "" if registerless else " with a register"
            raise Mismatch(f"`{kind}` does not take `{operand.text}`{how}", operand)
        op1, crn, crm, op2 = CACHE_OPERATIONS[kind][name]
        return op1 << 16 | crn << 12 | crm << 8 | op2 << 5

    return parse


def _float_immediate(asm: Evaluator, operand: Operand) -> int:
    """±(16..31)/16 · 2^(-3..4), in 8 bits (C2.2.3)."""
    try:
        value = float(operand.text.removeprefix("#"))
    except ValueError:
        raise Mismatch(f"`{operand.text}` is not a number", operand) from None
    for exponent in range(-3, 5):
        mantissa = abs(value) / 2.0 ** exponent * 16
        if mantissa.is_integer() and 16 <= mantissa < 32:
            field = (exponent - 1) & 7 ^ 4 if exponent <= 0 else exponent - 1
            biased = exponent + 3 if exponent <= 0 else exponent - 1
            field = (4 | biased) if exponent <= 0 else biased
            return ((value < 0) << 7 | field << 4 | int(mantissa) - 16) << 13
    raise Mismatch(f"{value} cannot be a floating point immediate", operand)


# Addresses in square brackets


def _parts(operand: Operand, suffix: str) -> list[str]:
    """The comma-separated parts of `[…]`, which must be followed by `suffix` (`!` or nothing)."""
    match = MEMORY.match(operand.text)
    if match is None or match[2] != suffix:
        raise Mismatch(f"needs an address: `[register, …]{suffix}`", operand)
    return [part.strip() for part in match[1].split(",")]


def _base(parts: list[str], operand: Operand) -> int:
    return register_number(parts[0], "x", True, operand) << 5


def _plain(asm: Evaluator, operand: Operand) -> int:
    parts = _parts(operand, "")
    if len(parts) > 1 and (len(parts) > 2 or number(asm, parts[1], operand, 0, 0)):
        raise Mismatch("needs `[register]`", operand)
    return _base(parts, operand)


def _displacement(asm: Evaluator, parts: list[str], operand: Operand) -> int:
    if len(parts) == 1:
        return 0
    if len(parts) > 2 or re.match(r"[xw](\d+|zr)$", parts[1].lower()):
        raise Mismatch("needs `[register, #offset]`", operand)
    return asm.constant(parts[1].removeprefix("#"), operand)


def _scaled_offset(scale: int) -> Kind:
    """`[base, #offset]`: 12 bits, unsigned, in units of the access; or `:lo12:symbol`."""

    def parse(asm: Evaluator, operand: Operand) -> int | Fixup:
        parts = _parts(operand, "")
        base = _base(parts, operand)
        if len(parts) == 2 and (match := MODIFIED.match(parts[1])):
            if match[1] != "lo12":
                raise Mismatch(f"`:{match[1]}:` does not go here; `:lo12:` does", operand)
            return Fixup(LOW12[scale], asm.value(match[2], operand), base)
        offset = _displacement(asm, parts, operand)
        if offset % (1 << scale) or not 0 <= offset >> scale < 4096:
            raise Mismatch(f"{offset} is not a multiple of {1 << scale} from 0 to {4095 << scale}", operand)
        return base | offset >> scale << 10

    return parse


def _nine_bits(value: int, operand: Operand) -> int:
    if not -256 <= value < 256:
        raise Mismatch(f"{value} is not -256 to 255", operand)
    return (value & 0x1FF) << 12


def _small_offset(suffix: str) -> Kind:
    """`[base, #offset]` or, with `!`, the same and the base moves: 9 bits, signed."""

    def parse(asm: Evaluator, operand: Operand) -> int:
        parts = _parts(operand, suffix)
        return _base(parts, operand) | _nine_bits(_displacement(asm, parts, operand), operand)

    return parse


def _after(asm: Evaluator, operand: Operand) -> int:
    return _nine_bits(asm.constant(operand.text.removeprefix("#"), operand), operand)


def _seven_bits(value: int, scale: int, operand: Operand) -> int:
    if value % (1 << scale) or not -64 <= value >> scale < 64:
        raise Mismatch(f"{value} is not a multiple of {1 << scale} from {-64 << scale} to {63 << scale}", operand)
    return (value >> scale & 0x7F) << 15


def _pair_offset(scale: int, suffix: str) -> Kind:
    def parse(asm: Evaluator, operand: Operand) -> int:
        parts = _parts(operand, suffix)
        return _base(parts, operand) | _seven_bits(_displacement(asm, parts, operand), scale, operand)

    return parse


def _pair_after(scale: int) -> Kind:
    return lambda asm, operand: _seven_bits(asm.constant(operand.text.removeprefix("#"), operand), scale, operand)


def _index(scale: int) -> Kind:
    """`[base, index, lsl #scale]`, or `uxtw`, `sxtw`, `sxtx` in place of `lsl`."""

    def parse(asm: Evaluator, operand: Operand) -> int:
        parts = _parts(operand, "")
        if not 2 <= len(parts) <= 3:
            raise Mismatch("needs `[register, register]`", operand)
        words = parts[2].lower().split(None, 1) if len(parts) == 3 else ["lsl"]
        name = "uxtx" if words[0] == "lsl" else words[0]
        if name not in ("uxtx", "uxtw", "sxtw", "sxtx"):
            raise Mismatch("the index takes lsl, uxtw, sxtw or sxtx", operand)
        width = "w" if name.endswith("w") else "x"
        amount = number(asm, words[1], operand, 0, 4) if len(words) > 1 else 0
        if amount not in (0, scale):
            raise Mismatch(f"the index is shifted by 0 or {scale}, not {amount}", operand)
        scaled = amount == scale and len(words) > 1 and scale > 0 or scale == 0 and len(words) > 1
        return (_base(parts, operand) | register_number(parts[1], width, False, operand) << 16 | EXTENDS[name] << 13
                | scaled << 12)

    return parse


def _literal(asm: Evaluator, operand: Operand) -> Fixup:
    if operand.text.startswith(("[", "=", "#")):
        raise Mismatch("needs an address", operand)
    value: Value = asm.value(operand.text, operand)
    return Fixup(LITERAL, value)


def _per_width(width: str, bits: int) -> dict[str, Kind]:
    return {
        f"{width}d": _general(width, 0), f"{width}t": _general(width, 0), f"{width}n": _general(width, 5),
        f"{width}m": _general(width, 16), f"{width}a": _general(width, 10), f"{width}t2": _general(width, 10),
        f"{width}s": _general(width, 16), f"{width}ds": _general(width, 0, True),
        f"{width}ns": _general(width, 5, True),
        f"{width}nm": _general(width, 5, False, True), f"{width}mask": _mask(bits, False),
        f"{width}masknot": _mask(bits, True), f"{width}move": _move(bits), f"{width}lsl": _shift_left(bits),
        f"{width}lsr": _shift_right(bits), f"{width}lsb": _up_to(bits, 10), f"{width}immr": _up_to(bits, 16),
        f"{width}imms": _up_to(bits, 10),
    }


def _per_vector(letter: str) -> dict[str, Kind]:
    return {f"{letter}{field}": _vector(letter, shift) for field, shift in
            (("d", 0), ("t", 0), ("n", 5), ("d5", 5), ("m", 16), ("a", 10), ("t2", 10))}


def _per_scale(scale: int) -> dict[str, Kind]:
    return {f"offset{scale}": _scaled_offset(scale), f"index{scale}": _index(scale),
            f"pair{scale}": _pair_offset(scale, ""), f"pairbefore{scale}": _pair_offset(scale, "!"),
            f"pairafter{scale}": _pair_after(scale)}


KINDS: dict[str, Kind] = {
    **_per_vector("s"), **_per_vector("d"), **_per_vector("q"), **_per_width("x", 64), **_per_width("w", 32),
    **{name: kind for scale in range(5) for name, kind in _per_scale(scale).items()},
    "add12": _add_immediate, "lsl12": _shift_by(12), "lsl16": _shift_by(16), "shift": _shifted,
    "extend": _extended("uxtw"),
    "xextend": _extended("uxtx"), "wextend": _extended("uxtw"),
    "wide": _wide, "uimm5": _unsigned(5, 16), "uimm16": _unsigned(16, 5), "hint": _unsigned(7, 5),
    "nzcv": _unsigned(4, 0), "field4": _unsigned(4, 8), "cond": _condition(0), "notcond": _condition(1),
    "near": _target(CONDITIONAL), "far": _target(JUMP), "farlink": _target(CALL), "tiny": _target(TEST),
    "adr": _target(ADR), "adrp": _target(ADRP), "bit": _bit(64), "bit32": _bit(32), "ret": _general("x", 5),
    "option": _barrier, "sync": _barrier, "sysreg": _system_register, "field": _state_field, "fimm": _float_immediate,
    "ic0": _operation("ic", True), "ic": _operation("ic", False), "dc": _operation("dc", False),
    "at": _operation("at", False), "tlbi0": _operation("tlbi", True), "tlbi": _operation("tlbi", False),
    "plain": _plain, "offset9": _small_offset(""), "before9": _small_offset("!"), "after9": _after,
    "literal": _literal,
}
