"""What words of the shell's language may become: commands, their options, variables."""

from typing import Final

from npl.nipbox.command import Entry
from npl.nipbox.complete import OPERATORS, Candidate, Completer, word_at
from npl.nipbox.state import State

BEFORE_COMMANDS: Final = ("if", "else", "while", "not", "time", "spawn", "watch")   # words that commands stand behind


class ShellCompleter(Completer):
    """Over the table of commands and one shell's variables."""

    def __init__(self, table: list[Entry], state: State) -> None:
        self._table: list[Entry] = table
        self._state: State = state

    def complete(self, line: str, cursor: int) -> list[Candidate]:
        word = word_at(line, cursor)
        if word.text.startswith("$") and word.quote == "":
            return self._variables(word.text)
        before = words_before(line, word.start)
        if len(before) == 0:
            return self._commands(word.text)
        if word.text.startswith("-"):
            return self._options(before[0], word.text)
        return []

    def _commands(self, start: str) -> list[Candidate]:
        commands = [entry.command for entry in self._table]
        return [Candidate(known.name, known.summary) for known in commands if known.name.startswith(start)]

    def _options(self, name: str, start: str) -> list[Candidate]:
        found: list[Candidate] = []
        for entry in self._table:
            if entry.command.name == name:
                for option in entry.command.options:
                    for text in (option.short, option.long):
                        if text != "" and text.startswith(start):
                            found.append(Candidate(text, option.summary))
        if "--help".startswith(start):
            found.append(Candidate("--help", "show this"))
        return found

    def _variables(self, start: str) -> list[Candidate]:
        names = [name for name in sorted([*self._state.variables, "PWD"]) if ("$" + name).startswith(start)]
        return [Candidate("$" + name, " ".join(self._state.value(name)), raw=True) for name in names]


def words_before(line: str, start: int) -> list[str]:
    """The words of the command that the word at `start` belongs to; none where it is the command itself."""
    first = start
    while first > 0 and line[first - 1] not in OPERATORS and line[first - 1] != "\n":
        first -= 1
    words = line[first:start].split()
    while len(words) > 0 and words[0] in BEFORE_COMMANDS:
        words = words[1:]
    return words
