"""What hashes share: a message that comes in pieces, cut into blocks, and the padding of MD5, SHA-1 and SHA-2.

    class Sha1(Padded)            `_block` mixes one block in, `_clone` copies the state, `_words` writes it out
"""

from abc import abstractmethod


class Running:
    """A running hash: `digest` may be asked for at any time, and `update` can go on afterwards."""

    size: int                           # bytes of the digest
    block_size: int                     # bytes

    def __init__(self, size: int, block_size: int) -> None:
        self.size = size
        self.block_size = block_size

    @abstractmethod
    def update(self, data: bytes) -> None:
        """Takes more of the message."""

    @abstractmethod
    def digest(self) -> bytes:
        """The `size` bytes of the hash of everything so far."""

    @abstractmethod
    def copy(self) -> "Running": ...


class Blocks(Running):
    """A hash that takes whole blocks. The last `lag` bytes wait, even of a whole block: it may be the last one."""

    pending: bytes
    lag: int

    def __init__(self, size: int, block_size: int, lag: int = 0) -> None:
        super().__init__(size, block_size)
        self.pending = b""
        self.lag = lag

    def update(self, data: bytes) -> None:
        if self.pending:
            data = self.pending + data
        at, block = 0, self.block_size
        while at + block + self.lag <= len(data):
            self._block(data, at)
            at += block
        self.pending = data[at:]

    @abstractmethod
    def _block(self, data: bytes, start: int) -> None:
        """Mixes in the block that begins at `start`."""


class Padded(Blocks):
    """Behind the message come a one bit, zeros to the end of a block, and the message's length in bits in an eighth of
    a block (FIPS 180-4, section 5.1; RFC 1321, sections 3.1 and 3.2, with the lowest byte first)."""

    length: int                         # bytes so far
    order: str                          # of bytes: "big" or "little"

    def __init__(self, size: int, block_size: int, order: str = "big") -> None:
        super().__init__(size, block_size)
        self.length = 0
        self.order = order

    def update(self, data: bytes) -> None:
        self.length += len(data)
        super().update(data)

    def copy(self) -> "Padded":
        out = self._clone()
        out.pending = self.pending
        out.length = self.length
        return out

    def digest(self) -> bytes:
        last = self.copy()
        field = self.block_size // 8
        zeros = (-self.length - 1 - field) % self.block_size
        last.update(b"\x80" + bytes(zeros) + (self.length * 8).to_bytes(field, self.order))
        return last._words()[:self.size]

    @abstractmethod
    def _clone(self) -> "Padded":
        """A hash in the same state, before the bytes that wait."""

    @abstractmethod
    def _words(self) -> bytes:
        """The words of the state as bytes."""
