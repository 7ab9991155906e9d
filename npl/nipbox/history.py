r"""The lines that were typed, the oldest first: in memory, and in a store that outlives a boot where there is one.

Not kept: empty lines, lines that begin with a space, a line like the one before it, lines of more than 8 KiB.
The text form has an entry a line; backslash and newline inside an entry are written `\\` and `\n`.
"""

from typing import Final

MOST_LINES: Final = 500
MOST_CHARACTERS: Final = 65536          # of all lines
LONGEST_LINE: Final = 8192


class HistoryStore:
    """Where the history lies between boots. This one keeps nothing; a disk's derives from it."""

    def load(self) -> str:
        """The text that `save` was given last; empty where there is none."""
        return ""

    def save(self, text: str) -> None:
        """Keep the whole text form. OSError where it cannot be kept."""


class History:
    def __init__(self, most: int = MOST_LINES) -> None:
        self.lines: list[str] = []
        self.forgotten: int = 0         # how many lines went before the first one that is left
        self._characters: int = 0
        self._most: int = most

    def add(self, line: str) -> bool:
        """Keep a line; whether it was kept."""
        if line.strip() == "" or line.startswith(" ") or len(line) > LONGEST_LINE:
            return False
        if len(self.lines) > 0 and self.lines[-1] == line:
            return False
        self.lines.append(line)
        self._characters += len(line)
        self._forget_first()
        return True

    def _forget_first(self) -> None:
        """Lines from the beginning, until what is left is within the limits."""
        gone = 0
        while len(self.lines) - gone > self._most or self._characters > MOST_CHARACTERS:
            self._characters -= len(self.lines[gone])
            gone += 1
        if gone > 0:
            del self.lines[:gone]
            self.forgotten += gone

    def clear(self) -> None:
        self.forgotten += len(self.lines)
        self.lines.clear()
        self._characters = 0

    def find_before(self, part: str, index: int) -> int:
        """The last line before `index` that has `part` in it; -1 where none has."""
        for at in range(min(index, len(self.lines)) - 1, -1, -1):
            if part in self.lines[at]:
                return at
        return -1

    def find_after(self, part: str, index: int) -> int:
        """The first line after `index` that has `part` in it; -1 where none has."""
        for at in range(index + 1, len(self.lines)):
            if part in self.lines[at]:
                return at
        return -1

    def numbered(self, count: int) -> list[str]:
        """The last `count` lines with their numbers, which stay theirs when older ones go."""
        first = max(0, len(self.lines) - max(0, count))
        return [f"{self.forgotten + at + 1:>5}  {self.lines[at]}" for at in range(first, len(self.lines))]

    def to_text(self) -> str:
        return "".join([escaped(line) + "\n" for line in self.lines])

    def add_text(self, text: str) -> None:
        """The lines of a text form, behind those that are there."""
        for line in text.split("\n"):
            self.add(unescaped(line))


def escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("\n", "\\n")


def unescaped(line: str) -> str:
    """What `escaped` made; a backslash before anything else stands for itself."""
    if "\\" not in line:
        return line
    parts: list[str] = []
    at = 0
    while at < len(line):
        pair = line[at : at + 2]
        if pair == "\\n" or pair == "\\\\":
            parts.append("\n" if pair == "\\n" else "\\")
            at += 2
        else:
            parts.append(line[at])
            at += 1
    return "".join(parts)
