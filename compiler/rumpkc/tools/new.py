"""`rumpkc new NAME`: a project from a template, with a test, settings for VS Code, and a launch for gdb."""

from __future__ import annotations

import re
from pathlib import Path

from rumpkc.diagnostics import did_you_mean, fail

TEMPLATES = Path(__file__).resolve().parent / "templates"
COMMON = "common"                           # the template that every project gets as well
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def templates() -> list[str]:
    """The names of the templates."""
    return sorted(folder.name for folder in TEMPLATES.iterdir() if folder.is_dir() and folder.name != COMMON)


def make_project(folder: Path, template: str) -> int:
    """Write the project's files; E0703 where the folder has something in it, E0717 for a name or template of no use."""
    if template not in templates():
        raise fail("E0717", f"rumpkc new: there is no template `{template}`",
                   help=did_you_mean(template, templates()) or f"the templates are {', '.join(templates())}")
    if not NAME.fullmatch(folder.name):
        raise fail("E0717", f"rumpkc new: `{folder.name}` is no name for a project",
                   help="letters, digits, `-` and `_`, beginning with a letter")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise fail("E0703", f"cannot make the project: {folder} is already there", help="choose another name")
    for source in (TEMPLATES / COMMON, TEMPLATES / template):
        for path in sorted(source.rglob("*.in")):
            parts = path.relative_to(source).with_suffix("").parts
            made = folder.joinpath(*(part.removeprefix("dot") if part.startswith("dot.") else part for part in parts))
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_text(path.read_text(encoding="utf-8").replace("@NAME@", folder.name), encoding="utf-8")
    print(f"cd {folder} && rumpkc run            # or: rumpkc test")
    return 0
