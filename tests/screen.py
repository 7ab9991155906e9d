"""A terminal for tests: 80 columns, wrapping, cursor moves and erasing of ECMA-48, wide and combining characters.

Width comes from CPython's Unicode data, not from the tables under test.
"""

from __future__ import annotations

import re
import unicodedata

SEQUENCE = re.compile(r"\x1b\[([?0-9;]*)([A-Za-z])")


def width(char: str) -> int:
    if "\u1160" <= char <= "\u11ff" or unicodedata.category(char) in ("Mn", "Me", "Cf") and char != "\xad":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" and unicodedata.category(char) != "Cn" else 1


class Screen:
    """Rows of cells; a wide character has an empty cell behind it. What it cannot do is an error, as a control character is."""

    def __init__(self, columns: int = 80, answers: bool = False) -> None:
        self.columns = columns
        self.rows: list[list[str]] = [[]]
        self.row = self.column = 0
        self.bells = 0
        self.answers = answers
        self.typed = b""                        # answers to what it was asked
        self.pastes = False
        self.written = 0

    def write(self, data: bytes, errors: str = "strict") -> None:
        self.written += len(data)
        text, at = data.decode(errors=errors), 0
        while at < len(text):
            match = SEQUENCE.match(text, at)
            if match:
                self._sequence(match[1], match[2])
                at = match.end()
            else:
                self._char(text[at])
                at += 1

    def _sequence(self, numbers: str, final: str) -> None:
        count = int(numbers) if numbers.isdigit() else 1
        match (numbers, final):
            case ("6", "n"):
                if self.answers:
                    self.typed += f"\x1b[{self.row + 1};{self.column + 1}R".encode()
            case ("?2004", "h" | "l"):
                self.pastes = final == "h"
            case (_, "C"):
                self.column = min(self.columns - 1, self.column + count)
            case (_, "D"):
                self.column = max(0, self.column - count)
            case (_, "m"):
                pass                            # colours are not looked at
            case ("", "K"):
                del self._cells()[self.column:]
            case ("", "H"):
                self.row = self.column = 0
            case ("2", "J"):
                self.rows = [[] for _ in self.rows]
            case _:
                raise AssertionError((numbers, final))

    def _cells(self) -> list[str]:
        return self.rows[self.row]

    def _char(self, char: str) -> None:
        if char == "\a":
            self.bells += 1
        elif char == "\r":
            self.column = 0
        elif char == "\n":
            self.row, self.column = self.row + 1, 0
            self.rows.insert(self.row, [])
        elif char == "\b":
            self.column = max(0, min(self.column, self.columns) - 1)
        else:
            assert char >= " " and char != "\x7f" and not "\x80" <= char < "\xa0", repr(char)
            self._put(char)

    def _put(self, char: str) -> None:
        wide = width(char)
        cells = self._cells()
        if wide == 0:
            if self.column > 0:
                at = self.column - 1
                while at > 0 and cells[at] == "":
                    at -= 1
                cells[at] += char
            return
        if self.column + wide > self.columns:
            self.row, self.column = self.row + 1, 0
            self.rows.insert(self.row, [])
            cells = self._cells()
        cells += [" "] * (self.column + wide - len(cells))
        if cells[self.column] == "" and self.column > 0:
            cells[self.column - 1] = " "        # half of a wide one is gone
        cells[self.column:self.column + wide] = [char, ""][:wide]
        self.column += wide
        if self.column < len(cells) and cells[self.column] == "":
            cells[self.column] = " "

    def line(self, row: int | None = None) -> str:
        return "".join(self.rows[self.row if row is None else row]).rstrip()

    def text(self) -> list[str]:
        return ["".join(cells).rstrip() for cells in self.rows]
