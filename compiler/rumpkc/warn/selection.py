"""Which warnings are shown, and which of them are errors.

    [warnings] default = "on"  off = ["shadowed-builtin"]  error = ["W0204"]        toolchain.toml, for the project
    -W error  -W off  -W no-unused-variable  -W error=unreachable                    the command line, which comes last

A warning is chosen by its code or by its name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rumpkc.diagnostics import Diagnostic, did_you_mean, fail

NAMES = {
    "W0101": "unknown-escape",
    "W0201": "unused-import",
    "W0202": "unused-variable",
    "W0203": "shadowed-builtin",
    "W0204": "unreachable",
    "W0301": "always-true",
}
CODES = {name: code for code, name in NAMES.items()}
ON, OFF, ERROR = LEVELS = ("on", "off", "error")


@dataclass(frozen=True, slots=True)
class Selection:
    """The level of every warning: `on`, `off` or `error`."""

    default: str = ON
    levels: tuple[tuple[str, str], ...] = ()        # code, level; the last one counts

    def level(self, code: str) -> str:
        return next((level for known, level in reversed(self.levels) if known == code), self.default)

    def apply(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """`found` without the warnings that are off; those that are errors marked as such. Errors pass as they are."""
        return [replace(d, fatal=self.level(d.code) == ERROR) if d.code in NAMES else d
                for d in found if d.code not in NAMES or self.level(d.code) != OFF]


def code_of(word: str) -> str | None:
    """The code of a warning that is called by its name or code."""
    return word if word in NAMES else CODES.get(word)


def with_arguments(selection: Selection, words: Iterable[str]) -> Selection:
    """`selection` changed by the arguments of `-W`, in their order; E0717 for one that names no warning."""
    for word in words:
        level, _, name = word.rpartition("=")
        if word in LEVELS:
            selection = Selection(word, tuple((c, lv) for c, lv in selection.levels if lv == OFF and word == ERROR))
            continue
        if not level:
            level, name = (OFF, word.removeprefix("no-")) if word.startswith("no-") else (ON, word)
        code = code_of(name)
        if code is None or level not in LEVELS:
            wanted, known = (name, [*CODES, *NAMES]) if level in LEVELS else (level, LEVELS)
            raise fail("E0717", f"`-W {word}`: there is no {'warning' if level in LEVELS else 'level'} `{wanted}`",
                       help=did_you_mean(wanted, known) or f"the warnings are {', '.join(CODES)}; "
                                                           f"`-W error=NAME`, `-W no-NAME`, `-W error`, `-W off`")
        selection = replace(selection, levels=(*selection.levels, (code, level)))
    return selection
