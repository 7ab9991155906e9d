"""Spans that `ast` does not have, or has wrong in CPython 3.11: names, f-strings, code points."""

from __future__ import annotations

from typing import Any

from rumpkc.source import Source, Span
from rumpkc.syntax import tree
from rumpkc.syntax.parse import parse_module


def text_at(text: str, span: Span) -> str:
    """What lies under a span of one line."""
    assert span.line == span.end_line
    return text.split("\n")[span.line - 1][span.col:span.end_col]


def only(text: str) -> Any:
    """The value of the only expression statement."""
    (statement,) = parse_module(Source("t.py", text)).body
    return statement.value  # type: ignore[attr-defined]


def test_name_spans() -> None:
    """Definitions and attributes know where their name is."""
    text = "def f(): pass\nasync  def  g(): pass\nclass  A: pass\na . b\n"
    f, g, a, b = parse_module(Source("t.py", text)).body
    assert [text_at(text, node.name_span) for node in (f, g, a)] == ["f", "g", "A"]  # type: ignore[attr-defined]
    assert text_at(text, b.value.attr_span) == "b"  # type: ignore[attr-defined]


def test_columns_are_code_points() -> None:
    """Not bytes, and not UTF-16 units."""
    text = "'é😀', name\n"
    first, second = only(text).elts
    assert first.span[1:] == (1, 0, 1, 4) and text_at(text, second.span) == "name"


def test_fstring_parts() -> None:
    """Every part of an f-string has its own place."""
    text = "x = f'ab{ value + 1 !r:>{width}.2}cd'\n"
    joined = parse_module(Source("t.py", text)).body[0].value  # type: ignore[attr-defined]
    before, field, after = joined.values
    assert text_at(text, joined.span) == "f'ab{ value + 1 !r:>{width}.2}cd'"
    assert (text_at(text, before.span), text_at(text, after.span)) == ("ab", "cd")
    assert text_at(text, field.span) == "{ value + 1 !r:>{width}.2}"
    assert text_at(text, field.value.span) == "value + 1" and text_at(text, field.value.left.span) == "value"
    assert text_at(text, field.format_spec.span) == ">{width}.2"
    assert [text_at(text, part.span) for part in field.format_spec.values] == [">", "{width}", ".2"]
    assert text_at(text, field.format_spec.values[1].value.span) == "width"


def test_fstring_over_lines() -> None:
    """Triple quotes, joined literals, nested f-strings."""
    text = 'f"""a\n  {b}\n{c\n + d}""" f"{e}" f"{f\'{g}\'}"\n'
    values = [part for part in only(text).values if type(part) is tree.FormattedValue]
    assert [v.value.span[1:] for v in values] == [(2, 3, 2, 4), (3, 1, 4, 4), (4, 12, 4, 13), (4, 19, 4, 25)]
    assert text_at(text, values[3].value.values[0].value.span) == "g"


def test_debug_form() -> None:
    """`{x = }`: the text is a literal before the value."""
    text = "f'a{ x = }b'\n"
    literal, field, after = only(text).values
    assert (literal.value, field.conversion, after.value) == ("a x = ", "r", "b")
    assert text_at(text, field.value.span) == "x"


def test_tuple_in_braces() -> None:
    """A tuple without brackets does not cover the braces."""
    text = "f'{ a, b }'\n"
    assert text_at(text, only(text).values[0].value.span) == "a, b"


def test_line_ends() -> None:
    """\\r\\n and \\r end lines as \\n does; a form feed does not."""
    for end in ("\n", "\r\n", "\r"):
        body = parse_module(Source("t.py", f"a{end}\fb{end}'''c{end}d'''{end}")).body
        assert [node.span[1:] for node in body] == [(1, 0, 1, 1), (2, 1, 2, 2), (3, 0, 4, 4)]
        assert body[2].value.value == "c\nd"  # type: ignore[attr-defined]


def test_empty_module() -> None:
    """A module's span is the whole file."""
    assert parse_module(Source("t.py", "")).body == ()
    assert parse_module(Source("t.py", "# only a comment")).body == ()
    assert parse_module(Source("t.py", "x\ny = 1\n")).span == Span("t.py", 1, 0, 2, 5)
