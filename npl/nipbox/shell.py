"""The shell's loop: prompt, line, tree, workers."""

from typing import Final

from npl.nipbox.commands.table import TABLE, expressions
from npl.nipbox.completer import ShellCompleter
from npl.nipbox.language.executor import Executor
from npl.nipbox.language.parser import parse
from npl.nipbox.language.problem import Problem, Unfinished, explain
from npl.nipbox.line import editor
from npl.nipbox.state import State
from npl.nipbox.terminal import Terminal
from npl.nipbox.world import NO_MEMORY, World

PROMPT: Final = b"root@nexus:# "
COLUMNS: Final = 80                    # of a terminal that nothing is known of
MORE: Final = b"> "                     # the prompt for what a block still needs
GREETING: Final = "NipBox: type help for the list of commands"
USAGE_ERROR: Final = 2
FAILED: Final = 1


class Shell:
    """One session on one terminal."""

    def __init__(self, terminal: Terminal, world: World) -> None:
        self._terminal: Terminal = terminal
        self._world: World = world
        self._state: State = State()
        self._editor: editor.LineEditor = editor.LineEditor(
            self._state.history, ShellCompleter(TABLE, self._state, world))
        self._executor: Executor = Executor(world, self._state)
        self._settings: list[str] = ["none"]            # TERM and COLUMNS, as the editor was told last

    def run(self) -> int:
        """Until `exit` or the end of input; the code that the machine ends with."""
        print(GREETING)
        self._world.line_ends()
        text = ""
        while not self._state.leaving:
            outcome = self._read_line(MORE if text != "" else PROMPT)
            if outcome == editor.LINE:
                text = self._run_lines(text + self._editor.text() + "\n")
            elif outcome == editor.END and text == "":
                return self._state.status
            else:
                text = self._give_up(outcome, text)
        return self._state.exit_code

    def restarts(self) -> bool:
        """Whether the machine has to start again at the end."""
        return self._state.power == "reset"

    def _give_up(self, outcome: int, text: str) -> str:
        """What there was of a block is forgotten."""
        if outcome == editor.NOT_TEXT:
            self._world.error(f"nipbox: {self._editor.problem}")
            self._state.status = USAGE_ERROR
        elif outcome == editor.END:
            self._run_text(text.encode(), True)
        return ""

    def _read_line(self, prompt: bytes) -> int:
        """Prompt, and edit until something comes of it."""
        self._tell_terminal()
        self._executor.tell_jobs()
        self._editor.begin(prompt)
        self._terminal.write(self._editor.echo())
        outcome = editor.EDITING
        try:
            while outcome == editor.EDITING:
                outcome = self._editor.feed(self._terminal.read())
                if outcome != editor.EDITING or not self._terminal.waits():
                    self._terminal.write(self._editor.echo())
        except MemoryError:
            self._world.error("\nnipbox: out of memory: the line is forgotten")
            self._state.status = FAILED
            return editor.CANCELLED
        self._state.columns, self._state.redraws = self._editor.columns(), self._editor.redraws()
        return outcome

    def _tell_terminal(self) -> None:
        """The editor hears of TERM and COLUMNS when they have changed; without TERM it asks the terminal."""
        settings = [*self._state.value("TERM")[:1], "", *self._state.value("COLUMNS")[:1]]
        if settings == self._settings:
            return
        self._settings = settings
        width = settings[-1]
        columns = int(width) if width.isascii() and width.isdecimal() and len(width) < 5 else COLUMNS
        self._editor.use_terminal(settings[0], columns)

    def _run_lines(self, text: str) -> str:
        """Run what was typed; "", or all of it where more lines are needed."""
        try:
            return "" if self._run_text(text.encode(), False) else text
        except MemoryError:
            self._world.error(NO_MEMORY)
            self._state.status = FAILED
            return ""

    def _run_text(self, text: bytes, is_all: bool) -> bool:
        """Run a text. False: it is not finished, and nothing was run."""
        try:
            script = parse(text, expressions())
        except Unfinished as problem:
            if not is_all:
                return False
            return self._refuse(text, problem)
        except Problem as problem:
            return self._refuse(text, problem)
        self._remember(text)
        self._executor.run_line(script)
        return True

    def _remember(self, text: bytes) -> None:
        self._state.history.add(text.decode().rstrip().replace("\n", "; "))

    def _refuse(self, text: bytes, problem: Problem) -> bool:
        self._remember(text)
        self._world.error(explain(text, problem))
        self._state.status = USAGE_ERROR
        return True
