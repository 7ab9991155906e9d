"""One row of a terminal that shows a line around its cursor, changed by as few bytes as it takes.

    root@nexus:# <he end of a long line that does not fit, with its cursor in sight and mor>
    prompt       the window: `<` and `>` say that there is more

The window never touches the last column, so a terminal does not wrap. Two vocabularies: plain needs printing and
Backspace, which dumb terminals and logs of a serial line have; ECMA-48 adds sequences that erase and move.
`_window` says what should be seen, `_paint` compares it with what is there and writes the difference.
"""

from typing import Final

from npl.nipbox.line.buffer import Buffer
from npl.nipbox.line.glyphs import Glyphs, decode, encode, previous, spell

SPACE: Final = 0x20
MORE_LEFT: Final = 0x3C                 # <
MORE_RIGHT: Final = 0x3E                # >
BACKSPACE: Final = 0x08
LEAST_COLUMNS: Final = 16               # of the window; a longer prompt has a row of its own
BYTES_A_COLUMN: Final = 8               # the window's bytes are bounded too: combining marks have no column


class Display:
    """Columns count from the prompt's end."""

    def __init__(self, glyphs: Glyphs) -> None:
        self.out: bytearray = bytearray()       # for the terminal
        self.columns: int = 80
        self.ansi: bool = False                 # the terminal knows ECMA-48
        self.base: int = 0                      # columns of the prompt
        self._glyphs: Glyphs = glyphs
        self._shown: list[int] = []             # code points in the row
        self._total: int = 0                    # their columns
        self._at: int = 0                       # where the cursor is
        self._start: int = 0                    # the window's first byte
        self._cut: bool = False                 # the window does not show all
        self._row: list[int] = []               # what should be seen; then it is what is shown
        self._row_at: int = 0
        self._row_total: int = 0

    # Rows

    def prompt(self, prompt: bytes) -> None:
        """A new row that begins with the prompt."""
        self.out += prompt
        self.base = self._columns_of(prompt)
        if self.columns - 1 - self.base < LEAST_COLUMNS:
            self.out += b"\n"
            self.base = 0
        self._shown.clear()
        self._total = self._at = self._start = 0
        self._cut = False

    def change_prompt(self, prompt: bytes) -> None:
        """Another prompt on the same row; the window is empty."""
        before = self.base + self._total
        self.out += b"\r"
        self.prompt(prompt)
        if self.ansi:
            self.out += b"\x1b[K"
        elif before > self.base:
            self._repeat(SPACE, before - self.base)
            self._repeat(BACKSPACE, before - self.base)

    def return_to_cursor(self) -> None:
        """From wherever ECMA-48 has taken the terminal's cursor in this row."""
        column = self.base + self._at
        self.out += b"\r" if column == 0 else f"\r\x1b[{column}C".encode()

    def finish(self, line: Buffer, mark: bytes) -> None:
        """The line as it will stay: all of it, `mark`, and the end of the row."""
        if self._cut:
            self._move(0)
            self._write_all(line)
        else:
            self._move(self._total)
        self.out += mark
        self.out += b"\n"

    def _write_all(self, line: Buffer) -> None:
        """Every character; the terminal wraps."""
        shown: list[int] = []
        for first, end in ((0, line.left), (line.right, len(line.data))):
            at = first
            while at < end:
                code, size = decode(line.data, at, end)
                if self._glyphs.is_plain(code):
                    encode(code, self.out)
                else:
                    shown.clear()
                    spell(code, shown)
                    self._print(shown, 0, len(shown))
                at += size

    def _columns_of(self, prompt: bytes) -> int:
        """Of a prompt, whose escape sequences (colours) take none."""
        total, at = 0, 0
        data = bytearray(prompt)
        while at < len(data):
            code, size = decode(data, at, len(data))
            at += size
            if code == 0x1B and at < len(data) and data[at] == 0x5B:
                at += 1
                while at < len(data) and not 0x40 <= data[at] <= 0x7E:
                    at += 1
                at += 1
            elif code == 0x0A:
                total = 0
            elif code >= SPACE:
                total += self._glyphs.of(code)
        return total

    # The window

    def room(self) -> int:
        """Columns of the window."""
        return max(self.columns - 1 - self.base, LEAST_COLUMNS)

    def typed(self, code: int, line: Buffer) -> bool:
        """Show a character that was put at the end of the line just now, if that is all there is to do."""
        width = self._glyphs.of(code)
        if line.behind() > 0 or self._at != self._total or self._at + width > self.room():
            return False
        if line.left - self._start > BYTES_A_COLUMN * self.room() or not self._glyphs.is_plain(code):
            return False
        if width == 0 and len(self._shown) == 0:
            return False
        encode(code, self.out)
        self._shown.append(code)
        self._at += width
        self._total += width
        return True

    def draw(self, line: Buffer) -> None:
        """Make the row show the line."""
        self._window(line)
        self._paint()

    def _window(self, line: Buffer) -> None:
        """What should be seen: `_row`, its columns, and the cursor's."""
        limit = self.room() if line.behind() == 0 else self.room() - 2
        is_far = line.left - self._start > BYTES_A_COLUMN * self.room()        # much was typed at once, or marks
        if not is_far:
            self._to_cursor(line)
        if is_far or self._row_at > limit:
            self._scroll(line, self.room() * 2 // 3)
        elif self._start > 0 and self._row_at <= 1 or self._start > line.left:
            self._scroll(line, self.room() // 3)
        while self._row_at > limit:                     # marks in numbers: the way back was measured without its end
            _, size = decode(line.data, self._start, line.left)
            self._start += size
            self._to_cursor(line)
        self._behind_cursor(line)

    def _scroll(self, line: Buffer, columns: int) -> None:
        """Begin so many columns before the cursor."""
        at, seen = line.left, 0
        shown: list[int] = []
        least = line.left - BYTES_A_COLUMN * columns
        while at > 0 and at > least and seen < columns:
            end = at
            at = previous(line.data, at)
            shown.clear()
            seen += self._show(decode(line.data, at, end)[0], shown)
        self._start = at
        self._to_cursor(line)

    def _to_cursor(self, line: Buffer) -> None:
        """The row up to the cursor."""
        self._row.clear()
        self._row_at = 0
        at, end = self._start, line.left
        if at > 0:
            self._row.append(MORE_LEFT)
            self._row_at = 1
        while at < end:
            code, size = decode(line.data, at, end)
            self._row_at += self._show(code, self._row)
            at += size

    def _behind_cursor(self, line: Buffer) -> None:
        """The rest of the row."""
        room, total = self.room(), self._row_at
        at, end = line.right, len(line.data)
        most = min(end, at + BYTES_A_COLUMN * room)
        while at < most and total <= room:
            code, size = decode(line.data, at, end)
            total += self._show(code, self._row)
            at += size
        over = total > room or at < end
        while over and total > room - 1:
            total -= self._width(self._row.pop())
        while over and total < room - 1:                # half of a wide character has no place
            self._row.append(SPACE)
            total += 1
        if over:
            self._row.append(MORE_RIGHT)
            total += 1
        self._cut = over or self._start > 0
        self._row_total = total

    def _show(self, code: int, out: list[int]) -> int:
        """Append what is shown for one code point; its columns."""
        if self._glyphs.is_plain(code):
            width = self._glyphs.of(code)
            if width == 0 and len(out) == 0:            # else a mark would change the prompt for good
                out.append(SPACE)
                width = 1
            out.append(code)
            return width
        before = len(out)
        spell(code, out)
        return len(out) - before

    def _width(self, code: int) -> int:
        return 1 if code < 0x300 else self._glyphs.of(code)

    # The difference

    def _paint(self) -> None:
        """Write what makes `_shown` into `_row`, and put the cursor into its place."""
        row, shown = self._row, self._shown
        first = self._first_difference()
        last = len(row)
        if self._row_total == self._total:              # then what is equal at the end stands where it stood
            old = len(shown)
            while last > first and old > first and row[last - 1] == shown[old - 1]:
                last -= 1
                old -= 1
            while last < len(row) and self._width(row[last]) == 0:
                last += 1
        if first < last or len(row) != len(shown):
            column = sum([self._width(row[i]) for i in range(first)])
            self._move(column)
            self._print(row, first, last)
            self._at = column + sum([self._width(row[i]) for i in range(first, last)])
            if self._row_total < self._total:
                self._erase(self._total - self._row_total)
        self._shown, self._row = row, shown
        self._total = self._row_total
        self._move(self._row_at)

    def _first_difference(self) -> int:
        """How many code points of the row are right already, with all of their marks."""
        row, shown = self._row, self._shown
        first, most = 0, min(len(row), len(shown))
        while first < most and row[first] == shown[first]:
            first += 1
        while first > 0 and (self._is_mark(row, first) or self._is_mark(shown, first)):
            first -= 1
        return first

    def _is_mark(self, codes: list[int], at: int) -> bool:
        return at < len(codes) and self._width(codes[at]) == 0

    def _erase(self, columns: int) -> None:
        """What stands behind the cursor, which is the row's new end."""
        if self.ansi:
            self.out += b"\x1b[K"
        else:
            self._repeat(SPACE, columns)
            self._repeat(BACKSPACE, columns)

    def _move(self, column: int) -> None:
        """The cursor to a column of the row that is shown."""
        distance = column - self._at
        if distance < -4 and self.ansi:
            self.out += f"\x1b[{-distance}D".encode()
        elif distance < 0:
            self._repeat(BACKSPACE, -distance)
        elif distance > 4 and self.ansi:
            self.out += f"\x1b[{distance}C".encode()
        elif distance > 0:
            self._retrace(column)
        self._at = column

    def _retrace(self, column: int) -> None:
        """Print what is there already, up to a column."""
        first, at = 0, 0
        while at < self._at or self._is_mark(self._shown, first):
            at += self._width(self._shown[first])
            first += 1
        last = first
        while at < column or self._is_mark(self._shown, last):
            at += self._width(self._shown[last])
            last += 1
        self._print(self._shown, first, last)

    def _print(self, codes: list[int], first: int, last: int) -> None:
        for i in range(first, last):
            encode(codes[i], self.out)

    def _repeat(self, byte: int, count: int) -> None:
        for _ in range(count):
            self.out.append(byte)
