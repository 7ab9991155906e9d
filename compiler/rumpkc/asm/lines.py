"""Assembly text becomes statements: comments gone, labels apart, operands split, macros and repetitions expanded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rumpkc.asm.table import Operand
from rumpkc.diagnostics import fail
from rumpkc.source import Span

LABEL = re.compile(r"\s*([A-Za-z_.$][\w.$]*|\d+)\s*:(?!:)")
WORD = re.compile(r"\s*([^\s]+)\s*")
NAME = r"[A-Za-z_.$][\w.$]*"


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line's text without comments, and where it stands."""

    text: str
    file: str
    number: int

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Columns `start` to `end` of the line."""
        stop = len(self.text.rstrip()) if end is None else end
        return Span(self.file, self.number, start, self.number, max(stop, start + 1))


@dataclass(frozen=True, slots=True)
class Statement:
    """A label definition (`name:` in `label`) or an instruction or directive with its operands."""

    label: str
    mnemonic: str
    operands: list[Operand]
    rest: str
    span: Span


def read_lines(file: str, text: str, hash_comments: bool) -> list[Line]:
    """The lines of `text` with comments blanked: `//`, `/* */`, and `#` (everywhere, or only to start a line)."""
    found, inside = [], False
    for number, raw in enumerate(text.splitlines(), 1):
        out, at, quoted = [], 0, False
        while at < len(raw):
            pair, char = raw[at:at + 2], raw[at]
            if inside:
                inside = pair != "*/"
                at += 1 if inside else 2
                out.append(" " if inside else "  ")
            elif quoted or char == '"':
                step = 2 if quoted and char == "\\" else 1
                quoted = quoted != (char == '"')
                out.append(raw[at:at + step])
                at += step
            elif pair == "/*":
                inside = True
                out.append("  ")
                at += 2
            elif pair == "//" or char == "#" and (hash_comments or not "".join(out).strip()):
                break
            elif char == "'":
                step = _character_length(raw, at)  # it may hold a comment sign
                out.append(raw[at:at + step])
                at += step
            else:
                out.append(char)
                at += 1
        found.append(Line("".join(out), file, number))
    return found


def _character_length(text: str, at: int) -> int:
    """The length of the character constant at `at`: `'x'` or `'\\n'`; 1 where a lone quote stands."""
    for length in (3, 4):
        if text[at + length - 1:at + length] == "'" and (text[at + 1] == "\\") == (length == 4):
            return length
    return 1


def split_operands(line: Line, start: int, end: int) -> list[Operand]:
    """The comma-separated operands between two columns; commas inside brackets and strings do not count."""
    text = line.text
    found: list[Operand] = []
    depth, begin, quoted, at = 0, start, False, start
    while at <= end:
        char = text[at] if at < end else ","
        if at == end or char == "," and depth == 0 and not quoted:
            piece = text[begin:at]
            left = begin + len(piece) - len(piece.lstrip())
            if piece.strip() or found or at < end:
                found.append(Operand(piece.strip(), line.span(left, left + max(len(piece.strip()), 1))))
            begin = at + 1
        elif quoted:
            at += char == "\\"
            quoted = char != '"'
        elif char == "'":
            at += _character_length(text, at) - 1
        elif char == '"':
            quoted = True
        else:
            depth += (char in "([{") - (char in ")]}")
        at += 1
    return found


def statements_of(line: Line) -> Iterator[Statement]:
    """The labels and the instruction or directive of one line; `;` separates several."""
    for start, end in _pieces(line.text):
        while match := LABEL.match(line.text, start, end):
            yield Statement(match[1], "", [], "", line.span(match.start(1), match.end(1)))
            start = match.end()
        if match := WORD.match(line.text, start, end):
            stop = match.end(1)
            yield Statement("", match[1], split_operands(line, match.end(), end), line.text[match.end():end].strip(),
                            line.span(match.start(1), stop))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The column ranges between `;` outside strings."""
    start, quoted, at = 0, False, 0
    while at < len(text):
        if text[at] == '"':
            quoted = not quoted
        elif text[at] == "\\" and quoted:
            at += 1
        elif text[at] == "'" and not quoted:
            at += _character_length(text, at) - 1
        elif text[at] == ";" and not quoted:
            yield start, at
            start = at + 1
        at += 1
    yield start, len(text)


@dataclass(frozen=True, slots=True)
class Macro:
    """`.macro name a, b=default` … `.endm`."""

    parameters: list[tuple[str, str]]
    body: list[Line]


MAX_DEPTH = 64


class Expander:
    """Yields statements, with `.macro`, `.rept`, `.irp` and `.if` taken care of.

    `constant` evaluates an expression that must be known when the statement is reached (a count, a condition).
    """

    def __init__(self, lines: list[Line], constant: Callable[[str, Span], int]) -> None:
        self._lines = lines
        self._constant = constant
        self._macros: dict[str, Macro] = {}
        self._uses = 0

    def __iter__(self) -> Iterator[Statement]:
        yield from self._run(self._lines, 0)

    def _run(self, lines: list[Line], depth: int) -> Iterator[Statement]:
        if depth > MAX_DEPTH:
            raise fail("E0651", "macros are nested too deeply", lines[0].span() if lines else Span("", 0, 0, 0, 0),
                       help="does a macro use itself?")
        at = 0
        while at < len(lines):
            line = lines[at]
            words = line.text.split(None, 1)
            head = words[0] if words else ""
            if head in BLOCKS:
                end = _block_end(lines, at, *BLOCKS[head])
                yield from self._block(head, words[1].strip() if len(words) > 1 else "", line, lines[at + 1:end], depth)
                at = end + 1
                continue
            for statement in statements_of(line):
                if statement.mnemonic in self._macros:
                    yield from self._run(self._substitute(statement), depth + 1)
                elif statement.mnemonic in (".endm", ".endr", ".endif", ".else"):
                    raise fail("E0651", f"`{statement.mnemonic}` without its beginning", statement.span)
                else:
                    yield statement
            at += 1

    def _block(self, head: str, rest: str, line: Line, body: list[Line], depth: int) -> Iterator[Statement]:
        if head == ".macro":
            self._define(rest, line, body)
        elif head == ".rept":
            for _ in range(self._constant(rest, line.span())):
                yield from self._run(body, depth + 1)
        elif head == ".irp":
            name, *values = [piece.strip() for piece in rest.replace(",", " ").split()] or [""]
            for value in values:
                yield from self._run([_replace(b, {name: value}) for b in body], depth + 1)
        else:
            middle = _else_of(body)
            chosen = body[:middle] if self._constant(rest, line.span()) else body[middle + 1:]
            yield from self._run(chosen, depth + 1)

    def _define(self, rest: str, line: Line, body: list[Line]) -> None:
        match = re.match(rf"({NAME})\s*,?\s*(.*)$", rest)
        if match is None:
            raise fail("E0651", "a macro needs a name", line.span())
        parameters = []
        for piece in re.split(r"\s*,\s*|\s+(?![=\s])", match[2].strip()) if match[2].strip() else []:
            name, _, default = piece.partition("=")
            parameters.append((name.strip().removesuffix(":req"), default.strip()))
        self._macros[match[1]] = Macro(parameters, body)

    def _substitute(self, use: Statement) -> list[Line]:
        """The macro's body with the arguments of one use put in."""
        macro = self._macros[use.mnemonic]
        if len(use.operands) > len(macro.parameters):
            raise fail("E0651", f"`{use.mnemonic}` takes {len(macro.parameters)} arguments, not {len(use.operands)}",
                       use.span)
        values = dict(macro.parameters)
        for (name, _), operand in zip(macro.parameters, use.operands, strict=False):
            if "=" in operand.text and operand.text.split("=")[0].strip() in values:
                name, _, text = (part.strip() for part in operand.text.partition("="))
                values[name] = text
            else:
                values[name] = operand.text
        self._uses += 1
        return [_replace(line, {**values, "@": str(self._uses)}) for line in macro.body]


def _replace(line: Line, values: dict[str, str]) -> Line:
    """`\\name` replaced by its value; `\\()` ends a name without adding anything."""
    text = re.sub(rf"\\(@|{NAME})", lambda m: _longest(m[1], values), line.text)
    return Line(text.replace("\\()", ""), line.file, line.number)


def _longest(name: str, values: dict[str, str]) -> str:
    """The value of the longest parameter that `name` starts with, and what follows it."""
    for end in range(len(name), 0, -1):
        if name[:end] in values:
            return values[name[:end]] + name[end:]
    return "\\" + name


BLOCKS = {".macro": (".macro", ".endm"), ".rept": (".rept .irp", ".endr"), ".irp": (".rept .irp", ".endr"),
          ".if": (".if", ".endif")}


def _block_end(lines: list[Line], start: int, opening: str, closing: str) -> int:
    """The index of the line that ends the block which starts at `start`."""
    depth = 0
    for at in range(start, len(lines)):
        words = lines[at].text.split(None, 1)
        head = words[0] if words else ""
        depth += (head in opening.split()) - (head == closing)
        if depth == 0:
            return at
    raise fail("E0651", f"`{lines[start].text.split()[0]}` is never closed", lines[start].span(),
               help=f"add `{closing}`")


def _else_of(body: list[Line]) -> int:
    """The index of the `.else` that belongs to an `.if`, or the end of its body."""
    depth = 0
    for at, line in enumerate(body):
        head = line.text.split(None, 1)[:1]
        depth += (head == [".if"]) - (head == [".endif"])
        if depth == 0 and head == [".else"]:
            return at
    return len(body)
