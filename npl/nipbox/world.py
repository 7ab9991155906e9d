"""What the executor asks of its machine: workers, descriptors, files, time. See workers.py; tests have their own."""

from typing import Final

from npl.nipbox.language.problem import Failure
from npl.nipbox.state import State

NOT_FOUND: Final = 127                  # a command's status where there is no such command, as in other shells
NO_MEMORY: Final = "nipbox: out of memory: the text, or a value, is too much for the shell"
NO_JOB: Final = 0                       # the number of what runs in the line, not behind the prompt


class Streams:
    """Descriptors of the shell that become a worker's 0, 1 and 2; `output` says what 1 is (io.py)."""

    def __init__(self, stdin: int, stdout: int, stderr: int, output: str) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.output = output


class Launch:
    """A command to start: its words, streams, the job that it is (or NO_JOB), the promises that it may have at most."""

    def __init__(self, words: list[str], streams: Streams, job: int, promises: int) -> None:
        self.words = words
        self.streams = streams
        self.job = job
        self.promises = promises


class Ended:
    """How a worker ended: its status and effects; `message` where it did not end by itself."""

    def __init__(self, status: int, effects: list[list[str]], message: str = "", killed: bool = False,
                 used_us: int = 0) -> None:
        self.status = status
        self.effects = effects
        self.message = message
        self.killed = killed
        self.used_us = used_us


class World:
    """Handles are the world's own numbers for what it has started."""

    def start(self, launch: Launch, state: State) -> int:
        """Start a command. Failure where it cannot be started; one that nobody knows is one that has ended with 127."""
        raise Failure("there are no workers here")

    def start_script(self, state: State, text: str, streams: Streams, job: int) -> int:
        """Start a shell over a text, with the variables of this one."""
        raise Failure("there are no workers here")

    def finish(self, running: int) -> Ended:
        """Wait for the end. What was started is forgotten."""
        return Ended(1, [])

    def kill(self, running: int) -> None:
        """End it."""

    def kill_named(self, name: str) -> int:
        """End all workers of a title, or the one of a FID; how many there were."""
        return 0

    def is_over(self, running: int) -> bool:
        """Whether `finish` would not wait."""
        return False

    def line_begins(self, job: int) -> None:
        """From now on Ctrl-C ends the workers of a job; of NO_JOB: those of the line."""

    def line_ends(self) -> None:
        """From now on Ctrl-C is a key like others."""

    def interrupted(self) -> bool:
        """Whether Ctrl-C was pressed since the line began, or since this was asked last."""
        return False

    def pipe(self) -> tuple[int, int]:
        """A pipe: to read from, to write to."""
        raise Failure("there are no pipes here")

    def open(self, path: str, name: str, sign: str) -> int:
        """A file for a redirection; `name` as it was written. Failure where it cannot be opened."""
        raise Failure(f"{name}: there are no files here")

    def close(self, descriptor: int) -> None:
        """Give a descriptor back."""

    def read(self, descriptor: int, count: int) -> bytes:
        """Some bytes; none at the end."""
        return b""

    def listing(self, folder: str) -> list[str]:
        """The names in a folder, those of folders with a / behind; none where it is none."""
        return []

    def about(self, path: str) -> str:
        """What a list says of a file."""
        return ""

    def error(self, text: str) -> None:
        """A line of the shell's own, for the terminal."""

    def clear(self) -> None:
        """The terminal, which knows ECMA-48, is empty."""

    def now_us(self) -> int:
        """A clock."""
        return 0

    def pause_us(self, microseconds: int) -> bool:
        """Wait. False: it was interrupted."""
        return False
