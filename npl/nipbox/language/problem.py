"""What is wrong with a line, and where: shown as the line with a caret under the place."""

from typing import Final

from lib.width import cut, cut_front
from npl.nipbox.line.glyphs import Glyphs

NEW_LINE: Final = b"\n"
SHOWN: Final = 70                       # columns of a line at most, so that it fits beside what stands in front


class Problem(Exception):
    """The text has no meaning. `at` is the place, in bytes of its UTF-8."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


class Unfinished(Problem):
    """The text may have a meaning if more lines follow: a block without its `end`, a `|` with nothing behind it."""


class Interrupted(Exception):
    """Ctrl-C: what is left of the line does not run."""


class Failure(Exception):
    """A command cannot be run as it is written: no file matches, a file cannot be opened. The message says why."""


def explain(text: bytes, problem: Problem, name: str = "") -> str:
    """Message, line and caret; `name` is the script's.

        nipbox: the ' is not closed
          echo 'a
               ^
    """
    at = min(problem.at, len(text))
    start = text.rfind(b"\n", 0, at) + 1
    end = text.find(b"\n", at)
    glyphs = Glyphs()
    before = glyphs.shown(text[start:at].decode("utf-8", "replace"))
    behind = glyphs.shown(text[at:len(text) if end < 0 else end].decode("utf-8", "replace"))
    where = "" if name == "" else f"{name}:{text.count(NEW_LINE, 0, start) + 1}: "
    if glyphs.columns(before) > SHOWN // 2:
        before = "…" + cut_front(before, SHOWN // 2 - 1, glyphs)
    line = cut(before + behind, SHOWN, glyphs)
    return f"nipbox: {where}{problem.message}\n  {line}\n  {' ' * glyphs.columns(before)}^"
