"""grep pattern [file …]: the lines in which a regular expression matches (regex.py)."""

import os
from typing import Final

from npl.nipbox.command import ANY, RPATH, STDIO, Arguments, Command, UsageError
from npl.nipbox.files import Input, absolute, each_input
from npl.nipbox.io import Io
from npl.nipbox.regex import BASIC_SIGNS, SIGNS, BadExpression, Regex, in_word

COMMAND: Final = Command("grep", pledge=STDIO | RPATH, usage="[-EFivwxonclqrhH] PATTERN [FILE ...]",
                         summary="print the lines that match a pattern",
                         options="-i --ignore-case: capitals or not\n"
                                 "-v --invert-match: those that have not\n"
                                 "-w --word-regexp: only as a whole word\n"
                                 "-x --line-regexp: only as a whole line\n"
                                 "-o --only-matching: what matches, each on a line\n"
                                 "-n --line-number: with the number of the line\n"
                                 "-c --count: how many lines\n"
                                 "-l --files-with-matches: only the names of files\n"
                                 "-q --quiet: only the status\n"
                                 "-rR --recursive: all files in folders\n"
                                 "-h --no-filename: no names of files\n"
                                 "-H --with-filename: names of files, of one, too\n"
                                 "-m --max-count COUNT: no more lines of each file\n"
                                 "-A --after-context COUNT: and as many lines behind\n"
                                 "-B --before-context COUNT: and as many in front\n"
                                 "-C --context COUNT: both\n"
                                 "-e --regexp PATTERN: one of several, or one that begins with a minus\n"
                                 "-E --extended-regexp: + ? | ( ) { } need no backslash\n"
                                 "-F --fixed-strings: the pattern means itself",
                         memory=1 << 23)


def run(arguments: Arguments, io: Io) -> int:
    words = arguments.words
    if not arguments.has("-e") and len(words) == 0:
        raise UsageError("a pattern is missing")
    texts = arguments.values("-e") if arguments.has("-e") else [words.pop(0)]
    lines = [line for text in texts for line in text.split("\n")]
    many = len(words) > 1
    if arguments.has("-r"):
        words = [path for word in (words if len(words) > 0 else ["."]) for path in files_below(io, word)]
        many = True
    try:
        patterns = [Pattern(line, arguments) for line in lines]
    except BadExpression as error:
        io.error(str(error))
        return 2
    search = Search(arguments, patterns, io, (many or arguments.has("-H")) and not arguments.has("-h"))
    good = True if arguments.has("-r") and len(words) == 0 else each_input(io, words, search.file)
    return 2 if not good else 0 if search.found else 1


def files_below(io: Io, name: str) -> list[str]:
    """The files in a folder and below it, as they are called from here; what is no folder is itself."""
    path = absolute(io, name)
    if not os.path.isdir(path):
        return [name]
    found: list[str] = []
    for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
        inner = entry.name if name == "." else os.path.join(name, entry.name)
        if entry.is_dir():
            found += files_below(io, inner)
        elif entry.is_file():
            found.append(inner)
    return found


class Pattern:
    """What is looked for: a text where no sign in it means something else, which is found faster, or an expression."""

    def __init__(self, text: str, arguments: Arguments) -> None:
        self._fold: bool = arguments.has("-i")
        self._word: bool = arguments.has("-w")
        self._line: bool = arguments.has("-x")
        self._text: str = text.lower() if self._fold else text
        self._regex: Regex | None = None
        if not arguments.has("-F") and not is_plain(text, arguments.has("-E")):
            self._regex = Regex(text, arguments.has("-E"), self._fold, self._word, self._line)

    def is_in(self, line: str) -> bool:
        """Whether it matches a part of the line."""
        return self._regex.is_in(line) if self._regex is not None else self._start(self.folded(line), 0) >= 0

    def folded(self, line: str) -> str:
        return line.lower() if self._fold else line

    def end(self, line: str, folded: str, at: int) -> int:
        """Where what begins at `at` ends; -1: nothing begins there."""
        if self._regex is not None:
            return self._regex.end(line, at)
        return at + len(self._text) if self._start(folded[:at + len(self._text) + 1], at) == at else -1

    def _start(self, line: str, at: int) -> int:
        if self._line:
            return 0 if line == self._text and at == 0 else -1
        at = line.find(self._text, at)
        while self._word and at >= 0 and self._text != "":
            end = at + len(self._text)
            if not in_word(line[at - 1:at]) and not in_word(line[end:end + 1]):
                break
            at = line.find(self._text, at + 1)
        return at


class Search:
    """Where the pattern is looked for, and what is said where it is found."""

    def __init__(self, arguments: Arguments, patterns: list[Pattern], io: Io, named: bool) -> None:
        self._io = io
        self._named = named
        self._patterns: list[Pattern] = patterns
        self._wanted: bool = not arguments.has("-v")
        self._parts: bool = arguments.has("-o")
        self._numbers: bool = arguments.has("-n")
        self._counts: bool = arguments.has("-c")
        self._silent: bool = arguments.has("-q") or arguments.has("-l")
        self._names: bool = arguments.has("-l") and not arguments.has("-q")
        self._most: int = arguments.number("-m", ANY)
        context = arguments.number("-C", 0)
        self._before: int = arguments.number("-B", context)
        self._after: int = arguments.number("-A", context)
        self._said: bool = False        # whether a group of lines stands in front of the next one
        self.found: bool = False

    def file(self, file: Input) -> None:
        """One input, line by line."""
        if self._most == 0:
            return
        number, count, owed, last = 0, 0, 0, 0
        kept: list[str] = []            # the lines in front, where they are asked for
        for line in file.lines():
            number += 1
            if count == self._most or self._is_in(line) != self._wanted:
                if owed > 0:
                    owed -= 1
                    last = number
                    self._show(file, number, "-", line)
                elif count == self._most:
                    break
                elif self._before > 0:
                    kept = [*kept[-self._before + 1:], line] if self._before > 1 else [line]
                continue
            self.found = True
            count += 1
            if self._silent:
                break
            if not self._counts:
                kept = kept[max(0, len(kept) - (number - 1 - last)):]
                apart = last == 0 or number - len(kept) > last + 1
                if self._said and apart and self._before + self._after > 0:
                    self._io.print("--")
                for i, text in enumerate(kept):
                    self._show(file, number - len(kept) + i, "-", text)
                self._show(file, number, ":", line)
                kept.clear()
                self._said, last, owed = True, number, self._after
        if self._names and count > 0:
            self._io.print(file.name or "-")
        elif self._counts and not self._silent:
            self._io.print(f"{file.name or '-'}:{count}" if self._named else str(count))

    def _is_in(self, line: str) -> bool:
        """Whether one of the patterns matches."""
        for pattern in self._patterns:
            if pattern.is_in(line):
                return True
        return False

    def _parts_of(self, line: str) -> list[str]:
        """What matches, the longest from each place on; nothing that is empty."""
        found: list[str] = []
        at, folded = 0, self._patterns[0].folded(line)
        while at < len(line):
            end = max([pattern.end(line, folded, at) for pattern in self._patterns])
            if end > at:
                found.append(line[at:end])
            at = max(end, at + 1)
        return found

    def _show(self, file: Input, number: int, sign: str, line: str) -> None:
        before = f"{file.name or '-'}{sign}" if self._named else ""
        if self._numbers:
            before += f"{number}{sign}"
        if not self._parts:
            self._io.print(before + line)
        elif self._wanted and sign == ":":
            for part in self._parts_of(line):
                self._io.print(before + part)


def is_plain(text: str, extended: bool) -> bool:
    """Whether no sign in it means something else than itself."""
    for sign in SIGNS if extended else BASIC_SIGNS:
        if sign in text:
            return False
    return True
