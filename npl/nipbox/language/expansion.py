"""Words are expanded: variables, what scripts print, file names. One word becomes any number of them.

    $x       a word for each value of x; none where it has none
    "$x"     one word, the values with spaces between
    a$x      `a` in front of each
    *.py     the files that there are; none: Failure
"""

from typing import Final

from npl.nipbox.language.globs import Globber, Lister, escape, has_signs
from npl.nipbox.language.problem import Failure
from npl.nipbox.language.tokens import PartKind
from npl.nipbox.language.tree import Piece, Script, Word

MOST_WORDS: Final = 10_000              # that a word may become


class Source:
    """Where values come from: the executor."""

    def value(self, name: str) -> list[str]:
        """The values of a variable."""
        return []

    def output(self, script: Script) -> list[str]:
        """The lines that a script prints."""
        return []

    def listing(self, folder: str) -> list[str]:
        """The names in a folder (`globs.Lister`)."""
        return []


class Field:
    """A word that is being put together: its text, and as a pattern."""

    def __init__(self, text: str, pattern: str, has_signs: bool) -> None:
        self.text = text
        self.pattern = pattern
        self.has_signs = has_signs

    def with_text(self, text: str) -> "Field":
        return Field(self.text + text, self.pattern + escape(text) if self.has_signs else "", self.has_signs)


def expand_all(words: list[Word], source: Source, must_match: bool = True) -> list[str]:
    """All the words. `must_match`: a pattern without a file is a Failure; else it is no word."""
    out: list[str] = []
    for word in words:
        out += expand(word, source, must_match)
    return out


def expand(word: Word, source: Source, must_match: bool = True) -> list[str]:
    """One word."""
    pieces = word.pieces
    if len(pieces) == 1 and pieces[0].kind == PartKind.TEXT:
        return [pieces[0].text]
    fields = [Field("", "", has_pattern(word))]
    for piece in pieces:
        if piece.kind == PartKind.TEXT:
            fields = [one.with_text(piece.text) for one in fields]
        elif piece.kind == PartKind.PATTERN:
            fields = [Field(one.text + piece.text, one.pattern + piece.text, True) for one in fields]
        else:
            values = values_of(piece, source)
            if len(values) * len(fields) > MOST_WORDS:
                raise Failure(f"a word becomes more than {MOST_WORDS} words")
            fields = [one.with_text(value) for one in fields for value in values]
    return names_of(fields, source.listing, must_match)


def has_pattern(word: Word) -> bool:
    for piece in word.pieces:
        if piece.kind == PartKind.PATTERN:
            return True
    return False


def values_of(piece: Piece, source: Source) -> list[str]:
    """What a variable or a script stands for."""
    script = piece.script
    values = source.value(piece.text) if script is None else source.output(script)
    return [" ".join(values)] if piece.quoted else values


def names_of(fields: list[Field], listing: Lister, must_match: bool) -> list[str]:
    """Patterns become the names of files."""
    out: list[str] = []
    for one in fields:
        if not one.has_signs or not has_signs(one.pattern):
            out.append(one.text)
            continue
        found = Globber(listing).find(one.pattern)
        if len(found) == 0 and must_match:
            raise Failure(f"no file matches {one.text}; quote it if it is no pattern")
        out += found
    return out
