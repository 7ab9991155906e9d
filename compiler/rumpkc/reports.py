"""How diagnostics leave the compiler: as text for people, as JSON lines for editors, and to the cache and back.

    {"code": "E0304", "severity": "error", "message": "300 does not fit u8", "file": "apps/blink.py", "line": 12,
     "column": 17, "end_line": 12, "end_column": 20, "note": "u8 holds 0 to 255", "help": "…", "labels": [{…}]}

One object a line on stderr. Lines and columns count from 1, in code points; `end_column` is exclusive. A message
without a place has an empty `file` and zeros.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rumpkc.diagnostics import Diagnostic, Label, render
from rumpkc.source import Source, SourceMap, Span

AUTO, ALWAYS, NEVER = COLOURS = ("auto", "always", "never")


@dataclass(slots=True)
class Form:
    """What the command line asks for; set before anything can fail."""

    as_json: bool = False
    colour: str = AUTO


FORM = Form()


def choose_form(arguments: Iterable[str]) -> None:
    """Read `--json` and `--color` before the rest of the command line, whose errors they shape already."""
    words = list(arguments)
    words = words[:words.index("--")] if "--" in words else words
    FORM.as_json = "--json" in words
    FORM.colour = AUTO
    for word, following in zip(words, [*words[1:], ""], strict=False):
        asked = following if word == "--color" else word.removeprefix("--color=") if word.startswith("--color=") else ""
        FORM.colour = asked if asked in COLOURS else FORM.colour


def show(diagnostics: Iterable[Diagnostic], sources: SourceMap) -> None:
    """Write messages to stderr."""
    for diagnostic in diagnostics:
        text = json.dumps(as_data(diagnostic), ensure_ascii=False) if FORM.as_json else \
            render(diagnostic, sources, colourful())
        print(text, file=sys.stderr)


def colourful() -> bool:
    """Whether stderr gets colours: by `--color`, else on a terminal that NO_COLOR does not speak against."""
    return FORM.colour == ALWAYS or FORM.colour == AUTO and sys.stderr.isatty() and not os.environ.get("NO_COLOR")


def _place(span: Span) -> dict[str, Any]:
    column, end = (span.col + 1, span.end_col + 1) if span.line else (0, 0)
    return {"file": span.file, "line": span.line, "column": column, "end_line": span.end_line, "end_column": end}


def as_data(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic as editors get it."""
    d = diagnostic
    return {"code": d.code, "severity": "error" if d.is_error else "warning", "message": d.message, **_place(d.span),
            "note": d.note, "help": d.help,
            "labels": [{**_place(label.span), "text": label.text} for label in d.labels]}


def stored(diagnostics: Iterable[Diagnostic]) -> list[Any]:
    """Diagnostics as the cache keeps them."""
    return [[d.code, d.message, d.span, d.note, [[label.span, label.text] for label in d.labels], d.help, d.fatal]
            for d in diagnostics]


def restored(data: list[Any]) -> list[Diagnostic]:
    """What `stored` wrote; TypeError or ValueError for anything else."""
    return [Diagnostic(str(code), str(message), Span(*span), str(note),
                       tuple(Label(Span(*s), str(t)) for s, t in labels), str(help_), bool(fatal))
            for code, message, span, note, labels, help_, fatal in data]


def read_quoted(diagnostics: Iterable[Diagnostic], files: Iterable[Path], sources: SourceMap) -> None:
    """Read the files that `diagnostics` quote, where no pass has read them; `files` are all that the build knows."""
    from rumpkc.syntax.encoding import decode_source

    wanted = {span.file for d in diagnostics for span in (d.span, *(label.span for label in d.labels))}
    for path in files:
        shown = next((name for name in wanted if name and path.as_posix().endswith(f"/{name.lstrip('/')}")), None)
        if shown is not None and sources.get(shown) is None:
            source = decode_source(shown, path.read_bytes())
            sources.add(Source(shown, source.text))
