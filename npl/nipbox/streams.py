"""Descriptors as bytes: 0 is input, 1 output, 2 error."""

import os
import sys
from collections.abc import Callable, Iterator
from typing import Final

LONGEST: Final = 1 << 16                # bytes of a line
TOO_LONG: Final = 75                    # errno.EOVERFLOW


def read_bytes(descriptor: int, count: int) -> bytes:
    """Some bytes, at most `count`; none at the end."""
    return os.read(descriptor, count)


def lines_of(read: Callable[[], bytes]) -> Iterator[str]:
    """Lines without their ends, as they come. Bytes that are no UTF-8 become U+FFFD. OSError where one is too long."""
    held: list[bytes] = []
    size = 0
    piece = read()
    while len(piece) > 0:
        start, end = 0, piece.find(b"\n")
        while end >= 0:
            held.append(piece[start:end])
            yield b"".join(held).decode("utf-8", "replace")
            held, size = [], 0
            start, end = end + 1, piece.find(b"\n", end + 1)
        held.append(piece[start:])
        size += len(piece) - start
        if size > LONGEST:
            raise OSError(TOO_LONG, f"a line has more than {LONGEST:,} bytes")
        piece = read()
    if size > 0:
        yield b"".join(held).decode("utf-8", "replace")


def write_all(descriptor: int, data: bytes) -> None:
    """Bytes, all of them. BrokenPipeError where nobody reads them."""
    at = os.write(descriptor, data)
    while at < len(data):
        at += os.write(descriptor, data[at:])


def write_error(text: str) -> None:
    """Text on standard error, at once."""
    sys.stderr.write(text)
