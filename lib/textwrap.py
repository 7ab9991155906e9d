"""`textwrap`: wrap, fill, shorten, dedent, indent, TextWrapper.

Text becomes chunks (words, parts of hyphenated words, dashes, white space), and lines are filled with chunks. White
space is ASCII's only, so a no-break space is part of its word.
"""

from typing import Callable

WHITE = "\t\n\v\f\r "


# Chunks

def _is_word(c: str) -> bool:
    return c.isalnum() or c == "_"


def _is_letter(text: str, at: int) -> bool:
    """Whether the character at `at` is there, and part of a word but no digit."""
    return 0 <= at < len(text) and _is_word(text[at]) and not text[at].isdecimal()


def _before_dash(text: str, at: int) -> bool:
    """Whether a dash at `at` follows a word or punctuation."""
    return at > 0 and (_is_word(text[at - 1]) or text[at - 1] in "!\"'&.,?")


def _dashes(text: str, at: int) -> int:
    """The length of the dash at `at`: two hyphens or more, with a word behind; else 0."""
    end = at
    while end < len(text) and text[end] == "-":
        end += 1
    return end - at if end - at >= 2 and end < len(text) and _is_word(text[end]) else 0


def _hyphen(text: str, at: int) -> bool:
    """Whether a word may be broken behind a hyphen at `at`: two letters on each side, or letters and hyphens mixed."""
    if at >= len(text) or text[at] != "-" or not _is_letter(text, at - 1) or not _is_letter(text, at + 1):
        return False
    left = _is_letter(text, at - 2) or (at >= 3 and text[at - 2] == "-" and _is_letter(text, at - 3))
    right = at + 2
    if right < len(text) and text[right] == "-":
        right += 1
    return left and _is_letter(text, right)


def _chunk_end(text: str, start: int) -> int:
    """Where the chunk that begins at `start` ends."""
    if _before_dash(text, start):
        length = _dashes(text, start)
        if length > 0:
            return start + length
    at = start + 1
    while at < len(text) and text[at] not in WHITE:
        if _hyphen(text, at):
            return at + 1
        if _before_dash(text, at) and _dashes(text, at) > 0:
            return at
        at += 1
    return at


def _chunks(text: str, hyphens: bool) -> list[str]:
    out: list[str] = []
    at = 0
    while at < len(text):
        end = at + 1
        white = text[at] in WHITE
        if white or not hyphens:
            while end < len(text) and (text[end] in WHITE) == white:
                end += 1
        else:
            end = _chunk_end(text, at)
        out.append(text[at:end])
        at = end
    return out


def _ends_sentence(chunk: str) -> bool:
    """A small letter, a full stop or its like, perhaps a quote."""
    end = len(chunk)
    if end > 0 and chunk[end - 1] in "\"'":
        end -= 1
    return end >= 2 and chunk[end - 1] in ".!?" and "a" <= chunk[end - 2] <= "z"


# Lines

class TextWrapper:
    """The settings of `wrap` and `fill`, to use them more than once."""

    def __init__(
        self,
        width: int = 70,
        initial_indent: str = "",
        subsequent_indent: str = "",
        expand_tabs: bool = True,
        replace_whitespace: bool = True,
        fix_sentence_endings: bool = False,
        break_long_words: bool = True,
        drop_whitespace: bool = True,
        break_on_hyphens: bool = True,
        tabsize: int = 8,
        *,
        max_lines: int | None = None,
        placeholder: str = " [...]",
    ) -> None:
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines: int | None = max_lines
        self.placeholder = placeholder

    def wrap(self, text: str) -> list[str]:
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = "".join([" " if c in WHITE else c for c in text])
        chunks = _chunks(text, self.break_on_hyphens)
        if self.fix_sentence_endings:
            for at in range(len(chunks) - 1):
                if chunks[at + 1] == " " and _ends_sentence(chunks[at]):
                    chunks[at + 1] = "  "
        self._check()
        return self._lines(chunks)

    def fill(self, text: str) -> str:
        return "\n".join(self.wrap(text))

    def _check(self) -> None:
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        limit = self.max_lines
        if limit is not None:
            margin = self.subsequent_indent if limit > 1 else self.initial_indent
            if len(margin) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")

    def _lines(self, chunks: list[str]) -> list[str]:
        lines: list[str] = []
        chunks.reverse()                    # the next one is the last
        while chunks:
            margin = self.subsequent_indent if lines else self.initial_indent
            line = self._line(chunks, self.width - len(margin), not lines)
            if not line:
                continue
            room = self.width - len(margin)
            if self._fits(chunks, len(lines), sum([len(c) for c in line]) <= room):
                lines.append(margin + "".join(line))
            else:
                self._cut(lines, line, margin, room)
                break
        return lines

    def _line(self, chunks: list[str], room: int, first: bool) -> list[str]:
        """Take the chunks of one line from the end of `chunks`."""
        line: list[str] = []
        used = 0
        if self.drop_whitespace and not first and not chunks[-1].strip():
            chunks.pop()
        while chunks and used + len(chunks[-1]) <= room:
            used += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > room:
            self._long_word(chunks, line, room - used if room >= 1 else 1)
        if self.drop_whitespace and line and not line[-1].strip():
            line.pop()
        return line

    def _long_word(self, chunks: list[str], line: list[str], room: int) -> None:
        """The next chunk fits no line: break it, or let it have a line of its own."""
        word = chunks[-1]
        if self.break_long_words:
            end = room
            if self.break_on_hyphens and len(word) > room:
                hyphen = word.rfind("-", 0, room)
                if hyphen > 0 and word[:hyphen].strip("-"):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif not line:
            line.append(chunks.pop())

    def _fits(self, chunks: list[str], count: int, narrow: bool) -> bool:
        """Whether another line may follow the `count` that there are, as it is."""
        limit = self.max_lines
        if limit is None or count + 1 < limit:
            return True
        last = not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
        return last and narrow

    def _cut(self, lines: list[str], line: list[str], margin: str, room: int) -> None:
        """The last line that is allowed, with the placeholder for what is left out."""
        while line:
            if line[-1].strip() and sum([len(c) for c in line]) + len(self.placeholder) <= room:
                lines.append(margin + "".join(line) + self.placeholder)
                return
            line.pop()
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(margin + self.placeholder.lstrip())


def wrap(
    text: str,
    width: int = 70,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    expand_tabs: bool = True,
    replace_whitespace: bool = True,
    fix_sentence_endings: bool = False,
    break_long_words: bool = True,
    drop_whitespace: bool = True,
    break_on_hyphens: bool = True,
    tabsize: int = 8,
    max_lines: int | None = None,
    placeholder: str = " [...]",
) -> list[str]:
    wrapper = TextWrapper(
        width, initial_indent, subsequent_indent, expand_tabs, replace_whitespace, fix_sentence_endings,
        break_long_words, drop_whitespace, break_on_hyphens, tabsize, max_lines=max_lines, placeholder=placeholder,
    )
    return wrapper.wrap(text)


def fill(
    text: str,
    width: int = 70,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    expand_tabs: bool = True,
    replace_whitespace: bool = True,
    fix_sentence_endings: bool = False,
    break_long_words: bool = True,
    drop_whitespace: bool = True,
    break_on_hyphens: bool = True,
    tabsize: int = 8,
    max_lines: int | None = None,
    placeholder: str = " [...]",
) -> str:
    wrapper = TextWrapper(
        width, initial_indent, subsequent_indent, expand_tabs, replace_whitespace, fix_sentence_endings,
        break_long_words, drop_whitespace, break_on_hyphens, tabsize, max_lines=max_lines, placeholder=placeholder,
    )
    return wrapper.fill(text)


def shorten(
    text: str,
    width: int,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    fix_sentence_endings: bool = False,
    break_long_words: bool = True,
    break_on_hyphens: bool = True,
    placeholder: str = " [...]",
) -> str:
    wrapper = TextWrapper(
        width, initial_indent, subsequent_indent, fix_sentence_endings=fix_sentence_endings,
        break_long_words=break_long_words, break_on_hyphens=break_on_hyphens, max_lines=1, placeholder=placeholder,
    )
    return wrapper.fill(" ".join(text.strip().split()))


# Margins

def _margin(line: str) -> str:
    return line[:len(line) - len(line.lstrip(" \t"))]


def dedent(text: str) -> str:
    """Without the white space that all lines begin with; lines of nothing else become empty."""
    lines = text.split("\n")
    common = ""
    known = False
    for at, line in enumerate(lines):
        if not line.strip(" \t"):
            lines[at] = ""
            continue
        margin = _margin(line)
        if not known:
            common, known = margin, True
        while not margin.startswith(common):
            common = common[:-1]
    return "\n".join([line[len(common):] for line in lines])


def indent(text: str, prefix: str, predicate: Callable[[str], bool] | None = None) -> str:
    """`prefix` before each line that `predicate` chooses; before those with more than white space by default."""
    out: list[str] = []
    for line in text.splitlines(True):
        if (predicate(line) if predicate is not None else bool(line.strip())):
            out.append(prefix)
        out.append(line)
    return "".join(out)
