"""The keys that change a line and move in it: what every line editor knows since Emacs.

A byte of 0x200 and more is a byte behind Escape (Alt).
"""

from typing import Final

from npl.nipbox.line import keys
from npl.nipbox.line.buffer import Buffer
from npl.nipbox.line.display import Display
from npl.nipbox.line.glyphs import Glyphs

MOST_BYTES: Final = 65536
BELL: Final = 0x07


class Editing:
    """A line, its row on the terminal, and what was taken out last."""

    def __init__(self) -> None:
        self._glyphs: Glyphs = Glyphs()
        self._line: Buffer = Buffer(self._glyphs)
        self._display: Display = Display(self._glyphs)
        self._dirty: bool = False               # the terminal does not show the line as it is
        self._killed: bytes = b""
        self._kills: bool = False               # the key before was a kill: the next one adds to it

    def _moves(self, key: int) -> bool:
        """Keys that move the cursor."""
        line = self._line
        match key:
            case keys.LEFT | 0x02:
                distance = line.to_previous()
            case keys.RIGHT | 0x06:
                distance = line.to_next()
            case keys.HOME | 0x01:
                distance = -line.left
            case keys.END | 0x05:
                distance = line.behind()
            case keys.WORD_LEFT | 0x262 | 0x242:        # Alt-B
                distance = line.to_word_start(False)
            case keys.WORD_RIGHT | 0x266 | 0x246:       # Alt-F
                distance = line.to_word_end()
            case _:
                return False
        if distance == 0:
            self._bell()
        else:
            line.move(distance)
            self._dirty = True
        return True

    def _kill_key(self, key: int, joins: bool) -> bool:
        """Keys that take something out of the line; kills can be put back with Ctrl-Y."""
        line = self._line
        match key:
            case 0x08 | 0x7F:
                self._take_out(line.to_previous())
            case keys.DELETE | 0x04:
                self._take_out(line.to_next())
            case 0x15:                                  # Ctrl-U
                self._kill(-line.left, joins)
            case 0x0B:                                  # Ctrl-K
                self._kill(line.behind(), joins)
            case 0x17:                                  # Ctrl-W
                self._kill(line.to_word_start(True), joins)
            case 0x27F | 0x208:                         # Alt-Backspace
                self._kill(line.to_word_start(False), joins)
            case keys.DELETE_WORD | 0x264 | 0x244:      # Alt-D
                self._kill(line.to_word_end(), joins)
            case 0x19:                                  # Ctrl-Y
                self._insert(self._killed)
            case _:
                return False
        return True

    def _take_out(self, distance: int) -> bytes:
        if distance == 0:
            self._bell()
        else:
            self._dirty = True
        return self._line.cut(distance)

    def _kill(self, distance: int, joins: bool) -> None:
        taken = self._take_out(distance)
        if not joins:
            self._killed = taken if distance != 0 else self._killed
        else:
            self._killed = taken + self._killed if distance < 0 else self._killed + taken
        self._kills = distance != 0 or joins

    def _insert(self, text: bytes) -> None:
        """All of a text or nothing."""
        if self._line.size() + len(text) > MOST_BYTES:
            self._bell()
            return
        self._line.insert_all(text)
        self._dirty = True

    def _replace(self, text: bytes) -> None:
        """Another line, the cursor at its end."""
        self._line.clear()
        self._line.insert_all(text)
        self._dirty = True

    def _swap(self) -> None:
        """The characters on both sides of the cursor change places; at the line's end the last two."""
        line = self._line
        back = line.to_previous() if line.behind() == 0 else 0
        line.move(back)
        if line.left == 0 or line.behind() == 0:
            self._bell()
            line.move(-back)
            return
        before = line.cut(line.to_previous())
        line.move(line.to_next())
        line.insert_all(before)
        self._dirty = True

    def _bell(self) -> None:
        self._display.out.append(BELL)
