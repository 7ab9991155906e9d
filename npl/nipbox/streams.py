"""Descriptors as bytes: 0 is input, 1 output, 2 error."""

import sys

from lib.system import read_byte


def read_bytes(descriptor: int, count: int) -> bytes:
    """Some bytes, at most `count`; none at the end."""
    byte = read_byte()
    return bytes([byte]) if byte >= 0 else b""


def write_error(text: str) -> None:
    """Text on standard error, at once."""
    sys.stderr.write(text)
