"""String literals: prefixes, joining, f-strings.  escapes.py decodes, fstrings.py reads what lies between braces."""

from __future__ import annotations

import re
from typing import Any

from rumpkc.syntax import tree
from rumpkc.syntax.actions.builder import Builder, action
from rumpkc.syntax.actions.escapes import decode_bytes, decode_text
from rumpkc.syntax.actions.fstrings import FString

_PREFIX = re.compile(r"([A-Za-z]*)(\"\"\"|'''|\"|')")


@action("strings")
def strings(build: Builder, v: list[Any], s: int, e: int) -> tree.Constant | tree.JoinedStr:
    """One literal, or adjacent ones joined."""
    text = build.tokens[s][1]
    if s == e and "\\" not in text and text[0] in "\"'":
        quote = 3 if text[:3] in ('"""', "'''") else 1
        return tree.Constant(build.span(s, e), text[quote:-quote], "str")
    return _join(build, v[0], s, e)


def _join(build: Builder, indices: list[int], s: int, e: int) -> tree.Constant | tree.JoinedStr:
    literals = [_PREFIX.match(build.tokens[index][1]).groups() for index in indices]  # type: ignore[union-attr]
    prefixes = [prefix.lower() for prefix, _ in literals]
    are_bytes = ["b" in prefix for prefix in prefixes]
    if any(are_bytes):
        if not all(are_bytes):
            odd = indices[1 + [kind != are_bytes[0] for kind in are_bytes[1:]].index(True)]
            raise build.error("E0111", "text and bytes literals cannot be joined", odd, odd,
                              help="give all of them the prefix b, or none")
        parts = [decode_bytes(build, index, len(prefix) + len(quote), len(quote), "r" in prefix.lower())
                 for index, (prefix, quote) in zip(indices, literals)]
        return tree.Constant(build.span(s, e), b"".join(parts), "bytes")
    if not any("f" in prefix for prefix in prefixes):
        texts = [decode_text(build, index, len(prefix) + len(quote), len(quote), "r" in prefix.lower())
                 for index, (prefix, quote) in zip(indices, literals)]
        return tree.Constant(build.span(s, e), "".join(texts), "str")
    joined = FString(build)
    for index, (prefix, quote) in zip(indices, literals):
        joined.add(index, len(prefix), len(quote), "r" in prefix.lower(), "f" in prefix.lower())
    return tree.JoinedStr(build.span(s, e), joined.finish())
