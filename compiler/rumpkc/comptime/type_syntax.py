"""PEP 695 for a CPython that is older than 3.12: the text of a module, rewritten into what it understands.

    type Row[T] = list[T]           Row = Alias()
    class Box[T](Base[T]): …   ->   class Box   (Base[T], Generic[T]): …
    def swap[A, B](a: A): …         def swap      (a: A): …             annotations are not evaluated

Lines and columns stay what they are. Type parameters are found among the builtins, behind all names of the program;
what they mean the checker knows, and nothing else asks.
"""

from __future__ import annotations
import __future__

import ast
import builtins
import io
import tokenize
import typing
from types import CodeType

GENERIC = "__rumpkc_generic__"
ALIAS = "__rumpkc_alias__"
SKIPPED = (tokenize.NL, tokenize.COMMENT)

Place = tuple[int, int]                 # line from 1, column in characters


class Alias:
    """What `type X = …` leaves: something that types are made of, as in `list[X]()`."""

    def __getitem__(self, _args: object) -> Alias:
        return self

    def __or__(self, _other: object) -> Alias:
        return self

    __ror__ = __or__


def compiled(data: bytes, path: str) -> CodeType | None:
    """The code of a module that has PEP 695 syntax; None where it has none."""
    with io.BytesIO(data) as file:
        encoding, _ = tokenize.detect_encoding(file.readline)
    text = io.IncrementalNewlineDecoder(None, True).decode(data.decode(encoding), final=True)
    found = _Finder(text)
    if not found.changes:
        return None
    tree = ast.parse(found.rewritten(), path)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and (names := found.classes.get((node.lineno, node.name))):
            base = ast.parse(f"{GENERIC}[{', '.join(names)}]", mode="eval").body
            for part in ast.walk(base):
                ast.copy_location(part, node)
            node.bases.append(base)
    _provide(found)
    return compile(tree, path, "exec", __future__.annotations.compiler_flag, dont_inherit=True)


def _provide(found: _Finder) -> None:
    made = {name: kind(name) for name, kind in found.parameters.items()}
    for name, value in {GENERIC: typing.Generic, ALIAS: Alias, **made}.items():
        if not hasattr(builtins, name):
            setattr(builtins, name, value)


class _Finder:
    """The places of a text that change: (begin, end, what stands there then)."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines(keepends=True)
        self.changes: list[tuple[Place, Place, str]] = []
        self.classes: dict[tuple[int, str], list[str]] = {}
        self.parameters: dict[str, typing.Any] = {}
        tokens = tokenize.generate_tokens(io.StringIO(text).readline)
        self.tokens = [t for t in tokens if t.type not in SKIPPED]
        for at in range(len(self.tokens) - 2):
            word, name, after = self.tokens[at:at + 3]
            if name.type != tokenize.NAME or word.type != tokenize.NAME:
                continue
            if word.string in ("def", "class") and after.string == "[":
                names = self._parameters(at + 2)
                if word.string == "class":
                    self.classes[word.start[0], name.string] = names
            elif word.string == "type" and after.string in ("[", "="):
                self._alias(at, name.string)

    def _parameters(self, at: int) -> list[str]:
        """Blank the brackets that begin at token `at`; the names in them, as they stand in `Generic[…]`."""
        end = self._close(at)
        self.changes.append((self.tokens[at].start, self.tokens[end].end, ""))
        return self._names(at, end)

    def _names(self, at: int, end: int) -> list[str]:
        names: list[str] = []
        depth, star = 0, ""
        for before, token in zip(self.tokens[at:end], self.tokens[at + 1:end], strict=False):
            if before.string in ("[", "("):
                depth += 1
            elif before.string in ("]", ")"):
                depth -= 1
            star = token.string if token.string in ("*", "**") else star
            if token.type == tokenize.NAME and depth == 1 and before.string in ("[", ",", "*", "**"):
                kind = typing.ParamSpec if star == "**" else typing.TypeVarTuple if star else typing.TypeVar
                self.parameters[token.string] = kind
                names.append(f"*{token.string}" if star == "*" else token.string)
                star = ""
        return names

    def _close(self, at: int) -> int:
        """The bracket that closes the one at token `at`."""
        depth = 0
        while True:
            depth += (self.tokens[at].string in ("[", "(", "{")) - (self.tokens[at].string in ("]", ")", "}"))
            if depth == 0:
                return at
            at += 1

    def _alias(self, at: int, name: str) -> None:
        ends = (tokenize.NEWLINE, tokenize.ENDMARKER)
        end = at
        while self.tokens[end + 1].type not in ends and self.tokens[end + 1].string != ";":
            end += 1
        if self.tokens[at + 2].string == "[":
            self._names(at + 2, self._close(at + 2))
        self.changes.append((self.tokens[at].start, self.tokens[end].end, f"{name} = {ALIAS}()"))

    def rewritten(self) -> str:
        """The text with the changes made; a change over several lines joins them with backslashes."""
        lines = self.lines
        for (line, column), (last, stop), new in reversed(self.changes):
            if line == last:
                old = lines[line - 1]
                lines[line - 1] = old[:column] + new.ljust(stop - column) + old[stop:]
                continue
            lines[line - 1] = f"{lines[line - 1][:column]}{new} \\\n"
            for between in range(line, last - 1):
                lines[between] = "\\\n"
            lines[last - 1] = " " * stop + lines[last - 1][stop:]
        return "".join(lines)
