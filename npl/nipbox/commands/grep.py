"""grep text [file …]: the lines that have a text in them. The text means itself: no sign in it means something else."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command, UsageError
from npl.nipbox.files import Input, absolute, each_input
from npl.nipbox.io import Io

COMMAND: Final = Command("grep", pledge=STDIO | RPATH, usage="[-ivwxnclqrhH] TEXT [FILE ...]",
                         summary="print the lines that have a text in them",
                         options="-i --ignore-case: capitals or not\n"
                                 "-v --invert-match: those that have not\n"
                                 "-w --word-regexp: only as a whole word\n"
                                 "-x --line-regexp: only as a whole line\n"
                                 "-n --line-number: with the number of the line\n"
                                 "-c --count: how many lines\n"
                                 "-l --files-with-matches: only the names of files\n"
                                 "-q --quiet: only the status\n"
                                 "-rR --recursive: all files in folders\n"
                                 "-h --no-filename: no names of files\n"
                                 "-H --with-filename: names of files, of one, too\n"
                                 "-e --regexp TEXT: the text, which may begin with a minus\n"
                                 "-F --fixed-strings: as it is anyway: the text means itself",
                         memory=1 << 20)


def run(arguments: Arguments, io: Io) -> int:
    words = arguments.words
    if not arguments.has("-e") and len(words) == 0:
        raise UsageError("a text is missing")
    text = arguments.value("-e") if arguments.has("-e") else words.pop(0)
    many = len(words) > 1
    if arguments.has("-r"):
        words = [path for word in (words if len(words) > 0 else ["."]) for path in files_below(io, word)]
        many = True
    search = Search(arguments, text, io, (many or arguments.has("-H")) and not arguments.has("-h"))
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


class Search:
    """What is looked for, and what is said where it is found."""

    def __init__(self, arguments: Arguments, text: str, io: Io, named: bool) -> None:
        self._io = io
        self._named = named
        self._same: bool = arguments.has("-i")
        self._text: str = text.lower() if self._same else text
        self._wanted: bool = not arguments.has("-v")
        self._word: bool = arguments.has("-w")
        self._line: bool = arguments.has("-x")
        self._numbers: bool = arguments.has("-n")
        self._counts: bool = arguments.has("-c")
        self._names: bool = arguments.has("-l")
        self._quiet: bool = arguments.has("-q")
        self.found: bool = False

    def file(self, file: Input) -> None:
        """One input, line by line."""
        number, count = 0, 0
        before = f"{file.name or '-'}:" if self._named else ""
        for line in file.lines():
            number += 1
            if self._is_in(line.lower() if self._same else line) != self._wanted:
                continue
            self.found = True
            count += 1
            if self._quiet or self._names:
                break
            if not self._counts:
                self._io.print(f"{before}{number}:{line}" if self._numbers else before + line)
        if self._names and count > 0:
            self._io.print(file.name or "-")
        elif self._counts and not self._quiet and not self._names:
            self._io.print(f"{before}{count}")

    def _is_in(self, line: str) -> bool:
        if self._line:
            return line == self._text
        at = line.find(self._text)
        while self._word and at >= 0 and self._text != "":
            end = at + len(self._text)
            if not in_word(line[at - 1:at]) and not in_word(line[end:end + 1]):
                break
            at = line.find(self._text, at + 1)
        return at >= 0


def in_word(char: str) -> bool:
    """Whether a word goes on with it."""
    return char.isalnum() or char == "_"
