"""The line editor: keys become lines. docs/NIPBOX.md, "Keys", says what each does.

`begin` starts a line with a prompt; `feed` takes one byte and says what became of the line; what the terminal has to
show for it is in `echo`. Modes: editing, searching the history, pasting, a list that stops after each page, one key
taken as it is.
"""

from typing import Final

from npl.nipbox.complete import Candidate, Completer, Word, common_prefix, listing, quoted, word_at
from npl.nipbox.history import History
from npl.nipbox.line import keys
from npl.nipbox.line.editing import MOST_BYTES, Editing
from npl.nipbox.line.glyphs import decode, follows
from npl.nipbox.line.search import Search

EDITING: Final = 0                      # go on
LINE: Final = 1                         # `text()` is a line
CANCELLED: Final = 2                    # Ctrl-C
END: Final = 3                          # no more input
NOT_TEXT: Final = 4                     # a line that cannot be run; `problem` says why

PASTE_PAINTS: Final = 64                # bytes of a paste between two looks of the terminal
LEAST_COLUMNS: Final = 20
MOST_COLUMNS: Final = 1000

# Modes.
EDIT: Final = 0
SEARCH: Final = 1
PASTE: Final = 2
PAGES: Final = 3
LITERAL: Final = 4

# What the terminal was asked: where its cursor is (only one that knows ECMA-48 answers), then how wide it is.
NOT_ASKED: Final = 0
ASKED_CURSOR: Final = 1
ASKED_WIDTH: Final = 2

ASK: Final = b"\x1b[6n"
PASTES_ON: Final = b"\x1b[?2004h"
PASTES_OFF: Final = b"\x1b[?2004l"


class LineEditor(Editing):
    """One line at a time."""

    def __init__(self, history: History, completer: Completer) -> None:
        super().__init__()
        self.history: History = history
        self.problem: str = ""
        self.rows: int = 24
        self._completer: Completer = completer
        self._keys: keys.KeyReader = keys.KeyReader()
        self._mode: int = EDIT
        self._asked: int = NOT_ASKED
        self._prompt: bytes = b""
        self._partial: bytearray = bytearray()  # a character of UTF-8 of which `_missing` bytes are still to come
        self._missing: int = 0
        self._lost: int = 0                     # bytes that were too many
        self._tabs: bool = False                # the key before was a Tab that could do nothing
        self._index: int = 0                    # of the history's line that is edited; behind the last: a new one
        self._edited: dict[int, bytes] = {}     # lines of the history as they were left
        self._search: Search = Search(history, self._glyphs)
        self._before_search: bytes = b""
        self._index_before: int = 0
        self._matched: int = 0                  # PASTE: so much of the end's mark was seen
        self._pasted: int = 0
        self._pages: list[str] = []
        self._page: int = 0                     # rows of it that were shown

    # The interface

    def use_terminal(self, name: str, columns: int = 80, rows: int = 24) -> None:
        """What the setting TERM says: "dumb" (plain bytes only), "" (ask with the first prompt), else ECMA-48."""
        self._display.ansi = name != "dumb" and name != ""
        self._display.columns = min(max(columns, LEAST_COLUMNS), MOST_COLUMNS)
        self.rows = max(rows, 2)
        self._asked = NOT_ASKED
        if name == "":
            self._display.out += ASK
            self._asked = ASKED_CURSOR

    def columns(self) -> int:
        """Of the terminal, as far as is known."""
        return self._display.columns

    def redraws(self) -> bool:
        """Whether the terminal knows ECMA-48, as far as is known."""
        return self._display.ansi

    def begin(self, prompt: bytes) -> None:
        """An empty line behind the prompt."""
        self._prompt = prompt
        self._line.clear()
        self._keys.reset()
        self._mode = EDIT
        self._dirty = self._kills = self._tabs = False
        self._partial.clear()
        self._missing = self._lost = 0
        self._index = len(self.history.lines)
        self._edited.clear()
        if self._display.ansi:
            self._display.out += PASTES_ON
        self._display.prompt(prompt)

    def text(self) -> str:
        """The line so far. UnicodeDecodeError where it is no text."""
        return self._line.content().decode()

    def echo(self) -> bytes:
        """What the terminal must show for the bytes fed since the last call."""
        if self._dirty and self._missing == 0 and (self._mode != PASTE or self._pasted % PASTE_PAINTS == 0):
            self._dirty = False
            self._display.draw(self._line)
        shown = bytes(self._display.out)
        self._display.out.clear()
        return shown

    def feed(self, byte: int) -> int:
        """One byte of input (-1: there is no more); EDITING, LINE, CANCELLED, END or NOT_TEXT."""
        if byte < 0:
            return self._end_of_input()
        if self._mode == PASTE:
            return self._paste(byte)
        if self._mode == LITERAL:
            self._mode = EDIT
            self._byte(byte)
            return EDITING
        key = self._keys.feed(byte)
        if self._keys.broken:
            self._bell()
        if key == keys.NOTHING:
            return EDITING
        if key == keys.REPORT:
            self._report()
            return EDITING
        if self._mode == PAGES and not self._turn_page(key):
            return EDITING
        if 0x20 <= key < 0x7F or 0x80 <= key < 0x100 or key == 0:
            self._kills = self._tabs = False
            self._byte(key)
            return EDITING
        self._complete_character()
        if self._mode == SEARCH and self._search_key(key):
            return EDITING
        return self._command(key)

    # Characters

    def _byte(self, byte: int) -> None:
        """A byte of text: bytes of one character go into the line together."""
        if self._missing > 0 and byte & 0xC0 == 0x80:
            self._partial.append(byte)
            self._missing -= 1
        else:
            self._complete_character()
            self._partial.append(byte)
            self._missing = follows(byte)
        if self._missing == 0:
            self._complete_character()

    def _complete_character(self) -> None:
        """What is there of a character goes into the line, whole or not."""
        self._missing = 0
        if len(self._partial) == 0:
            return
        code, size = decode(self._partial, 0, len(self._partial))
        if self._mode == SEARCH:
            if size == len(self._partial) and code > 0:
                self._search.extend(bytes(self._partial).decode())
                self._show_search()
            else:
                self._bell()
        elif self._line.size() + len(self._partial) > MOST_BYTES:
            if self._lost == 0:
                self._bell()
            self._lost += len(self._partial)
        else:
            for byte in self._partial:
                self._line.insert(int(byte))
            if self._dirty or size != len(self._partial) or code < 0 or not self._display.typed(code, self._line):
                self._dirty = True
        self._partial.clear()

    def _paste(self, byte: int) -> int:
        """A byte between the marks of a paste: text, whatever it is; but Ctrl-C still cancels."""
        mark = keys.PASTE_END
        if byte == int(mark[self._matched]):
            self._matched += 1
            if self._matched == len(mark):
                self._complete_character()
                self._mode = EDIT
                self._dirty = True
            return EDITING
        if byte == 0x03:
            self._mode = EDIT
            return self._cancel()
        held = self._matched
        self._matched = 0
        for i in range(held):                   # it was not the end
            self._pasted_byte(int(mark[i]))
        if byte == keys.ESCAPE:
            self._matched = 1
        else:
            self._pasted_byte(0x0A if byte == 0x0D else byte)
        return EDITING

    def _pasted_byte(self, byte: int) -> None:
        self._pasted += 1
        self._byte(byte)

    # Commands

    def _command(self, key: int) -> int:
        """A key that is no character."""
        killed, tabbed = self._kills, self._tabs
        self._kills = self._tabs = False
        if key == 0x0A or key == 0x0D:
            return self._finish()
        if key == 0x03:
            return self._cancel()
        if key == 0x04 and self._line.size() == 0:
            return self._end_of_input()
        if key == 0x09:
            self._tab(tabbed)
        elif key == keys.PASTE:
            self._mode = PASTE
            self._matched = self._pasted = 0
        elif not self._moves(key) and not self._kill_key(key, killed) and not self._walks_history(key):
            self._rare(key)
        return EDITING

    def _walks_history(self, key: int) -> bool:
        """Keys that go to other lines."""
        last = len(self.history.lines)
        match key:
            case keys.UP | 0x10:                        # Ctrl-P
                self._go(self._index - 1)
            case keys.DOWN | 0x0E:                      # Ctrl-N
                self._go(self._index + 1)
            case 0x23C:                                 # Alt-<
                self._go(0)
            case 0x23E:                                 # Alt->
                self._go(last)
            case 0x12 | 0x13:                           # Ctrl-R, Ctrl-S
                self._mode = SEARCH
                self._search = Search(self.history, self._glyphs)
                self._before_search, self._index_before = self._line.content(), self._index
                self._edited[self._index] = self._before_search
                self._show_search()
            case _:
                return False
        return True

    def _go(self, index: int) -> None:
        """To another line of the history; what was typed into this one stays with it until a line is entered."""
        if index < 0 or index > len(self.history.lines) or index == self._index:
            self._bell()
            return
        self._edited[self._index] = self._line.content()
        self._index = index
        text = self._edited.get(index)
        if text is None:
            text = self.history.lines[index].encode()
        self._replace(text)

    def _rare(self, key: int) -> None:
        """The other keys."""
        match key:
            case 0x0C:                                  # Ctrl-L
                self._display.out += b"\x1b[H\x1b[2J" if self._display.ansi else b"\n"
                self._again()
            case 0x14:                                  # Ctrl-T
                self._swap()
            case 0x16:                                  # Ctrl-V
                self._mode = LITERAL
            case 0x22E | 0x25F:                         # Alt-. and Alt-_
                lines = self.history.lines
                words = lines[-1].split() if len(lines) > 0 else []
                self._insert(words[-1].encode() if len(words) > 0 else b"")
            case _:
                self._bell()

    # Ends

    def _finish(self) -> int:
        """The line as it stands, and what is wrong with it."""
        self._complete_character()
        self._leave(b"")
        content = self._line.content()
        self.problem = self._wrong(content)
        if self.problem != "":
            self._killed = content              # Ctrl-Y brings it back
            return NOT_TEXT
        return LINE

    def _wrong(self, content: bytes) -> str:
        if self._lost > 0:
            return f"the line has {len(content) + self._lost:,} bytes, at most {MOST_BYTES:,} are taken"
        if 0 in content:
            return f"the line has a NUL at byte {content.index(0) + 1}"
        try:
            content.decode()
        except UnicodeDecodeError:
            return not_utf8(content)
        return ""

    def _leave(self, mark: bytes) -> None:
        """The row as it will stay."""
        if self._mode == SEARCH:
            self._mode = EDIT
            self._display.change_prompt(self._prompt)
            self._dirty = True
        if self._dirty:
            self._dirty = False
            self._display.draw(self._line)
        self._display.finish(self._line, mark)
        if self._display.ansi:
            self._display.out += PASTES_OFF

    def _cancel(self) -> int:
        self._partial.clear()
        self._missing = 0
        self._leave(b"^C")
        return CANCELLED

    def _end_of_input(self) -> int:
        """With an empty line; where the input itself ends, a last line without its end still counts."""
        self._complete_character()
        self._mode = SEARCH if self._mode == SEARCH else EDIT
        if self._line.size() > 0 or self._lost > 0:
            return self._finish()
        self._leave(b"")
        return END

    # Searching

    def _search_key(self, key: int) -> bool:
        """Whether a key belongs to the search; any other ends it and counts as usual."""
        match key:
            case 0x12:                                  # Ctrl-R
                self._search.older()
            case 0x13:                                  # Ctrl-S
                self._search.newer()
            case 0x08 | 0x7F:
                self._search.shorten()
            case 0x07:                                  # Ctrl-G
                self._replace(self._before_search)
                self._index = self._index_before
                self._end_search()
                return True
            case 0x03 | 0x0A | 0x0D:                    # `_leave` ends the search with the line
                return False
            case _:
                self._end_search()
                return False
        self._show_search()
        return True

    def _show_search(self) -> None:
        found = self._search.line()
        if found is None:
            self._replace(self._before_search)
            self._index = self._index_before
        else:
            self._replace(found.encode())
            at = found.find(self._search.text)
            self._line.move(len(found[:at].encode()) - self._line.left)
            self._index = self._search.found
        if self._search.failed:
            self._bell()
        self._display.change_prompt(self._search.prompt())

    def _end_search(self) -> None:
        self._mode = EDIT
        self._display.change_prompt(self._prompt)
        self._dirty = True

    # Completion

    def _tab(self, again: bool) -> None:
        """Complete the word before the cursor as far as it is sure; the second time in vain, list what it may be."""
        before = bytes(self._line.data[: self._line.left])
        try:
            line, cursor = self.text(), len(before.decode())
        except UnicodeDecodeError:
            self._bell()
            return
        word = word_at(line, cursor)
        candidates = self._completer.complete(line, cursor)
        if len(candidates) == 0:
            self._bell()
        elif len(candidates) == 1:
            self._take(candidates[0], word, line[word.start : cursor])
        elif not self._extend(candidates, word, line[word.start : cursor]):
            self._tabs = True
            if again:
                self._list(listing(candidates, self._display.columns))
            else:
                self._bell()

    def _take(self, candidate: Candidate, word: Word, typed: str) -> None:
        """The only candidate, and a space behind it."""
        text = candidate.text if candidate.raw else quoted(candidate.text, word.quote, not candidate.more)
        self._write(typed, text if candidate.more else text + " ")

    def _extend(self, candidates: list[Candidate], word: Word, typed: str) -> bool:
        """What all candidates have in common, if that is more than there is."""
        prefix = common_prefix(candidates)
        if len(prefix) <= len(word.text) or not prefix.startswith(word.text):
            return False
        self._write(typed, prefix if candidates[0].raw else quoted(prefix, word.quote, False))
        return True

    def _write(self, typed: str, text: str) -> None:
        """`text` in the place of what is typed of a word."""
        old, new = typed.encode(), text.encode()
        if self._line.size() + len(new) - len(old) > MOST_BYTES:
            self._bell()
            return
        self._line.cut(-len(old))
        self._line.insert_all(new)
        self._dirty = True

    def _list(self, rows: list[str]) -> None:
        """Rows below the line, a page at a time."""
        self._display.out += b"\n"
        self._pages, self._page = rows, 0
        self._mode = PAGES
        self._more(self.rows - 1)

    def _more(self, count: int) -> None:
        last = min(self._page + count, len(self._pages))
        for row in self._pages[self._page : last]:
            self._display.out += row.encode() + b"\n"
        self._page = last
        if last == len(self._pages):
            self._pages = []
            self._mode = EDIT
            self._again()
        else:
            self._display.prompt(f"-- {len(self._pages) - last} more: Space, Return, q --".encode())

    def _turn_page(self, key: int) -> bool:
        """Space and Tab show a page, Return a row; any other key ends the list, and counts but for q and Ctrl-C."""
        self._display.change_prompt(b"")
        if key == 0x20 or key == 0x09:
            self._more(self.rows - 1)
        elif key == 0x0A or key == 0x0D:
            self._more(1)
        else:
            self._pages = []
            self._mode = EDIT
            self._again()
            return key != 0x71 and key != 0x03
        return False

    # The terminal

    def _again(self) -> None:
        """Prompt and line on a new row."""
        self._display.prompt(self._prompt)
        self._dirty = True

    def _report(self) -> None:
        """The terminal has answered: it knows ECMA-48; the second time, how wide it is."""
        display = self._display
        if self._asked == ASKED_CURSOR:
            self._asked = ASKED_WIDTH
            display.ansi = True
            display.out += PASTES_ON + f"\x1b[{MOST_COLUMNS}C".encode() + ASK
            display.return_to_cursor()
        elif self._asked == ASKED_WIDTH:
            self._asked = NOT_ASKED
            display.columns = min(max(self._keys.numbers[1], LEAST_COLUMNS), MOST_COLUMNS)
            self._dirty = True

def not_utf8(content: bytes) -> str:
    """Where a line stops being text."""
    data, at = bytearray(content), 0
    while at < len(data):
        code, size = decode(data, at, len(data))
        if code < 0:
            break
        at += size
    return f"the line is not UTF-8: byte {at + 1} is {content[at]:02x}"
