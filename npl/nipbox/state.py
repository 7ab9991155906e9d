"""What a shell knows: variables, folder, status, history, jobs. Commands change it by effects only."""

from typing import Final

from npl.nipbox.history import History
from npl.nipbox.io import TERMINAL

ROOT: Final = "/"


class Job:
    """What runs behind the prompt."""

    def __init__(self, number: int, running: int, text: str) -> None:
        self.number = number
        self.running = running          # the world's name for it
        self.text = text


class State:
    """Of one shell, interactive or a script's."""

    def __init__(self) -> None:
        self.variables: dict[str, list[str]] = {}
        self.directory: str = ROOT
        self.status: int = 0
        self.leaving: bool = False      # `exit` was asked for
        self.exit_code: int = 0
        self.power: str = ""            # … and then the machine is "off", or goes on with its "reset"
        self.depth: int = 0             # shells around this one
        self.columns: int = 80
        self.redraws: bool = False      # the terminal knows ECMA-48
        self.output: str = TERMINAL     # what this shell's own output is (io.py)
        self.name: str = ""             # of the script
        self.history: History = History()
        self.jobs: list[Job] = []

    def value(self, name: str) -> list[str]:
        """The values of a variable; none where there is none. `$1` is the first of `$argv`."""
        if name == "?":
            return [str(self.status)]
        if name == "PWD":
            return [self.directory]
        if name.isascii() and name.isdecimal():
            if len(name) > 4:
                return []
            place = int(name)
            if place == 0:
                return [self.name if self.name != "" else "nipbox"]
            arguments = self.variables.get("argv", [])
            return [arguments[place - 1]] if place <= len(arguments) else []
        return self.variables.get(name, [])

    def set(self, name: str, values: list[str]) -> None:
        """Give a variable values."""
        self.variables[name] = values

    def is_on(self, name: str) -> bool:
        """Whether a setting is `on`."""
        return self.variables.get(name, []) == ["on"]

    def absolute(self, path: str) -> str:
        """A path from the root, without `.`, `..` and double slashes."""
        names: list[str] = []
        for name in (path if path.startswith("/") else self.directory + "/" + path).split("/"):
            if name == "..":
                if len(names) > 0:
                    names.pop()
            elif name != "" and name != ".":
                names.append(name)
        return "/" + "/".join(names)

    def next_job(self) -> int:
        """The number of one more job: one more than the greatest."""
        return max([0, *[job.number for job in self.jobs]]) + 1

    def take_job(self, number: int) -> Job | None:
        """The job of a number (0: the last one), which is none any more."""
        for i in range(len(self.jobs) - 1, -1, -1):
            if number == 0 or self.jobs[i].number == number:
                return self.jobs.pop(i)
        return None

    def apply(self, effect: list[str]) -> None:
        """One effect of a command."""
        what, words = effect[0], effect[1:]
        if what == "cd":
            self.set("OLDPWD", [self.directory])
            self.directory = words[0]
        elif what == "set":
            self.set(words[0], words[1:])
        elif what == "unset":
            self.variables.pop(words[0], [])
        elif what == "exit":
            self.leaving = True
            self.exit_code = int(words[0])
        elif what == "power":
            self.leaving = True
            self.power = words[0]
        elif what == "history":
            self.history.clear()

    def wanted(self, what: str) -> list[str]:
        """What a command's declaration `wants`, as strings."""
        if what == "history":
            return self.history.lines
        if what == "jobs":
            return flat([[str(job.number), job.text] for job in self.jobs])
        if what == "variables":
            return flat([[name, *values] for name, values in self.variables.items()])
        return []


def flat(lists: list[list[str]]) -> list[str]:
    """Lists in one: each behind its length."""
    out: list[str] = []
    for one in lists:
        out.append(str(len(one)))
        out += one
    return out


def unflat(strings: list[str], at: int = 0) -> list[list[str]]:
    """The lists again."""
    out: list[list[str]] = []
    while at < len(strings):
        count = int(strings[at])
        out.append(strings[at + 1:at + 1 + count])
        at += 1 + count
    return out
