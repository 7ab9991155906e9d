"""What a command is: its declaration, and its arguments as the declaration reads them.

    COMMAND = Command("head", pledge=STDIO | RPATH, usage="[-n COUNT] [FILE ...]", summary="the first lines of files",
                      options="-n --lines COUNT: how many lines (10)")

    def run(arguments: Arguments, io: Io) -> int: ...

A declaration is all that dispatch, `help`, completion and docs/NIPBOX.md know of a command. Every command has `--help`.
"""

from collections.abc import Callable
from typing import Final

from npl.nipbox.io import Io
from npl.nipbox.suggest import nearest

# Promises, as in kernel/calls.py
STDIO: Final = 0x1
RPATH: Final = 0x2
WPATH: Final = 0x4
INET: Final = 0x8
EXEC: Final = 0x10
TIME: Final = 0x20
GFX: Final = 0x40
BLOCK: Final = 0x80
ALL: Final = -1
PROMISES: Final = ("stdio", "rpath", "wpath", "inet", "exec", "time", "gfx", "block")     # bit 0, 1, …

USAGE_ERROR: Final = 2                  # a command's status after wrong arguments, as in other shells
MEMORY: Final = 1 << 18                 # bytes that a command gets; those that it never touches cost nothing
ANY: Final = 1 << 30                    # arguments


class UsageError(Exception):
    """The arguments make no sense; the message says what does. The usage line is added."""


class Option:
    """One option. `value` names what it takes, "" where it takes nothing; `short` and `long` may be "".

    `-rR` are two short ones. What takes a value may have one minus in front of its long name, too: `find -name`.
    """

    def __init__(self, summary: str) -> None:
        self.short = ""
        self.long = ""
        self.value = ""
        self.summary = summary

    def named(self, name: str) -> bool:
        """Whether it is called this."""
        if len(name) == 2 and name[0] == "-":
            return name[1] in self.short[1:]
        return name == self.long or self.value != "" and "-" + name == self.long

    def names(self) -> list[str]:
        """All that it is called."""
        return [*["-" + letter for letter in self.short[1:]], *([self.long] if self.long != "" else [])]


class Command:
    """A declaration.

    `options`: a line for each, of its names, its value and what it is for (`Option`).
    `wants`: what of the shell goes into the packet behind the arguments ("variables", "history", "jobs").
    `raw`: the words behind the first one are another command's; options stand in front. `loose`: what is no option
    of it is a word, even with a minus. `expression`: `<` and `>` compare.
    `output`: the values of the nodes that it gives, "" where it gives text.
    """

    def __init__(self, name: str, pledge: int, usage: str, summary: str, options: str = "",
                 output: str = "", least: int = 0, most: int = ANY, memory: int = MEMORY, wants: str = "",
                 raw: bool = False, loose: bool = False, expression: bool = False) -> None:
        self.name = name
        self.pledge = pledge
        self.usage = usage
        self.summary = summary
        self._options = options         # one text: as objects they would take four times the room in the image
        self.output = output
        self.least = least
        self.most = most
        self.memory = memory
        self.wants = wants
        self.raw = raw
        self.loose = loose
        self.expression = expression

    def synopsis(self) -> str:
        """Name and arguments."""
        return f"{self.name} {self.usage}" if self.usage != "" else self.name

    def options(self) -> list[Option]:
        """What it takes."""
        found: list[Option] = []
        for line in self._options.splitlines():
            left, _, summary = line.partition(": ")
            option = Option(summary)
            for word in left.split():
                if word.startswith("--"):
                    option.long = word
                elif word.startswith("-"):
                    option.short = word
                else:
                    option.value = word
            found.append(option)
        return found

    def help(self) -> str:
        """What `--help` prints."""
        lines = [f"usage: {self.synopsis()}", self.summary]
        for option in self.options():
            names = ", ".join(option.names())
            left = f"{names} {option.value}" if option.value != "" else names
            lines.append(f"  {left:<22} {option.summary}")
        lines.append(f"  {'--help':<22} show this")
        lines.append(f"promises: {promise_names(self.pledge)}")
        return "\n".join(lines)


class Entry:
    """A command with the function that does it."""

    def __init__(self, command: Command, run: "Callable[[Arguments, Io], int]") -> None:
        self.command = command
        self.run = run


class Arguments:
    """The words behind a command's name: options with their values, and the other words."""

    def __init__(self, command: Command, words: list[str]) -> None:
        self.command = command
        self.words: list[str] = []
        self.wants_help: bool = False
        self.extra: list[str] = []      # what the declaration `wants`
        self.entries: list[Entry] = []  # every command of the image
        self._given: dict[str, list[str]] = {}
        self._options: list[Option] | None = None
        self._read(words)

    def _all(self) -> list[Option]:
        """What the command takes; read when the first one is asked for."""
        options = self._options
        if options is None:
            options = self.command.options()
            self._options = options
        return options

    def has(self, name: str) -> bool:
        """Whether the option of that name, short or long, was given."""
        return name in self._given

    def value(self, name: str, default: str = "") -> str:
        """What an option was given, the last time."""
        return self._given[name][-1] if name in self._given else default

    def values(self, name: str) -> list[str]:
        """What it was given each time."""
        return self._given.get(name, [])

    def number(self, name: str, default: int) -> int:
        """The same as a number that is not below zero. UsageError where it is none."""
        return whole(self.value(name), name) if name in self._given else default

    def _give(self, option: Option, value: str) -> None:
        """An option is kept under each of its names: commands ask for it in their loops."""
        for name in option.names():
            self._given[name] = [*self.values(name), value]

    def _read(self, words: list[str]) -> None:
        at, only_words = 0, False
        while at < len(words):
            word = words[at]
            at += 1
            if only_words or len(word) < 2 or not word.startswith("-") or self._is_number(word) or self._is_loose(word):
                self.words.append(word)
                only_words = only_words or self.command.raw or self.command.loose
            elif word == "--":
                only_words = True
            elif word == "--help":
                self.wants_help = True
                return
            elif word.startswith("--") or self._is_long(word):
                at = self._long(word, words, at)
            else:
                at = self._short(word, words, at)
        count = len(self.words)
        if count > self.command.most:
            raise UsageError("no arguments" if self.command.most == 0 else f"at most {plural(self.command.most)}")
        if count < self.command.least:
            raise UsageError(f"at least {plural(self.command.least)}")

    def _is_number(self, word: str) -> bool:
        """Whether a word that begins with a minus is a number, and no option such as `-1`."""
        if not word[1:].isdecimal() or not word.isascii():
            return False
        for option in self._all():
            if option.named(word[:2]):
                return False
        return True

    def _is_loose(self, word: str) -> bool:
        """Whether a word that looks like an option is none."""
        if not self.command.loose or word == "--help":
            return False
        for option in self._all():
            if option.named(word):
                return False
        return True

    def _is_long(self, word: str) -> bool:
        """`-name`, of an option with a value."""
        return len(word) > 2 and True in [option.named(word) for option in self._all()]

    def _long(self, word: str, words: list[str], at: int) -> int:
        """`--name`, `--name=value`, `--name value`; where to go on."""
        name, equals, value = word.partition("=")
        option = self._find(name)
        if option.value == "":
            if equals != "":
                raise UsageError(f"{name} takes no value")
        elif equals == "":
            if at == len(words):
                raise UsageError(f"{name} needs {option.value}")
            value = words[at]
            at += 1
        self._give(option, value)
        return at

    def _short(self, word: str, words: list[str], at: int) -> int:
        """`-ab`, `-n5`, `-n 5`."""
        place = 1
        while place < len(word):
            option = self._find("-" + word[place])
            place += 1
            if option.value == "":
                self._give(option, "")
                continue
            value = word[place:]
            if value == "":
                if at == len(words):
                    raise UsageError(f"{option.names()[0]} needs {option.value}")
                value = words[at]
                at += 1
            self._give(option, value)
            break
        return at

    def _find(self, name: str) -> Option:
        known: list[str] = ["--help"]
        for option in self._all():
            if option.named(name):
                return option
            known.append(option.long)
        near = nearest(name, known) if name.startswith("--") else ""
        raise UsageError(f"there is no option {name}" + (f"; did you mean {near}?" if near != "" else ""))


def plural(count: int) -> str:
    return "one argument" if count == 1 else f"{count} arguments"


def whole(text: str, what: str) -> int:
    """A number that is not below zero. UsageError where it is none."""
    if not text.isascii() or not text.isdecimal() or len(text) > 18:
        raise UsageError(f"{what} is a whole number, not {text}")
    return int(text)


def duration_us(text: str, what: str) -> int:
    """Seconds, with or without a fraction, in microseconds; `s`, `m`, `h`, `d` may stand behind. UsageError."""
    unit = {"s": 1, "m": 60, "h": 3600, "d": 86_400}.get(text[-1:], 0)
    before, _, after = (text[:-1] if unit > 0 else text).partition(".")
    digits = before + after
    if not digits.isascii() or not digits.isdecimal() or len(before) > 9 or len(after) > 9:
        raise UsageError(f"{what} is a number of seconds, not {text}")
    return int(before + (after + "000000")[:6]) * max(unit, 1)


def promise_names(promises: int) -> str:
    """Promises as words; `none`, `all`."""
    if promises == ALL:
        return "all"
    names = [PROMISES[i] for i in range(len(PROMISES)) if promises >> i & 1 != 0]
    return " ".join(names) if len(names) > 0 else "none"


def promises_of(text: str) -> int:
    """`stdio,rpath` as bits; UsageError where a name is unknown."""
    if text == "all":
        return ALL
    found = 0
    for name in text.split(","):
        if name == "none" or name == "":
            continue
        if name not in PROMISES:
            near = nearest(name, list(PROMISES))
            raise UsageError(f"there is no promise {name}" + (f"; did you mean {near}?" if near != "" else ""))
        found |= 1 << PROMISES.index(name)
    return found
