"""`rumpkc explain E0304`: the page of an error code, from codes/."""

from __future__ import annotations

from pathlib import Path

from rumpkc.diagnostics import fail

PAGES = Path(__file__).resolve().parent.parent / "codes"


def known_codes() -> list[str]:
    """Every code that has a page, in order."""
    return sorted(page.stem for page in PAGES.glob("[EW][0-9]*.md"))


def explain(code: str) -> str:
    """The page's text; E0718 with the nearest codes where there is none."""
    wanted = code.strip().upper()
    if wanted.lstrip("EW").isdigit():       # also `304` and `e304`
        wanted = f"{'W' if wanted[0] == 'W' else 'E'}{wanted.lstrip('EW'):0>4}"
    page = PAGES / f"{wanted}.md"
    if wanted in known_codes():
        return page.read_text(encoding="utf-8")
    near = sorted(known_codes(), key=lambda known: _distance(known, wanted))[:3]
    raise fail("E0718", f"there is no error code `{code}`", help=f"did you mean {' or '.join(f'`{c}`' for c in near)}?")


def _distance(known: str, wanted: str) -> tuple[int, int]:
    """How far a code is from what was typed: first differing characters, then the difference of the numbers."""
    digits = "".join(c for c in wanted if c.isdigit())
    wrong = sum(a != b for a, b in zip(known, wanted, strict=False)) + abs(len(known) - len(wanted))
    return wrong, abs(int(known[1:]) - int(digits or 0))
