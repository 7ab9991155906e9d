"""Transcripts of the serial line: prompt, input, output, typed over the line of a machine and compared.

    # exit: 3
    [rumpk] … the boot log
    root@nexus:# echo hi
    hi
    #> exx\x7fit 3\r
    root@nexus:# exit 3

A line that begins with the prompt is typed as it stands, with Return; the line `#> KEYS` in front of one says which
keys to press instead (Python's escapes). `#+ KEYS` behind it are pressed while the line runs; `#<` in front of a line says that it was
typed ahead, by such keys. What the terminal shows is compared, not the bytes: backspaces have been
carried out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from screen import Screen

PROMPT = "root@nexus:# "
KEYS = "#> "
MEANWHILE = "#+ "
AHEAD = "#<"


@dataclass
class Session:
    """One transcript: its header, what is typed at each prompt, and the expected screen."""

    exit_code: int = 0
    header: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)           # as written behind `#> `, "" for the plain line, AHEAD
    inputs: list[bytes] = field(default_factory=list)
    meanwhile: list[str] = field(default_factory=list)      # as written behind `#+ `, or ""
    screen: list[str] = field(default_factory=list)


def read_session(path: Path) -> Session:
    """A transcript file."""
    session = Session()
    keys = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# ") and not session.screen:
            session.header.append(line)
            if match := re.match(r"# exit: (\d+)", line):
                session.exit_code = int(match[1])
        elif line.startswith(KEYS):
            keys = line.removeprefix(KEYS)
        elif line == AHEAD:
            keys = AHEAD
        elif line.startswith(MEANWHILE):
            session.meanwhile[-1] = line.removeprefix(MEANWHILE)
        else:
            session.screen.append(line)
            if line.startswith(PROMPT) or line == PROMPT.rstrip():
                session.keys.append(keys)
                session.inputs.append(b"" if keys == AHEAD else pressed(keys) if keys else line[len(PROMPT):].encode() + b"\r")
                session.meanwhile.append("")
                keys = ""
    return session


def pressed(keys: str) -> bytes:
    """The bytes of keys as they are written; `\\udcff` is the byte ff, as Python has it."""
    return keys.encode().decode("unicode_escape").encode(errors="surrogateescape")


def write_session(session: Session, screen: list[str]) -> str:
    """The file's text for what the screen showed."""
    out = list(session.header)
    prompts = iter(zip(session.keys, session.meanwhile))
    for line in screen:
        is_prompt = line.startswith(PROMPT) or line == PROMPT.rstrip()
        keys, meanwhile = next(prompts, ("", "")) if is_prompt else ("", "")
        out += [AHEAD] if keys == AHEAD else [f"{KEYS}{keys}"] if keys else []
        out.append(line)
        out += [f"{MEANWHILE}{meanwhile}"] if meanwhile else []
    return "\n".join(out) + "\n"


def show(data: bytes) -> list[str]:
    """The lines that a terminal of endless width shows for `data`."""
    screen = Screen(columns=1 << 30)
    screen.write(data, errors="replace")
    lines = screen.text()
    return lines if lines[-1] else lines[:-1]
