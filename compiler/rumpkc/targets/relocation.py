"""The shape of a machine's relocation table; the tables are in `<arch>/relocations.py`.

A relocation asks the linker to patch `value` (symbol + addend) into the bytes at a place. Names in the tables are
those of the processor supplements, without the `R_RISCV_` / `R_AARCH64_` prefix.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

# patch(data, offset, value, place): change the bytes of `data` at `offset`, which will lie at address `place`.
Patch = Callable[[bytearray, int, int, int], None]


class Form(Enum):
    """What `value` means to a relocation, or that there is nothing to patch."""

    VALUE = auto()      # symbol + addend
    GOT = auto()        # the address of a table slot that holds the symbol's address
    PAIR_LOW = auto()   # the symbol marks an instruction; the value is what *its* relocation computed (RISC-V)
    PADDING = auto()    # bytes to delete so that what follows is aligned (RISC-V relaxation)
    NONE = auto()       # a hint that may be ignored


# shorten(code, offset, distance) -> the instructions in place of those at `offset`, and the number of their relocation;
# None where they would not reach `distance` bytes, or are not what is expected.
Shorten = Callable[[bytes, int, int], tuple[bytes, int] | None]


@dataclass(frozen=True, slots=True)
class Relaxation:
    """How a machine's code may be made shorter: `hint` is the number of the relocation that allows it at a place,
    `shorter` what can be done there by the relocation beside it, and `padding` gives so many bytes of no effect."""

    hint: int
    shorter: dict[int, Shorten]
    padding: Callable[[int], bytes]


class PatchError(Exception):
    """The value does not fit the field; the text says why, in numbers."""


@dataclass(frozen=True, slots=True)
class Relocation:
    """One row: the field's name, how to patch it, what it is given.

    `branch` is the length in bytes of a call or jump, else 0: to a weak symbol that nobody defines it goes to the next
    instruction. `distance`: like a branch's, the field depends on nothing but how far the symbol is. `opens_pair` marks
    what a later PAIR_LOW refers to; `forget` patches it, in place of `patch`, where the symbol is weak and undefined,
    so that its address comes out as 0. `own`: the value is a distance from the thread pointer.
    """

    name: str
    patch: Patch
    form: Form = Form.VALUE
    branch: int = 0
    opens_pair: bool = False
    distance: bool = False
    own: bool = False
    forget: Callable[[bytearray, int], None] | None = None


def check_signed(value: int, bits: int) -> None:
    """PatchError unless `value` fits a signed field of `bits` bits."""
    limit = 1 << (bits - 1)
    if not -limit <= value < limit:
        raise PatchError(f"needs {value:#x}, the field holds {-limit:#x} to {limit - 1:#x}")


def check_aligned(value: int, align: int) -> None:
    """PatchError unless `value` is a multiple of `align`."""
    if value % align:
        raise PatchError(f"{value:#x} is not a multiple of {align}")


def get_word(data: bytearray, offset: int, size: int = 4) -> int:
    """The little-endian word of `size` bytes at `offset`."""
    return int.from_bytes(data[offset:offset + size], "little")


def put_word(data: bytearray, offset: int, value: int, size: int = 4) -> None:
    """Store the low `size` bytes of `value` at `offset`, little-endian."""
    data[offset:offset + size] = (value & ((1 << 8 * size) - 1)).to_bytes(size, "little")


def absolute(size: int) -> Patch:
    """A patch that stores the value itself in `size` bytes; signed or unsigned both fit."""
    low, high = -(1 << (8 * size - 1)), 1 << (8 * size)
    mask = high - 1

    def patch(data: bytearray, offset: int, value: int, _place: int) -> None:
        if not low <= value < high and size < 8:
            raise PatchError(f"{value:#x} does not fit {size} bytes")
        data[offset:offset + size] = (value & mask).to_bytes(size, "little")

    return patch


def relative(size: int) -> Patch:
    """A patch that stores the distance from the place in `size` bytes."""

    def patch(data: bytearray, offset: int, value: int, place: int) -> None:
        check_signed(value - place, 8 * size)
        put_word(data, offset, value - place, size)

    return patch


def nothing(_data: bytearray, _offset: int, _value: int, _place: int) -> None:
    """The patch of a hint."""
