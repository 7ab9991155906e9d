"""Patterns for file names.

    *        any characters of one name         [a-z]  [!a-z]    one character of a set, or none of it
    ?        one character                      **           as a whole name: any folders, none as well
    /        at the end: folders only           [^a-z]       the same as [!a-z]
    \\c       the character c

A name that begins with a dot is only matched by a pattern that does, too.
"""

from collections.abc import Callable
from typing import Final

MOST: Final = 10_000                    # names that a pattern may become
NOT: Final = "!^"                       # behind the bracket of a set: all but these

Lister = Callable[[str], list[str]]     # the names in a folder, those of folders with a / behind; none where it is none


class Globber:
    """Finds the names for one pattern."""

    def __init__(self, listing: Lister) -> None:
        self._listing = listing
        self._behind = ""               # what stands behind the last name
        self._found: list[str] = []

    def find(self, pattern: str) -> list[str]:
        """The paths that the pattern stands for, sorted; none where there are none."""
        self._found = []
        self._behind = "/" if pattern.endswith("/") else ""
        self._below("/" if pattern.startswith("/") else "", split_names(pattern), 0)
        found = sorted(set(self._found))
        return found

    def _below(self, folder: str, names: list[str], place: int) -> None:
        """What matches the names from `place` on, in a folder ("" or with a / behind)."""
        if len(self._found) >= MOST:
            return
        name = names[place]
        last = place + 1 == len(names)
        if name == "**":
            self._anywhere(folder, names, place)
        elif not has_signs(name) and not last:
            self._below(folder + unescape(name) + "/", names, place + 1)
        else:
            for entry in self._listing(folder):
                entry_name = entry.removesuffix("/")
                if not matches(name, entry_name):
                    continue
                if last:
                    self._add(folder, entry)
                elif entry != entry_name:
                    self._below(folder + entry, names, place + 1)

    def _anywhere(self, folder: str, names: list[str], place: int) -> None:
        """`**`: this folder, and all below it."""
        last = place + 1 == len(names)
        if not last:
            self._below(folder, names, place + 1)
        for entry in self._listing(folder):
            if entry.startswith("."):
                continue
            if last:
                self._add(folder, entry)
            if entry.endswith("/") and len(self._found) < MOST:
                self._anywhere(folder + entry, names, place)

    def _add(self, folder: str, entry: str) -> None:
        """A name that matches all of the pattern."""
        if entry.endswith(self._behind):
            self._found.append(folder + entry.removesuffix("/") + self._behind)


def split_names(pattern: str) -> list[str]:
    """The pattern's parts between slashes; one in front, and several together, count as one."""
    return [name for name in pattern.split("/") if name != ""] if pattern.strip("/") != "" else [""]


def has_signs(name: str) -> bool:
    """Whether a part of a pattern can match more than one name."""
    for sign in parts_of(name):
        if sign == "*" or sign == "?" or sign[0] == "[" and len(sign) > 1:
            return True
    return False


def unescape(name: str) -> str:
    """A part without signs as a name."""
    out: list[str] = []
    at = 0
    while at < len(name):
        if name[at] == "\\" and at + 1 < len(name):
            at += 1
        out.append(name[at])
        at += 1
    return "".join(out)


def escape(text: str) -> str:
    """A text as a pattern that only matches it."""
    out: list[str] = []
    for char in text:
        out.append("\\" + char if char in "*?[]\\" else char)
    return "".join(out)


def matches(pattern: str, name: str) -> bool:
    """Whether a name matches a part of a pattern. Only the last star is tried again: that takes no exponential time."""
    if name.startswith(".") and not pattern.startswith("."):
        return False
    signs = parts_of(pattern)
    p, n, star, mark = 0, 0, -1, 0
    while n < len(name):
        if p < len(signs) and signs[p] == "*":
            star, mark = p, n
            p += 1
        elif p < len(signs) and one_matches(signs[p], name[n]):
            p += 1
            n += 1
        elif star >= 0:
            mark += 1
            p, n = star + 1, mark
        else:
            return False
    while p < len(signs) and signs[p] == "*":
        p += 1
    return p == len(signs)


def parts_of(pattern: str) -> list[str]:
    """A pattern's signs: `*`, `?`, a set from its bracket to its end, a backslash and a character."""
    out: list[str] = []
    at = 0
    while at < len(pattern):
        end = at + 1
        if pattern[at] == "[":
            end = set_end(pattern, at)
        elif pattern[at] == "\\" and end < len(pattern):
            end += 1
        out.append(pattern[at:end])
        at = end
    return out


def set_end(pattern: str, at: int) -> int:
    """Behind the set that begins at `at`; a bracket without its end means itself. A first `]` is in the set."""
    end = at + 1
    if end < len(pattern) and pattern[end] in NOT:
        end += 1
    end += 1
    while end < len(pattern) and pattern[end] != "]":
        end += 1
    return end + 1 if end < len(pattern) else at + 1


def one_matches(sign: str, char: str) -> bool:
    """Whether one character matches a sign that is no star."""
    if sign == "?":
        return True
    if sign[0] == "\\" and len(sign) == 2:
        return char == sign[1]
    if sign[0] != "[" or len(sign) == 1:
        return char == sign
    negated = sign[1] in NOT
    at, end = 2 if negated else 1, len(sign) - 1
    found = False
    while at < end:
        if sign[at] == "\\" and at + 1 < end:
            at += 1
        if at + 2 < end and sign[at + 1] == "-":
            found = found or sign[at] <= char <= sign[at + 2]
            at += 3
        else:
            found = found or char == sign[at]
            at += 1
    return found != negated
