"""What the compiler tells its user: one `Diagnostic` type, one renderer.

    error[E0304]: 300 does not fit u8
      --> apps/blink.py:12:16
       |
    12 |     level: u8 = 300
       |                 ^^^ u8 holds 0 to 255
       = help: write `w8(300)` for the low eight bits, or use u16
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rumpkc.source import NOWHERE, SourceMap, Span, printable

MAX_QUOTED = 240                        # characters of a source line in a message
SHOWN_DIGITS = 40                       # of an integer in a message


@dataclass(frozen=True, slots=True)
class Label:
    """A further place that explains a diagnostic, such as "declared here"."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message. `code` is `E` or `W` and four digits; `message` uses the developer's own words."""

    code: str
    message: str
    span: Span = NOWHERE
    note: str = ""
    labels: tuple[Label, ...] = ()
    help: str = ""
    fatal: bool = False                 # a warning that the user has made an error

    @property
    def is_error(self) -> bool:
        return self.fatal or not self.code.startswith("W")


class CompileError(Exception):
    """Stops the current phase; carries the diagnostics to show."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(d.message for d in diagnostics))
        self.diagnostics = diagnostics

    @property
    def code(self) -> str:
        """That of the first error; "" where what was wrong has been said before."""
        return self.diagnostics[0].code if self.diagnostics else ""


def fail(code: str, message: str, span: Span = NOWHERE, note: str = "", help: str = "",  # noqa: A002
         labels: tuple[Label, ...] = ()) -> CompileError:
    """Build the exception for one error; callers write `raise fail(...)`."""
    return CompileError(Diagnostic(code, message, span, note, labels, help))


@dataclass(slots=True)
class Diagnostics:
    """Collects the messages of a run, so that all errors are shown, in source order."""

    items: list[Diagnostic] = field(default_factory=list)

    def add(self, *diagnostics: Diagnostic) -> None:
        """Add messages; an exact repetition (the same generic body checked twice) is dropped."""
        for diagnostic in diagnostics:
            if diagnostic not in self.items:
                self.items.append(diagnostic)

    def has_errors(self) -> bool:
        return any(d.is_error for d in self.items)

    def in_order(self) -> list[Diagnostic]:
        """The messages by file (in order of first appearance), line and column."""
        files: dict[str, int] = {}
        for item in self.items:
            files.setdefault(item.span.file, len(files))
        return sorted(self.items, key=lambda d: (files[d.span.file], d.span.line, d.span.col))


BOLD, RED, YELLOW, BLUE, CYAN, RESET = "\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[36m", "\x1b[0m"


def _window(line: str, col: int, end: int) -> tuple[str, int, int]:
    """The part of a very long line around the marked columns, and where they are in it."""
    if len(line) <= MAX_QUOTED:
        return line, col, end
    first = max(0, min(col, len(line)) - MAX_QUOTED // 3)
    last = min(len(line), first + MAX_QUOTED)
    before, behind = "…" if first else "", "…" if last < len(line) else ""
    shift = first - len(before)
    return f"{before}{line[first:last]}{behind}", col - shift, min(end, last) - shift


def _quote(sources: SourceMap, span: Span, text: str, mark: str, width: int, paint: str, gutter: str,
           reset: str) -> list[str]:
    """The quoted line under `span` with its marks (`^` or `-`) and `text` behind them."""
    source = sources.get(span.file)
    if source is None or span.line == 0:
        return []
    line = printable(source.line(span.line))
    end = span.end_col if span.end_line == span.line else len(line)
    line, col, end = _window(line, span.col, end)
    lead = "".join("\t" if c == "\t" else " " for c in line[:col])
    marks = mark * max(1, end - col)
    tail = f" {text}" if text else ""
    return [f"{gutter}{span.line:>{width}} |{reset} {line}",
            f"{gutter}{'':>{width}} |{reset} {lead}{paint}{marks}{tail}{reset}"]


def _shown(text: str) -> str:
    """A message for a terminal: what it quotes of a program or a file's name cannot command it."""
    return "\n".join(map(printable, text.split("\n")))


def render(diagnostic: Diagnostic, sources: SourceMap, colour: bool = False) -> str:
    """The text of one diagnostic, without a final newline."""
    bold, reset = (BOLD, RESET) if colour else ("", "")
    kind, paint = ("error", RED) if diagnostic.is_error else ("warning", YELLOW)
    paint, blue, cyan = (paint, BLUE, CYAN) if colour else ("", "", "")
    out = [f"{paint}{kind}[{diagnostic.code}]{reset}{bold}: {_shown(diagnostic.message)}{reset}"]
    span = diagnostic.span
    width = max([len(str(s.line)) for s in (span, *(label.span for label in diagnostic.labels))])
    if span.file:
        where = printable(f"{span.file}:{span.line}:{span.col + 1}" if span.line else span.file)
        out.append(f"{blue}{'':>{width}}-->{reset} {where}")
        quoted = _quote(sources, span, diagnostic.note, "^", width, paint, blue, reset)
        if quoted:
            out += [f"{blue}{'':>{width}} |{reset}", *quoted]
        elif diagnostic.note:
            out.append(f"{blue}{'':>{width}} ={reset} note: {diagnostic.note}")
    for label in diagnostic.labels:
        if label.span.file != span.file:
            where = printable(f"{label.span.file}:{label.span.line}:{label.span.col + 1}")
            out.append(f"{blue}{'':>{width}}:::{reset} {where}")
        out += _quote(sources, label.span, label.text, "-", width, blue, blue, reset)
    if diagnostic.help:
        out.append(f"{blue}{'':>{width}} ={reset} {cyan}help{reset}: {_shown(diagnostic.help)}")
    return "\n".join(out)


def counted(number: int, noun: str) -> str:
    """`1 item`, `2 items`: how messages count."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def shown_integer(value: int) -> str:
    """An integer in a message: what nobody would read to the end is shortened (and CPython writes no longer ones)."""
    return str(value) if abs(value) < 10 ** SHOWN_DIGITS else f"{hex(value)[:SHOWN_DIGITS]}…"


def did_you_mean(name: str, candidates: Iterable[str]) -> str:
    """A help text with the nearest candidate, or ""."""
    import difflib
    public = [c for c in candidates if c != name and (name.startswith("_") or not c.startswith("_"))]
    near = difflib.get_close_matches(name, public, 1, 0.6)
    return f"did you mean `{near[0]}`?" if near else ""
