"""A command's streams: what it reads and prints, and what it asks of the shell."""

from collections.abc import Iterator
from typing import Final

from npl.nipbox.streams import lines_of, read_bytes, write_all, write_error

TERMINAL: Final = "terminal"            # where the output goes
PIPE: Final = "pipe"
FILE: Final = "file"
TEXT: Final = "text"                    # a shell reads words from it: $(…)
PIECE: Final = 4096
CLEAR: Final = "\x1b[H\x1b[2J"           # ECMA-48: the cursor to the first place, all of the display is empty


class Io:
    """Standard input, output and error of one command; tests have their own."""

    def __init__(self, name: str, output: str = TERMINAL, columns: int = 80, redraws: bool = False) -> None:
        self.name = name
        self.output = output            # TERMINAL, PIPE, FILE or TEXT
        self.columns = columns          # of the terminal
        self.redraws = redraws and output == TERMINAL           # it knows ECMA-48, and is the command's own
        self.directory = "/"
        self.status = 0                 # of the command before
        self.effects: list[list[str]] = []
        self._answers: Iterator[str] | None = None

    def print(self, text: str) -> None:
        """A line."""
        print(text)

    def write(self, text: str) -> None:
        """Text without an end of line."""
        print(text, end="")

    def clear(self) -> None:
        """An empty screen, where that can be; a dumb terminal stays as it is."""
        if self.redraws:
            self.write(CLEAR)

    def write_bytes(self, data: bytes) -> None:
        """Bytes as they are, all of them."""
        write_all(1, data)

    def error(self, text: str) -> None:
        """A line on standard error, behind the command's name."""
        write_error(f"{self.name}: {text}\n")

    def ask(self, question: str) -> bool:
        """Whether somebody says yes; each answer is a line of the input."""
        write_error(f"{self.name}: {question}? ")
        answers = self._answers
        if answers is None:
            answers = self.lines()
            self._answers = answers
        return next(answers, "")[:1] in ("y", "Y")

    def usage(self, synopsis: str) -> None:
        """How the command is called, on standard error."""
        write_error(f"usage: {synopsis}\n")

    def read(self, count: int) -> bytes:
        """Some bytes of the input, at most `count`; none at its end."""
        return read_bytes(0, count)

    def lines(self) -> Iterator[str]:
        """The lines of the input (`streams.lines_of`)."""
        return lines_of(lambda: self.read(PIECE))

    def effect(self, words: list[str]) -> None:
        """Something that the shell is to do when the command has ended: ["cd", "/tmp"]."""
        self.effects.append(words)
