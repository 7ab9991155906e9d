"""The shell's loop: prompt, line, words, command."""

from typing import Final

from npl.nipbox import line
from npl.nipbox.command import USAGE_ERROR, Command, Session, UsageError
from npl.nipbox.commands.table import all_commands
from npl.nipbox.suggest import nearest
from npl.nipbox.terminal import Terminal
from npl.nipbox.words import SyntaxProblem, split

PROMPT: Final = b"root@nexus:# "
NOT_FOUND: Final = 127                  # a command's status where there is no such command, as in other shells
FAILED: Final = 1


class Shell:
    """One session on one terminal."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal: Terminal = terminal
        self._editor: line.LineEditor = line.LineEditor()
        self._session: Session = Session(all_commands())

    def run(self) -> int:
        """Until `exit` or the end of input; the code that the machine ends with."""
        print("NipBox: type help for the list of commands")
        while not self._session.leaving:
            outcome = self._read_line()
            if outcome == line.END:
                return self._session.status
            if outcome == line.LINE:
                self._session.status = self._execute(self._editor.text())
            elif outcome == line.NOT_TEXT:
                print("nipbox: the line is not UTF-8")
                self._session.status = USAGE_ERROR
        return self._session.exit_code

    def _read_line(self) -> int:
        """Prompt, and edit until something comes of it."""
        self._editor.begin()
        self._terminal.write(PROMPT)
        outcome = line.EDITING
        while outcome == line.EDITING:
            outcome = self._editor.feed(self._terminal.read())
            self._terminal.write(self._editor.echo())
        return outcome

    def _execute(self, text: str) -> int:
        """Run one line; its status."""
        try:
            words = split(text)
        except SyntaxProblem as problem:
            print(f"nipbox: {problem}")
            return USAGE_ERROR
        if len(words) == 0:
            return self._session.status
        command = self._session.find(words[0])
        if command is None:
            return self._unknown(words[0])
        return self._dispatch(command, words[1:])

    def _dispatch(self, command: Command, arguments: list[str]) -> int:
        """Run one command. Here a worker with `command.pledge` will be spawned; today the shell calls it."""
        try:
            return command.run(arguments, self._session)
        except UsageError as error:
            print(f"{command.name}: {error}")
            print(f"usage: {command.synopsis()}")
            return USAGE_ERROR
        except MemoryError:
            print(f"{command.name}: out of memory")
            return FAILED

    def _unknown(self, name: str) -> int:
        near = nearest(name, [command.name for command in self._session.commands])
        hint = f"did you mean {near}?" if near != "" else "type help for the list"
        print(f"nipbox: {name}: no such command; {hint}")
        return NOT_FOUND
