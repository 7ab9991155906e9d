"""The line editor: bytes from a terminal become lines.

    key                     does
    printable, UTF-8        goes into the line and is echoed
    Backspace (08, 7f)      takes the last character back
    Ctrl-U                  takes the whole line back
    Ctrl-C                  cancels the line, shows ^C
    Ctrl-D                  end of input where the line is empty; otherwise nothing
    Return                  ends the line
    Escape sequences        (cursor keys and such) are passed over

`feed` takes one byte and says what became of the line; what the terminal must show is collected in `echo`.
"""

from typing import Final

EDITING: Final = 0                      # go on
LINE: Final = 1                         # `text()` is a line
CANCELLED: Final = 2                    # Ctrl-C
END: Final = 3                          # no more input
NOT_TEXT: Final = 4                     # a line, but its bytes are not UTF-8

CTRL_C: Final = 0x03
CTRL_D: Final = 0x04
BACKSPACE: Final = 0x08
LINE_FEED: Final = 0x0A
RETURN: Final = 0x0D
CTRL_U: Final = 0x15
ESCAPE: Final = 0x1B
DELETE: Final = 0x7F

MAX_LINE_BYTES: Final = 1024
BELL: Final = "\a"
RUB_OUT: Final = "\b \b"

# Where the editor is in an escape sequence (ECMA-48, 5.4): ESC, then [ and parameters, then one final byte.
OUTSIDE: Final = 0
AFTER_ESCAPE: Final = 1
IN_SEQUENCE: Final = 2


class LineEditor:
    """One line at a time; `begin` starts the next one."""

    def __init__(self) -> None:
        self._bytes: bytearray = bytearray()
        self._echo: bytearray = bytearray()
        self._escape: int = OUTSIDE

    def begin(self) -> None:
        """An empty line."""
        self._bytes = bytearray()
        self._escape = OUTSIDE

    def text(self) -> str:
        """The line so far."""
        return bytes(self._bytes).decode()

    def echo(self) -> bytes:
        """What the terminal must show for the bytes fed since the last call."""
        shown = bytes(self._echo)
        self._echo = bytearray()
        return shown

    def feed(self, byte: int) -> int:
        """One byte of input (-1: there is no more); EDITING, LINE, CANCELLED, END or NOT_TEXT."""
        if self._escape != OUTSIDE and byte >= 0x20:
            self._skip(byte)
            return EDITING
        self._escape = OUTSIDE
        if byte < 0 or byte == CTRL_D:
            return self._end_of_input(byte)
        if byte == LINE_FEED or byte == RETURN:
            self._show("\n")
            return LINE if self._is_text() else NOT_TEXT
        if byte == CTRL_C:
            self._show("^C\n")
            return CANCELLED
        if byte == ESCAPE:
            self._escape = AFTER_ESCAPE
        elif byte == BACKSPACE or byte == DELETE:
            self._take_back()
        elif byte == CTRL_U:
            while len(self._bytes) > 0:
                self._take_back()
        elif byte >= 0x20:
            self._insert(byte)
        return EDITING

    def _end_of_input(self, byte: int) -> int:
        """Ctrl-D ends an empty line only; where the input itself ends, a last line without its end still counts."""
        if len(self._bytes) == 0:
            self._show("\n")
            return END
        if byte == CTRL_D:
            return EDITING
        self._show("\n")
        return LINE if self._is_text() else NOT_TEXT

    def _skip(self, byte: int) -> None:
        if self._escape == AFTER_ESCAPE and (byte == 0x5B or byte == 0x4F):     # [ and O begin a sequence
            self._escape = IN_SEQUENCE
        elif self._escape == AFTER_ESCAPE or byte >= 0x40:
            self._escape = OUTSIDE

    def _insert(self, byte: int) -> None:
        if len(self._bytes) == MAX_LINE_BYTES:
            self._show(BELL)
            return
        self._bytes.append(byte)
        self._echo.append(byte)

    def _take_back(self) -> None:
        """Remove one character: its first byte and the continuation bytes behind it."""
        if len(self._bytes) == 0:
            return
        last = self._bytes.pop()
        while last & 0xC0 == 0x80 and len(self._bytes) > 0:
            last = self._bytes.pop()
        self._show(RUB_OUT)

    def _show(self, text: str) -> None:
        self._echo += text.encode()

    def _is_text(self) -> bool:
        try:
            bytes(self._bytes).decode()
        except UnicodeDecodeError:
            return False
        return True
