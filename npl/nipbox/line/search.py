"""Searching the history while its words are typed (Ctrl-R): what is looked for, and where it was found."""

from typing import Final

from lib.width import cut_front
from npl.nipbox.history import History
from npl.nipbox.line.glyphs import Glyphs

SHOWN: Final = 24                       # columns of what is looked for that the prompt shows: the end of it


class Search:
    """Begins at the end of the history."""

    def __init__(self, history: History, glyphs: Glyphs) -> None:
        self.text: str = ""
        self.found: int = len(history.lines)    # the line that is shown; at first none
        self.failed: bool = False
        self._history: History = history
        self._glyphs: Glyphs = glyphs

    def prompt(self) -> bytes:
        """Instead of the shell's."""
        mark = "no match" if self.failed else "search"
        return f"({mark}) {cut_front(self._glyphs.shown(self.text), SHOWN, self._glyphs)}: ".encode()

    def extend(self, part: str) -> None:
        """Look for more: the line that is shown may still do."""
        self.text += part
        self._take(self._history.find_before(self.text, self.found + 1))

    def shorten(self) -> None:
        """Look for less, from the end again."""
        self.text = self.text[:-1]
        self.failed = False
        self.found = len(self._history.lines)
        if self.text != "":
            self._take(self._history.find_before(self.text, self.found))

    def older(self) -> None:
        if self.text != "":
            self._take(self._history.find_before(self.text, self.found))

    def newer(self) -> None:
        if self.text != "":
            self._take(self._history.find_after(self.text, self.found))

    def _take(self, index: int) -> None:
        self.failed = index < 0
        if index >= 0:
            self.found = index

    def line(self) -> str | None:
        """The line that was found; None where nothing was looked for yet."""
        return self._history.lines[self.found] if self.found < len(self._history.lines) else None
