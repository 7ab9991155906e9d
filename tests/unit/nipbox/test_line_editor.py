"""The line editor: keys in, lines and echo out."""

import pytest

from npl.nipbox import line


def type_in(keys: bytes, end: bool = False) -> tuple[list[object], bytes, line.LineEditor]:
    """Feed the keys; the outcomes beyond EDITING (a line as its text), everything echoed, and the editor."""
    editor, outcomes, echo = line.LineEditor(), [], b""
    for byte in [*keys, *([-1] if end else [])]:
        outcome = editor.feed(byte)
        echo += editor.echo()
        if outcome == line.LINE:
            outcomes.append(editor.text())
        elif outcome != line.EDITING:
            outcomes.append(outcome)
        if outcome != line.EDITING:
            editor.begin()
    return outcomes, echo, editor


@pytest.mark.parametrize(("keys", "outcomes", "echo"), [
    (b"echo a\r", ["echo a"], b"echo a\n"),
    (b"one\ntwo\n", ["one", "two"], b"one\ntwo\n"),
    (b"ab\x7fc\n", ["ac"], b"ab\b \bc\n"),
    (b"a\x08\x08\x08b\n", ["b"], b"a\b \bb\n"),
    (b"abc\x15x\n", ["x"], b"abc\b \b\b \b\b \bx\n"),
    (b"abc\x03de\n", [line.CANCELLED, "de"], b"abc^C\nde\n"),
    (b"\x04", [line.END], b"\n"),
    (b"a\x04b\n", ["ab"], b"ab\n"),
    (b"a\x7f\x04", [line.END], b"a\b \b\n"),
    (b"\x00\x01\x0b\x1fa\n", ["a"], b"a\n"),
    ("grü€😀\n".encode(), ["grü€😀"], "grü€😀\n".encode()),
    ("aü€😀\x7f\x7f\x7fb\n".encode(), ["ab"], "aü€😀\b \b\b \b\b \bb\n".encode()),
    (b"a\xff\n", [line.NOT_TEXT], b"a\xff\n"),
    (b"\xbf\x7fa\n", ["a"], b"\xbf\b \ba\n"),
    (b"a\x1b[Ab\x1b[1;5Cc\x1bOPd\x1bxe\n", ["abcde"], b"abcde\n"),
    (b"a\x1b\rb\n", ["a", "b"], b"a\nb\n"),
    (b"a\x1b[1\x03b\n", [line.CANCELLED, "b"], b"a^C\nb\n"),
    (b"\n", [""], b"\n"),
])
def test_keys(keys, outcomes, echo):
    assert type_in(keys)[:2] == (outcomes, echo)


def test_a_last_line_without_its_end_counts():
    assert type_in(b"exit 3", end=True)[0] == ["exit 3"]
    assert type_in(b"", end=True)[0] == [line.END]
    assert type_in(b"\xff", end=True)[0] == [line.NOT_TEXT]


def test_a_line_that_is_too_long_rings_the_bell():
    outcomes, echo, _ = type_in(b"x" * (line.MAX_LINE_BYTES + 3) + b"\n")
    assert outcomes == ["x" * line.MAX_LINE_BYTES]
    assert echo == b"x" * line.MAX_LINE_BYTES + b"\a\a\a\n"
