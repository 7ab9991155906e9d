"""The bytes of the line around a cursor: a gap buffer, so that typing and moving cost what they move.

    [0, left)  before the cursor     [left, right)  the gap     [right, len(data))  behind the cursor

A character here is a code point with the combining marks behind it; a byte that is no UTF-8 is a character of its own.
"""

from typing import Final

from npl.nipbox.line.glyphs import Glyphs, decode, previous

FIRST_SIZE: Final = 128
MOST_MORE: Final = 16384                # room that is taken beyond what is needed


class Buffer:
    def __init__(self, glyphs: Glyphs) -> None:
        self.data: bytearray = bytearray(FIRST_SIZE)
        self.left: int = 0
        self.right: int = FIRST_SIZE
        self._glyphs: Glyphs = glyphs

    def size(self) -> int:
        """Bytes of the line."""
        return self.left + len(self.data) - self.right

    def behind(self) -> int:
        """Bytes behind the cursor."""
        return len(self.data) - self.right

    def content(self) -> bytes:
        """The line."""
        return bytes(self.data[: self.left]) + bytes(self.data[self.right :])

    def clear(self) -> None:
        self.left = 0
        self.right = len(self.data)

    def insert(self, byte: int) -> None:
        """One byte at the cursor."""
        if self.left == self.right:
            self._grow(1)
        self.data[self.left] = byte
        self.left += 1

    def insert_all(self, text: bytes) -> None:
        """Bytes at the cursor."""
        if self.right - self.left < len(text):
            self._grow(len(text))
        self.data[self.left : self.left + len(text)] = text
        self.left += len(text)

    def _grow(self, need: int) -> None:
        """A gap of at least `need`, and room for as much again as there is."""
        room = bytearray(max(min(2 * len(self.data), self.size() + MOST_MORE), self.size() + need + FIRST_SIZE))
        right = len(room) - self.behind()
        room[: self.left] = self.data[: self.left]
        room[right:] = self.data[self.right :]
        self.data = room
        self.right = right

    # Moves

    def move(self, distance: int) -> None:
        """The cursor by so many bytes: to the left where it is negative."""
        data = self.data
        if distance < 0:
            data[self.right + distance : self.right] = data[self.left + distance : self.left]
        else:
            data[self.left : self.left + distance] = data[self.right : self.right + distance]
        self.left += distance
        self.right += distance

    # How far it is to somewhere, in bytes, as `move` takes it (to the left: zero or less)

    def to_previous(self) -> int:
        """To the beginning of the character before the cursor."""
        at = self.left
        while at > 0:
            end = at
            at = previous(self.data, at)
            code, _ = decode(self.data, at, end)
            if not self._glyphs.is_mark(code):
                break
        return at - self.left

    def to_next(self) -> int:
        """To the end of the character behind the cursor."""
        at = self.right
        if at < len(self.data):
            _, size = decode(self.data, at, len(self.data))
            at += size
        while at < len(self.data):
            code, size = decode(self.data, at, len(self.data))
            if not self._glyphs.is_mark(code):
                break
            at += size
        return at - self.right

    def to_word_start(self, blanks_only: bool) -> int:
        """To the beginning of the word before the cursor; between words is all that is no letter, or blanks only."""
        at = self.left
        while at > 0 and not in_word(int(self.data[at - 1]), blanks_only):
            at -= 1
        while at > 0 and in_word(int(self.data[at - 1]), blanks_only):
            at -= 1
        return at - self.left

    def to_word_end(self) -> int:
        """To the end of the word behind the cursor."""
        at = self.right
        while at < len(self.data) and not in_word(int(self.data[at]), False):
            at += 1
        while at < len(self.data) and in_word(int(self.data[at]), False):
            at += 1
        return at - self.right

    def cut(self, distance: int) -> bytes:
        """Take out the bytes between the cursor and a place so far from it."""
        if distance < 0:
            taken = bytes(self.data[self.left + distance : self.left])
            self.left += distance
            return taken
        taken = bytes(self.data[self.right : self.right + distance])
        self.right += distance
        return taken


def in_word(byte: int, blanks_only: bool) -> bool:
    """Whether a byte belongs to a word; those of characters beyond ASCII do."""
    if blanks_only:
        return byte > 0x20
    return byte >= 0x80 or 0x30 <= byte <= 0x39 or 0x61 <= byte | 0x20 <= 0x7A or byte == 0x5F
