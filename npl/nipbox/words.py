r"""A line becomes words.

    echo  two "three  four" 'fi"ve' si\ x       ["echo", "two", "three  four", "fi\"ve", "si x"]

Spaces and tabs separate; '…' keeps everything; "…" keeps everything but backslash before " and backslash; a backslash
outside of quotes keeps the next character. A `#` at the beginning of a word starts a comment. There is no expansion.
"""


class SyntaxProblem(Exception):
    """The line has no meaning; the message says why."""


def split(line: str) -> list[str]:
    """The words of a line. SyntaxProblem where a quote is left open or a backslash is the last character."""
    words: list[str] = []
    at = 0
    while True:
        while at < len(line) and is_space(line[at]):
            at += 1
        if at == len(line) or line[at] == "#":
            return words
        word, at = read_word(line, at)
        words.append(word)


def read_word(line: str, at: int) -> tuple[str, int]:
    """The word that begins at `at`, and where it ends."""
    parts: list[str] = []
    while at < len(line) and not is_space(line[at]):
        char = line[at]
        if char == "'" or char == '"':
            part, at = read_quoted(line, at)
            parts.append(part)
        elif char == "\\":
            if at + 1 == len(line):
                raise SyntaxProblem("nothing follows the backslash")
            parts.append(line[at + 1])
            at += 2
        else:
            parts.append(char)
            at += 1
    return "".join(parts), at


def read_quoted(line: str, at: int) -> tuple[str, int]:
    """What stands between the quote at `at` and its twin, and where the line goes on."""
    quote = line[at]
    parts: list[str] = []
    at += 1
    while at < len(line):
        char = line[at]
        if char == quote:
            return "".join(parts), at + 1
        if char == "\\" and quote == '"' and at + 1 < len(line) and (line[at + 1] == '"' or line[at + 1] == "\\"):
            at += 1
            char = line[at]
        parts.append(char)
        at += 1
    raise SyntaxProblem(f"the {quote} is not closed")


def is_space(char: str) -> bool:
    return char == " " or char == "\t"
