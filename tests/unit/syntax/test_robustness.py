"""No input crashes the parser or keeps it busy: a tree or a CompileError, soon."""

from __future__ import annotations

import random
import string
import time

import pytest

from rumpkc.diagnostics import CompileError, render
from rumpkc.source import Source, SourceMap
from rumpkc.syntax.depth import MAX_DEPTH
from rumpkc.syntax.encoding import decode_source
from rumpkc.syntax.parse import parse_module

N = 50_000
HUGE = {
    "minus": "-" * N + "1", "brackets": "(" * N, "closers": ")" * N, "attributes": "a" + ".b" * N,
    "sum": "+".join("a" * N),
    "power": "**".join("a" * N), "lambda": "lambda: " * N + "1", "conditional": "1 if 1 else " * N + "1",
    "elif": "if x: pass\n" + "elif x: pass\n" * 10_000, "not": "not " * N + "x", "subscripts": "x" + "[0]" * N,
    "calls": "f" + "()" * N, "name": "x" * 10 * N, "digits": "1" * N, "zeros": "0" * N, "hexadecimal": "0x" + "f" * N,
    "exponent": "1e" + "9" * N, "open string": "'" + "x" * 10 * N, "quotes": "'" * (N + 1), "backslashes": "\\" * N,
    "f-string braces": "f'" + "{" * (N + 1) + "'", "f-string fields": "f'" + "{a}" * N + "'",
    "f-string nesting": "f'{" + "a:{" * N, "f-string sum": "f'{" + "+".join("a" * N) + "}'", "spaces": " " * 10 * N,
    "tabs": "\t" * N + "x", "comment": "#" * 10 * N, "lines": "\n" * N, "blank lines": "  \n" * N,
    "commas": "a," * N,
    "stars": "*" * N, "at": "@" * N, "words": "a " * N, "def": "def " * N, "match": "match " * N + ":",
    "async": "async " * N,
    "await": "await " * N,
    "assignments": "x = " * N + "1", "statements": "a=b;" * N, "colons": ":" * N, "dots": "." * N,
    "blocks": "\n".join(" " * i + "if x:" for i in range(300)), "strings": "'a' " * N,
    "one line": "[" + "1, " * N + "]",
    "semicolons": ";" * N, "continuations": "\\\n" * N, "letters": "é" * N, "dictionary": "{" + "a: b, " * N + "}",
    "comparisons": "<".join("a" * N), "or": " or ".join("a" * N), "decorators": "@a\n" * 10_000 + "def f(): pass",
    "for": "[x " + "for x in y " * N + "]", "keywords": "f(" + "a=1, " * N + ")",
    "patterns": "match x:\n case " + "a|" * N + "b: pass",
}


def attempt(text: str) -> str:
    """The error's code, or nothing for a tree; the error must be printable."""
    source = Source("t.py", text)
    try:
        parse_module(source)
    except CompileError as error:
        sources = SourceMap()
        sources.add(source)
        for diagnostic in error.diagnostics:
            assert render(diagnostic, sources)
        return error.diagnostics[0].code
    return ""


@pytest.mark.slow
@pytest.mark.parametrize("name", HUGE)
def test_huge_input(name: str) -> None:
    """A megabyte or so, nested or long, takes a few seconds at most; a quadratic algorithm would take hours."""
    started = time.perf_counter()
    code = attempt(HUGE[name])
    assert code == "" or code.startswith("E01")
    assert time.perf_counter() - started < 20


def test_depth_limit() -> None:
    """Just under the limit is a tree, over it E0109; the limit counts every kind of nesting."""
    assert attempt("+".join("a" * (MAX_DEPTH - 5))) == ""
    assert attempt("+".join("a" * (MAX_DEPTH + 5))) == "E0109"
    assert attempt("if x: pass\n" + "elif x: pass\n" * (MAX_DEPTH + 5)) == "E0109"
    assert attempt("x = " + "not " * (MAX_DEPTH + 5) + "y") == "E0109"
    assert attempt("(" * 150 + ")" * 150) == "" and attempt("(" * 201 + ")" * 201) == "E0109"


@pytest.mark.parametrize("text", ["x = 1\0", "\0", "# \0", "x = '\ud800'", "# \udfff", "\ufeffx", "x\u2028y", "\x1a",
                                  "\x7f"])
def test_strange_characters(text: str) -> None:
    """Null bytes, surrogates, marks: refused, not raised."""
    assert attempt(text).startswith("E01")


def test_random_text() -> None:
    """Text without any structure."""
    random_ = random.Random(11)
    alphabet = string.printable + "éß€😀\u200b\xa0\f\v\0"
    for _ in range(1500):
        attempt("".join(random_.choices(alphabet, k=random_.randint(0, 60))))


def test_random_bytes() -> None:
    """Files that are no text at all."""
    random_ = random.Random(12)
    for _ in range(500):
        data = random_.randbytes(random_.randint(0, 80))
        try:
            source = decode_source("t.py", data)
        except CompileError as error:
            assert error.diagnostics[0].code == "E0113"
        else:
            attempt(source.text)


@pytest.mark.parametrize("data, text", [
    (b"x = 1\n", "x = 1\n"), (b"\xef\xbb\xbfx = 1\n", "x = 1\n"), ("'é'".encode(), "'é'"),
    (b"# -*- coding: latin-1 -*-\n'\xe9'", "# -*- coding: latin-1 -*-\n'é'"),
    (b"#!/bin/x\n# vim: set fileencoding=cp1252 :\n'\x80'", "#!/bin/x\n# vim: set fileencoding=cp1252 :\n'€'"),
    (b"\xef\xbb\xbf# coding: utf-8\nx", "# coding: utf-8\nx"), (b"x\n# coding: nonsense\n", "x\n# coding: nonsense\n")])
def test_encodings(data: bytes, text: str) -> None:
    """Byte order marks and coding lines."""
    assert decode_source("t.py", data).text == text


@pytest.mark.parametrize("data, line, col", [
    (b"x = 1\ny = '\xff'\n", 2, 5), (b"# coding: nonsense\n", 1, 0), (b"\n# coding: nonsense\n", 2, 0),
    (b"# coding: hex\n", 1, 0), (b"\xef\xbb\xbf# coding: latin-1\n", 1, 0), (b"# coding: ascii\n\xe9", 2, 0)])
def test_wrong_encodings(data: bytes, line: int, col: int) -> None:
    """E0113 at the byte or the coding line."""
    with pytest.raises(CompileError) as caught:
        decode_source("t.py", data)
    diagnostic = caught.value.diagnostics[0]
    assert (diagnostic.code, diagnostic.span.line, diagnostic.span.col) == ("E0113", line, col)
