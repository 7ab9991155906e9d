"""Bytes of a source file to text: byte order mark and PEP 263 coding line, UTF-8 otherwise."""

from __future__ import annotations

import codecs
import re

from rumpkc.diagnostics import CompileError, fail
from rumpkc.source import Source, Span

_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"^[ \t\f]*(?:#.*)?$")


def decode_source(path: str, data: bytes) -> Source:
    """The source in `data`, shown as `path`; E0113 where it cannot be decoded."""
    has_mark = data.startswith(codecs.BOM_UTF8)
    if has_mark:
        data = data[len(codecs.BOM_UTF8):]
    line, name = _declared(data)
    if name is None:
        name = "utf-8"
    here = Span(path, line, 0, line, 1)
    try:
        codec = codecs.lookup(name)
        if not codec._is_text_encoding:
            raise LookupError
    except (LookupError, UnicodeError):
        raise fail("E0113", f"unknown encoding `{name}`", here, help="save the file as UTF-8") from None
    # CPython compares the declared name itself with "utf-8" here, not the codec.
    if has_mark and not re.match(r"utf-8(?:-|$)", name.lower().replace("_", "-")):
        raise fail("E0113", f"the file begins with UTF-8's mark but declares the encoding `{name}`", here,
                   help="remove the coding line")
    try:
        return Source(path, data.decode(codec.name))
    except UnicodeDecodeError as error:
        raise _undecodable(path, data, error, codec.name) from None
    except UnicodeError as error:
        raise fail("E0113", f"the file is not {name}: {error}", here, help="save the file as UTF-8") from None


def _declared(data: bytes) -> tuple[int, str | None]:
    """The encoding that one of the first two lines names, and that line's number."""
    for number, line in enumerate(re.split(rb"\r\n|\r|\n", data, maxsplit=2)[:2], 1):
        found = _COOKIE.match(line)
        if found:
            return number, found[1].decode("ascii", "replace")
        if not _BLANK.match(line):
            break
    return 1, None


def _undecodable(path: str, data: bytes, error: UnicodeDecodeError, name: str) -> CompileError:
    before = data[:error.start]
    line = before.count(b"\n") + 1
    col = len(before[before.rfind(b"\n") + 1:].decode(name, "replace"))
    return fail("E0113", f"byte {data[error.start]:#04x} is not {name}", Span(path, line, col, line, col + 1),
                help="save the file as UTF-8")
