"""Descriptors as bytes: 0 is input, 1 output, 2 error."""

import os
import sys


def read_bytes(descriptor: int, count: int) -> bytes:
    """Some bytes, at most `count`; none at the end."""
    return os.read(descriptor, count)


def write_all(descriptor: int, data: bytes) -> None:
    """Bytes, all of them. BrokenPipeError where nobody reads them."""
    at = os.write(descriptor, data)
    while at < len(data):
        at += os.write(descriptor, data[at:])


def write_error(text: str) -> None:
    """Text on standard error, at once."""
    sys.stderr.write(text)
