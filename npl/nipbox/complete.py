"""Completion: which word the cursor is in, how a candidate is written there, and how candidates are listed.

    ls "my fi|          Word(start=3, end=9, text="my fi", quote='"');  Candidate("my file") makes it  ls 'my file' |

A completer answers with whole words, as a command would see them; quotes are put around them here.
"""

from dataclasses import dataclass
from typing import Final

from lib.width import cut, padded
from npl.nipbox.line.glyphs import Glyphs

BLANKS: Final = " \t\n"
OPERATORS: Final = "|&;<>()"            # end a word outside of quotes
SPECIAL: Final = " \t'\"\\|&;<>()$*?[]#~{}!`"
GAP: Final = 2                          # columns between two candidates


@dataclass(slots=True)
class Candidate:
    """What a word may become."""

    text: str
    description: str = ""
    more: bool = False                  # the word goes on (a folder, `--name=`): no space behind it
    raw: bool = False                   # the text is shell syntax (a variable): it is not quoted
    label: str = ""                     # what a list shows instead of the text


class Completer:
    """Knows no words. The shell's derives from it."""

    def complete(self, line: str, cursor: int) -> list[Candidate]:
        """What the word that ends at `cursor` (in characters; see `word_at`) may become, in the order to show."""
        return []


@dataclass(slots=True)
class Word:
    """A word as far as the cursor: where it begins and ends, what it says, the quote that is open at its end."""

    start: int
    end: int
    text: str
    quote: str


def words_before(line: str, cursor: int) -> list[Word]:
    """All words up to the cursor. Behind each but the last stands a blank or an operator; between two of those is an
    empty word."""
    found: list[Word] = []
    parts: list[str] = []
    start, at, quote = 0, 0, ""
    while at < cursor:
        char = line[at]
        at += 1
        if quote != "":
            if char == quote:
                quote = ""
            elif char == "\\" and quote == '"' and at < cursor and (line[at] == '"' or line[at] == "\\"):
                parts.append(line[at])
                at += 1
            else:
                parts.append(char)
        elif char in BLANKS or char in OPERATORS:
            found.append(Word(start, at - 1, "".join(parts), ""))
            parts.clear()
            start = at
        elif char == "'" or char == '"':
            quote = char
        elif char == "\\" and at < cursor:
            parts.append(line[at])
            at += 1
        else:
            parts.append(char)
    found.append(Word(start, cursor, "".join(parts), quote))
    return found


def word_at(line: str, cursor: int) -> Word:
    """The word that the cursor is in; an empty one behind a blank or an operator."""
    return words_before(line, cursor)[-1]


def quoted(text: str, quote: str, ended: bool) -> str:
    """A word as it is typed; `ended` closes the quotes. Quotes that were open are written as single ones."""
    if quote == "" and is_printable(text):
        return "".join(["\\" + char if char in SPECIAL else char for char in text])
    return "'" + text.replace("'", "'\\''") + ("'" if ended else "")


def is_printable(text: str) -> bool:
    """Without control characters, which a backslash does not quote."""
    for char in text:
        if char < " " or char == "\x7f":
            return False
    return True


def common_prefix(candidates: list[Candidate]) -> str:
    """What all of them begin with."""
    first = candidates[0].text
    size = len(first)
    for candidate in candidates:
        size = min(size, len(candidate.text))
        while not candidate.text.startswith(first[:size]):
            size -= 1
    return first[:size]


def listing(candidates: list[Candidate], columns: int) -> list[str]:
    """The candidates as rows of less than `columns` columns: with descriptions one a row, else down and across."""
    widths = Glyphs()
    names = [widths.shown(candidate.label if candidate.label != "" else candidate.text) for candidate in candidates]
    wide = max([widths.columns(name) for name in names])
    described = [candidate for candidate in candidates if candidate.description != ""]
    if len(described) > 0:
        wide = min(wide, columns // 2)
        return [row(names[i], candidates[i].description, wide, columns - 1, widths) for i in range(len(names))]
    across = max(1, (columns - 1 + GAP) // (wide + GAP))
    down = (len(names) + across - 1) // across
    rows: list[str] = []
    for line in range(down):
        cells = [padded(cut(name, columns - 1, widths), wide, widths) for name in names[line::down]]
        rows.append((" " * GAP).join(cells).rstrip())
    return rows


def row(name: str, description: str, wide: int, columns: int, widths: Glyphs) -> str:
    """A candidate and what it is."""
    if description == "":
        return cut(name, columns, widths)
    name = padded(cut(name, wide, widths), wide, widths)
    return cut(name + " " * GAP + widths.shown(description), columns, widths)
