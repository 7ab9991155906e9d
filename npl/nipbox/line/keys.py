"""Bytes from a terminal become keys: a byte stands for itself, escape sequences (ECMA-48, 5.4) for what they name.

    1b 5b 41            UP              1b 5b 31 3b 35 43       WORD_RIGHT (Ctrl-Right)
    1b 62               META + b        1b 5b 31 32 3b 38 30 52 REPORT, numbers [12, 80]

A control character inside a sequence breaks it: the sequence is lost, the character counts, and `broken` says so.
"""

from typing import Final

NOTHING: Final = -2                     # in the middle of a sequence

UP: Final = 0x100
DOWN: Final = 0x101
LEFT: Final = 0x102
RIGHT: Final = 0x103
HOME: Final = 0x104
END: Final = 0x105
DELETE: Final = 0x106
WORD_LEFT: Final = 0x107
WORD_RIGHT: Final = 0x108
DELETE_WORD: Final = 0x109
PASTE: Final = 0x10A                    # what follows is pasted, up to PASTE_END
REPORT: Final = 0x10B                   # the terminal says where its cursor is: row, column
UNKNOWN: Final = 0x10C
META: Final = 0x200                     # and the byte

ESCAPE: Final = 0x1B
PASTE_END: Final = b"\x1b[201~"

LARGEST: Final = 9999                   # a number of a sequence; larger ones are cut to it
MOST_NUMBERS: Final = 8

# Where the reader is.
GROUND: Final = 0
AFTER_ESCAPE: Final = 1
IN_SEQUENCE: Final = 2                  # behind ESC [
ONE_MORE: Final = 3                     # behind ESC O, or ESC [ [ as the Linux console sends

CTRL: Final = 5                         # second number of a sequence: 1 + (1: Shift, 2: Alt, 4: Ctrl)
ALT: Final = 3


class KeyReader:
    """Reads one byte at a time."""

    def __init__(self) -> None:
        self._state: int = GROUND
        self.numbers: list[int] = [0]   # of the last sequence
        self.broken: bool = False       # the last byte broke a sequence

    def reset(self) -> None:
        self._state = GROUND

    def feed(self, byte: int) -> int:
        """The key that ends with this byte, or NOTHING."""
        self.broken = False
        if self._state == GROUND:
            if byte != ESCAPE:
                return byte
            self._state = AFTER_ESCAPE
            return NOTHING
        if self._state == AFTER_ESCAPE:
            return self._after_escape(byte)
        if byte < 0x20 or byte > 0x7E:
            return self._broken_by(byte)
        if self._state == ONE_MORE:
            self._state = GROUND
            return named(byte, 0)
        return self._in_sequence(byte)

    def _broken_by(self, byte: int) -> int:
        """A byte that no sequence has."""
        self.broken = True
        self._state = AFTER_ESCAPE if byte == ESCAPE else GROUND
        return NOTHING if byte == ESCAPE else byte

    def _after_escape(self, byte: int) -> int:
        if byte == 0x5B:                # [
            self._state = IN_SEQUENCE
            self.numbers = [0]
            return NOTHING
        if byte == 0x4F:                # O
            self._state = ONE_MORE
            return NOTHING
        if byte == ESCAPE:
            return NOTHING
        self._state = GROUND
        if byte == 0x08 or byte == 0x7F or 0x20 <= byte < 0x7F:
            return META + byte
        return byte

    def _in_sequence(self, byte: int) -> int:
        if 0x30 <= byte <= 0x39:
            last = len(self.numbers) - 1
            self.numbers[last] = min(self.numbers[last] * 10 + byte - 0x30, LARGEST)
        elif byte == 0x3B and len(self.numbers) < MOST_NUMBERS:
            self.numbers.append(0)
        elif byte == 0x5B:
            self._state = ONE_MORE
        elif byte >= 0x40:
            self._state = GROUND
            if byte == 0x7E:
                return self._numbered()
            if byte == 0x52:
                return REPORT if len(self.numbers) == 2 else UNKNOWN
            return named(byte, self._modifier())
        return NOTHING

    def _modifier(self) -> int:
        """Ctrl and Alt, which some terminals give as the first number."""
        return self.numbers[1] if len(self.numbers) > 1 else self.numbers[0]

    def _numbered(self) -> int:
        """ESC [ number ~"""
        match self.numbers[0]:
            case 1 | 7:
                return HOME
            case 4 | 8:
                return END
            case 3:
                return DELETE if len(self.numbers) == 1 else DELETE_WORD
            case 200:
                return PASTE
            case _:
                return UNKNOWN


def named(final: int, modifier: int) -> int:
    """The key of ESC [ … `final` or ESC O `final`."""
    by_word = modifier == CTRL or modifier == ALT
    match final:
        case 0x41:                      # A
            return UP
        case 0x42:
            return DOWN
        case 0x43:
            return WORD_RIGHT if by_word else RIGHT
        case 0x44:
            return WORD_LEFT if by_word else LEFT
        case 0x46:                      # F
            return END
        case 0x48:                      # H
            return HOME
        case 0x63:                      # c, d: rxvt's Ctrl-Right and Ctrl-Left
            return WORD_RIGHT
        case 0x64:
            return WORD_LEFT
        case _:
            return UNKNOWN
