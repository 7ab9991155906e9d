"""Random keys against the line editor: no exception, no row wider than the terminal, and the screen shows the line.

    python -m tests.fuzz.line_fuzz --count 1000000 --seed 7
"""

from __future__ import annotations

import argparse
import random
import sys

from npl.nipbox.complete import Candidate, Completer, word_at
from npl.nipbox.history import History
from npl.nipbox.line import editor
from tests.screen import SEQUENCE, Screen, width

PIECES = (b"a", b"b c", b" ", b"-x", "é".encode(), "日本".encode(), "e\u0301".encode(), "😀".encode(), b"'", b'"', b"\\", b"$", b"|", b"\t", b"\t\t", b"\n", b"\r",
          b"\x01", b"\x02", b"\x03", b"\x04", b"\x05", b"\x06", b"\x07", b"\x08", b"\x0b", b"\x0c", b"\x0e", b"\x10", b"\x12", b"\x13", b"\x14", b"\x15", b"\x16",
          b"\x17", b"\x19", b"\x7f", b"\x1b", b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[H", b"\x1b[F", b"\x1b[3~", b"\x1b[1;5C", b"\x1b[1;5D", b"\x1bOH",
          b"\x1bb", b"\x1bf", b"\x1bd", b"\x1by", b"\x1b\x7f", b"\x1b.", b"\x1b<", b"\x1b>", b"\x1b[200~", b"\x1b[201~", b"\x1b[5;30R", b"\x1b[;R", b"\x1b[99999999999R",
          b"\x1b[", b"\x1b[?", b"\x00", b"\xff", b"\xc3", b"\xe6\x97", b"\xf0\x9f", b"x" * 60, "日".encode() * 30)
PROMPTS = (b"$ ", b"root@nexus:# ", "日本> ".encode(), b"\x1b[1mbold\x1b[m ", b"a prompt that is rather long for such a row ")
OUTCOMES = (editor.EDITING, editor.LINE, editor.CANCELLED, editor.END, editor.NOT_TEXT)
PIECES_A_SESSION = 60


class Words(Completer):
    """Words that begin alike, with and without descriptions."""

    def __init__(self, rng: random.Random) -> None:
        alphabet = ("a", "ab", "b c", "日本", "é", "x'y", "$")
        self._words = ["".join(rng.choice(alphabet) for _ in range(rng.randrange(1, 5))) for _ in range(rng.randrange(40))]
        self._description = rng.choice(("", "what it does, at some length\x1b[2J"))

    def complete(self, line: str, cursor: int) -> list[Candidate]:
        word = word_at(line, cursor)
        return [Candidate(text, self._description) for text in sorted(set(self._words)) if text.startswith(word.text)]


def session(rng: random.Random, pieces: int) -> int:
    """Keys on one terminal; how many lines came of them. AssertionError where the screen is not as it should be."""
    columns = rng.choice((20, 21, 40, 80, 132))
    term = rng.choice(("dumb", "vt100", ""))
    history = History(rng.choice((1, 5, 500)))
    made = editor.LineEditor(history, Words(rng))
    made.use_terminal(term, columns, rng.choice((2, 5, 24)))
    screen = Screen(columns, answers=term == "" and rng.random() < 0.7)
    prompt = rng.choice(PROMPTS)
    made.begin(prompt)
    screen.write(made.echo())
    lines = 0
    for _ in range(pieces):
        typed = rng.choice(PIECES) if rng.random() < 0.95 else bytes([rng.randrange(256)])
        if screen.typed and rng.random() < 0.5:
            typed, screen.typed = screen.typed, b""
        for byte in typed:
            outcome = made.feed(byte)
            assert outcome in OUTCOMES
            if outcome == editor.LINE:
                lines += 1
                history.add(made.text())
            if outcome != editor.EDITING:
                assert outcome not in (editor.LINE, editor.NOT_TEXT) or (outcome == editor.NOT_TEXT) == (made.problem != "")
                screen.write(made.echo())
                prompt = rng.choice(PROMPTS)
                made.begin(prompt)
            screen.write(made.echo())
        check(made, screen, prompt)
    assert made.feed(-1) in OUTCOMES
    return lines


def check(made: editor.LineEditor, screen: Screen, prompt: bytes) -> None:
    """The row ends before the terminal's last column, and what is short enough is all there, with the cursor in its place."""
    if made._mode == editor.EDIT and made._missing == 0 and made.columns() <= screen.columns:
        line = made._line
        before, behind = bytes(line.data[:line.left]), bytes(line.data[line.right:])
        assert len(screen.rows[screen.row]) < screen.columns
        shown = SEQUENCE.sub("", prompt.decode()) if made._display.base > 0 else ""
        whole = made._display._start == 0       # a window that has scrolled stays where it is as long as it has the cursor
        if whole and plain(before) and plain(behind) and columns_of(shown + (before + behind).decode()) < made.columns() - 2:
            assert screen.line() == (shown + (before + behind).decode()).rstrip(), (screen.line(), shown, before, behind)
            assert screen.column == columns_of(shown + before.decode())
    gone = max(0, screen.row - 40)
    screen.rows = screen.rows[gone : screen.row + 40]
    screen.row -= gone


def plain(text: bytes) -> bool:
    """Whether it is shown as it stands: UTF-8, printable, and no mark at its beginning."""
    try:
        decoded = text.decode()
    except UnicodeDecodeError:
        return False
    return decoded.isprintable() and (decoded == "" or width(decoded[0]) > 0)


def columns_of(text: str) -> int:
    return sum(map(width, text))


def campaign(seed: int, count: int) -> int:
    """About `count` pieces, in sessions; how many lines came of them. The session that fails is named."""
    lines = 0
    for number in range(0, count, PIECES_A_SESSION):
        try:
            lines += session(random.Random(f"{seed} {number}"), PIECES_A_SESSION)
        except Exception:
            print(f"trouble: session(random.Random('{seed} {number}'), {PIECES_A_SESSION})", file=sys.stderr)
            raise
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000_000, help="pieces: a key, or some characters")
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    print(f"{campaign(chosen.seed, chosen.count)} lines of {chosen.count} pieces; the screen was as it should be")
    return 0


if __name__ == "__main__":
    sys.exit(main())
