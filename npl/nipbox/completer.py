"""What words of the shell's language may become: commands, their options, variables, paths, jobs.

What a command's words are, its usage line says: `TEXT [FILE ...]` takes paths from its second word on.
"""

from typing import Final

from npl.nipbox.command import Command, Entry
from npl.nipbox.complete import Candidate, Completer, Word, words_before
from npl.nipbox.state import State
from npl.nipbox.world import World

BEFORE_COMMANDS: Final = ("if", "else", "while", "not")         # words that commands stand behind
SEPARATORS: Final = "|&;()\n"           # behind them a command begins

# Words of usage lines.
COMMAND: Final = "COMMAND"
FOLDER: Final = "FOLDER"
JOB: Final = "JOB"
NAME: Final = "NAME[="                  # of a variable that is set
SETTINGS: Final = {"COLUMNS": "the terminal's width", "PWD": "the folder where paths begin",
                   "TERM": "dumb, or what the terminal knows", "trace": "on: show the kernel's lines for each worker"}
PATHS: Final = ("FILE", "PATH", "FROM", "TO")


class ShellCompleter(Completer):
    """Over the table of commands, one shell's variables and jobs, and the files of its world."""

    def __init__(self, table: list[Entry], state: State, world: World) -> None:
        self._table: list[Entry] = table
        self._state: State = state
        self._world: World = world

    def complete(self, line: str, cursor: int) -> list[Candidate]:
        try:
            return self._complete(line, cursor)
        except MemoryError:             # a folder of very many names
            return []

    def _complete(self, line: str, cursor: int) -> list[Candidate]:
        words_there = words_before(line, cursor)
        word = words_there[-1]
        if word.text.startswith("$") and word.quote != "'":
            return self._variables(word.text)
        before = Before(line, words_there[:-1])
        if before.is_file:
            return self._paths(word.text, False)
        words = self._own_words(before.words, word.text)
        if len(words) == 0:
            return self._commands(word.text)
        command = self._command(words[0])
        if word.text.startswith("-"):
            return self._options(command, word.text)
        return self._words(kind_of_word(command, words), word.text)

    def _own_words(self, words: list[str], start: str) -> list[str]:
        """The words of the innermost command: behind keywords, and behind commands that run another one."""
        while len(words) > 0:
            command = self._command(words[0])
            if words[0] in BEFORE_COMMANDS:
                words = words[1:]
            elif command is not None and command.raw and kind_of_word(command, words[:1]) == COMMAND:
                behind = behind_options(command, words)
                if behind == len(words) and (start.startswith("-") or takes_value(command, words[-1])):
                    return words
                words = words[behind:]
            else:
                return words
        return words

    def _command(self, name: str) -> Command | None:
        for entry in self._table:
            if entry.command.name == name:
                return entry.command
        return None

    def _words(self, kind: str, start: str) -> list[Candidate]:
        """What a word of a kind may become."""
        if kind == COMMAND:
            return self._commands(start)
        if kind == JOB:
            jobs = [Candidate(f"%{job.number}", job.text) for job in self._state.jobs]
            return [job for job in jobs if job.text.startswith(start)]
        if kind.startswith(NAME):
            return [Candidate(name, self._about(name)) for name in sorted({*self._state.variables, *SETTINGS})
                    if name.startswith(start) and name != "PWD"]
        if kind == FOLDER or kind in PATHS:
            return self._paths(start, kind == FOLDER)
        return []

    def _commands(self, start: str) -> list[Candidate]:
        commands = [entry.command for entry in self._table]
        return [Candidate(known.name, known.summary) for known in commands if known.name.startswith(start)]

    def _options(self, command: Command | None, start: str) -> list[Candidate]:
        found: list[Candidate] = []
        if command is not None:
            for option in command.options():
                for text in option.names():
                    if text.startswith(start):
                        found.append(Candidate(text, option.summary))
        if "--help".startswith(start):
            found.append(Candidate("--help", "show this"))
        return found

    def _variables(self, start: str) -> list[Candidate]:
        names = sorted({*self._state.variables, *SETTINGS})
        return [Candidate("$" + name, self._about(name), raw=True) for name in names if ("$" + name).startswith(start)]

    def _about(self, name: str) -> str:
        """What a variable holds; of the shell's own, what it is for, where it holds nothing."""
        values = self._state.value(name)
        return " ".join(values) if len(values) > 0 else SETTINGS.get(name, "")

    def _paths(self, start: str, only_folders: bool) -> list[Candidate]:
        """Names in the folder that is written already; those with a dot in front if the dot is."""
        cut = start.rfind("/") + 1
        written, name = start[:cut], start[cut:]
        folder = self._state.absolute(written if written != "" else ".")
        found: list[Candidate] = []
        for known in sorted(self._world.listing(folder)):
            is_folder = known.endswith("/")
            fits = known.startswith(name) and (name != "" or not known.startswith("."))
            if fits and (is_folder or not only_folders):
                about = "folder" if is_folder else self._world.about(folder.rstrip("/") + "/" + known)
                found.append(Candidate(written + known, about, more=is_folder, label=known))
        return found


class Before:
    """What stands before a word: the words of its command without redirections, and whether it is the file of one."""

    def __init__(self, line: str, words: list[Word]) -> None:
        self.words: list[str] = []
        self.is_file: bool = False
        for word in words:
            self._add(word, line[word.end])

    def _add(self, word: Word, sign: str) -> None:
        """A word, and what ended it."""
        if word.end > word.start:
            if not self.is_file and not (sign == ">" and word.text == "2"):
                self.words.append(word.text)
            self.is_file = False
        if sign == "<" or sign == ">":
            self.is_file = True
        elif sign in SEPARATORS:
            self.words = []
            self.is_file = False


def behind_options(command: Command, words: list[str]) -> int:
    """Where the first word that is no option of the command's own stands."""
    at = 1
    while at < len(words) and words[at].startswith("-"):
        at += 2 if takes_value(command, words[at]) else 1
    return min(at, len(words))


def takes_value(command: Command, word: str) -> bool:
    """Whether the word behind an option is its value."""
    return True in [option.value != "" for option in command.options() if option.named(word)]


def kind_of_word(command: Command | None, words: list[str]) -> str:
    """What the usage line calls the word behind these, the first of which is the command; "" where nobody knows."""
    if command is None:
        return ""
    if len(words) > 1 and takes_value(command, words[-1]):
        return ""
    places = places_of(command.usage)
    at = len([word for word in words[1:] if not word.startswith("-")])
    for i in range(1, len(words) - 1):
        at -= 1 if takes_value(command, words[i]) else 0
    return places[min(at, len(places) - 1)] if len(places) > 0 else ""


def places_of(usage: str) -> list[str]:
    """`[-n COUNT] [%JOB | NAME ...]` is `JOB`: without options, and only the first of what a word may be."""
    out: list[str] = []
    option, other = False, False
    for part in usage.split():
        option = option or part.startswith("[-")
        word = part.strip("[]%")
        if word == "|":
            other = True
        elif not option and word != "...":
            if not other:
                out.append(word)
            other = False
        if part.endswith("]"):
            option = False
    return out
