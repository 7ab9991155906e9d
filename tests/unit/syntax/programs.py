"""The programs in good_programs.txt and bad_programs.txt: paragraphs between lines of `----`."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def programs(name: str) -> list[str]:
    """The programs of one file; <TAB> and <FF> stand for the characters."""
    text = (Path(__file__).with_name(name)).read_text("utf-8")
    return [part.strip("\n").replace("<TAB>", "\t").replace("<FF>", "\f") for part in text.split("----\n")]
