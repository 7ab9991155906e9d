"""What a command is: a declaration, and what it does with its arguments."""

from typing import Final

# Promises (kernel/pledge.py will enforce them when every command runs in a worker of its own).
STDIO: Final = 0x1
RPATH: Final = 0x2
WPATH: Final = 0x4
INET: Final = 0x8
EXEC: Final = 0x10

USAGE_ERROR: Final = 2                  # a command's status after wrong arguments, as in other shells


class UsageError(Exception):
    """The arguments make no sense; the message says what does. The shell adds the usage line."""


class Command:
    """One command. `name` is what the user types, `usage` shows its arguments, `summary` is a line for `help`."""

    def __init__(self, name: str, pledge: int, usage: str, summary: str) -> None:
        self.name: str = name
        self.pledge: int = pledge
        self.usage: str = usage
        self.summary: str = summary

    def run(self, arguments: list[str], session: "Session") -> int:
        """Do it; the status, 0 when all went well. UsageError for wrong arguments."""
        raise NotImplementedError(self.name)

    def synopsis(self) -> str:
        """Name and arguments."""
        return f"{self.name} {self.usage}" if self.usage != "" else self.name


class Session:
    """What a command may touch of the shell that runs it."""

    def __init__(self, commands: list[Command]) -> None:
        self.commands: list[Command] = commands
        self.status: int = 0            # of the last command
        self.leaving: bool = False      # `exit` was asked for
        self.exit_code: int = 0

    def find(self, name: str) -> Command | None:
        """The command called `name`."""
        for command in self.commands:
            if command.name == name:
                return command
        return None
