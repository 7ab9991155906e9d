"""The world on a board: every command is a worker with its promises, a script one with a shell of its own."""

import os
from typing import Final

from lib import control
from lib.hive import ALL, TITLE, Outcome, Reason, Worker, spawn
from lib.system import uptime_ns
from lib.worker import sleep_us
from npl.nipbox.command import Entry
from npl.nipbox.commands.table import TABLE, expressions
from npl.nipbox.copying import MODE
from npl.nipbox.dispatch import find, packet_of, run_packet
from npl.nipbox.files import kind_name
from npl.nipbox.io import CLEAR
from npl.nipbox.language.executor import Executor, is_append, line_of
from npl.nipbox.language.parser import parse
from npl.nipbox.language.problem import Failure, Problem, explain
from npl.nipbox.language.tree import INPUT
from npl.nipbox.state import State, flat, unflat
from npl.nipbox.streams import write_all, write_error
from npl.nipbox.suggest import nearest
from npl.nipbox.world import NO_JOB, NO_MEMORY, NOT_FOUND, Ended, Launch, Streams, World

PROMPT: Final = 0                       # groups of workers: none is in the foreground,
LINE: Final = 1                         # the line's is; behind it those of jobs
SLICE_US: Final = 50_000                # of a pause, between two looks for Ctrl-C
SHELL_MEMORY: Final = 1 << 20           # bytes of a shell that runs a script
MEMORY_A_CHARACTER: Final = 8           # bytes for a command, of its words: they are copied, joined, printed
A_WORD: Final = 16                      # … and for what is around it, in characters
SCRIPT_MEMORY_A_CHARACTER: Final = 48   # … for a shell, of its script and variables: tokens, trees, words
DEEPEST: Final = 8                      # shells in shells
USAGE_ERROR: Final = 2
FAILED: Final = 1
KILLED: Final = 137                     # statuses of those that did not end by themselves
DIED: Final = 134


class Running:
    """What was started; `worker` is None where it ended before it began."""

    def __init__(self, name: str, worker: Worker | None, status: int) -> None:
        self.name = name
        self.worker = worker
        self.status = status


class Workers(World):
    """Of one shell. Its workers belong to `group`; the one with the terminal says who is in the foreground."""

    def __init__(self, group: int = LINE, has_terminal: bool = True) -> None:
        self._group: int = group
        self._has_terminal: bool = has_terminal
        self._foreground: int = PROMPT
        self._running: dict[int, Running] = {}
        self._last: int = 0

    def _keep(self, running: Running) -> int:
        self._last += 1
        self._running[self._last] = running
        return self._last

    def start(self, launch: Launch, state: State) -> int:
        name = launch.words[0]
        entry = find(TABLE, name)
        if entry is None:
            self.error(unknown(name, TABLE))
            return self._keep(Running(name, None, NOT_FOUND))
        command = entry.command
        if command.raw and launch.job != NO_JOB and launch.promises == ALL:
            return self.start_script(state, line_of(launch.words), launch.streams, launch.job)    # it asks for another
        packet = packet_of(launch.words, launch.streams.output, state, command.wants)
        promises = command.pledge & launch.promises
        memory = max(command.memory, MEMORY_A_CHARACTER * sum([len(word) + A_WORD for word in launch.words]))
        worker = started(packet, promises, memory, launch.streams, self._group_of(launch.job),
                         not state.is_on("trace"))
        return self._keep(Running(name, worker, 0))

    def start_script(self, state: State, text: str, streams: Streams, job: int) -> int:
        if state.depth >= DEEPEST:
            raise Failure(f"scripts are nested more than {DEEPEST} times")
        group = self._group_of(job)
        packet = [text, state.name, state.directory, str(state.status), str(state.depth + 1), str(state.columns),
                  str(int(state.redraws and job == NO_JOB)), streams.output, str(group)]
        packet += state.wanted("variables")
        memory = max(SHELL_MEMORY, SCRIPT_MEMORY_A_CHARACTER * sum([len(word) for word in packet]))
        try:
            worker = spawn(script_main, packet, promises=ALL, memory=memory, stdin=streams.stdin, stdout=streams.stdout,
                           stderr=streams.stderr, group=group, quiet=not state.is_on("trace"), title="script")
        except (MemoryError, RuntimeError, ValueError) as error:
            raise Failure(f"a shell cannot be started: {words_of(error)}") from None
        return self._keep(Running("nipbox", worker, 0))

    def finish(self, running: int) -> Ended:
        one = self._running.pop(running)
        worker = one.worker
        return Ended(one.status, []) if worker is None else ended(one.name, worker.join())

    def kill(self, running: int) -> None:
        worker = self._running[running].worker
        if worker is not None:
            worker.kill()

    def kill_named(self, name: str) -> int:
        found = 0
        for one in control.workers():
            if one.state != "ended" and (one.title == title_of(name) or f"0x{one.fid:016x}" == name.lower()):
                try:
                    control.end(one.fid)
                    found += 1
                except ProcessLookupError:              # the shell itself, or what is above it
                    pass
        return found

    def is_over(self, running: int) -> bool:
        worker = self._running[running].worker
        if worker is None:
            return True
        return "ended" in [one.state for one in control.workers() if one.fid == worker.fid]

    def _group_of(self, job: int) -> int:
        """Jobs of a script are part of it."""
        return self._group + job if self._has_terminal else self._group

    def line_begins(self, job: int) -> None:
        self._choose(self._group_of(job))

    def line_ends(self) -> None:
        self._choose(PROMPT)

    def _choose(self, group: int) -> None:
        if self._has_terminal:
            self._foreground = group
            control.foreground(group)

    def interrupted(self) -> bool:
        return self._has_terminal and control.interrupted(self._foreground)

    def pipe(self) -> tuple[int, int]:
        try:
            return os.pipe()
        except OSError as error:
            raise Failure(f"there is no pipe to be had: {error.strerror}") from None

    def open(self, path: str, name: str, sign: str) -> int:
        flags = os.O_RDONLY
        if sign != INPUT:
            flags = os.O_WRONLY | os.O_CREAT | (os.O_APPEND if is_append(sign) else os.O_TRUNC)
        try:
            return os.open(path, flags, MODE)
        except OSError as error:
            raise Failure(f"{name}: {error.strerror}") from None

    def listing(self, folder: str) -> list[str]:
        try:
            return [entry.name + "/" if entry.is_dir() else entry.name for entry in os.scandir(folder)]
        except OSError:
            return []

    def about(self, path: str) -> str:
        try:
            facts = os.stat(path)
        except OSError:
            return ""
        kind = kind_name(facts.st_mode)
        return f"{facts.st_size:,} bytes" if kind == "file" else kind

    def close(self, descriptor: int) -> None:
        os.close(descriptor)

    def read(self, descriptor: int, count: int) -> bytes:
        return os.read(descriptor, count)

    def error(self, text: str) -> None:
        write_error(text + "\n")

    def clear(self) -> None:
        write_all(1, CLEAR.encode())

    def now_us(self) -> int:
        return uptime_ns() // 1000

    def pause_us(self, microseconds: int) -> bool:
        while microseconds > 0:
            sleep_us(min(microseconds, SLICE_US))
            microseconds -= SLICE_US
            if self.interrupted():
                return False
        return True


def started(packet: list[str], promises: int, memory: int, streams: Streams, group: int, quiet: bool) -> Worker:
    """The worker of a command. Failure where there is none to be had."""
    try:
        return spawn(command_main, packet, promises=promises, memory=memory, stdin=streams.stdin, stdout=streams.stdout,
                     stderr=streams.stderr, group=group, quiet=quiet, title=packet[0])
    except (MemoryError, RuntimeError, ValueError) as error:
        raise Failure(f"{packet[0]}: {words_of(error)}") from None


def words_of(error: Exception) -> str:
    """Why nothing was started; Python's own MemoryError, which the shell's memory raises, has no words."""
    return str(error) or "the shell is out of memory"


def ended(name: str, outcome: Outcome) -> Ended:
    """What the shell makes of a worker's end."""
    used = outcome.time_ns // 1000
    if outcome.reason == Reason.EXITED:
        reply = outcome.packet
        if len(reply) == 0:
            return Ended(outcome.code, [], "", False, used)
        return Ended(int(reply[0]), unflat(reply, 1), "", False, used)
    if outcome.reason == Reason.KILLED:
        return Ended(KILLED, [], f"nipbox: {name}: killed", True, used)
    return Ended(DIED, [], f"nipbox: {name}: {death(outcome)}", False, used)


def title_of(name: str) -> str:
    """What `lib.control` calls a worker that was given this title: as many bytes of it as the kernel keeps."""
    return name.encode()[:TITLE].decode("utf-8", "replace")


def death(outcome: Outcome) -> str:
    """Why a worker was ended, in words."""
    if outcome.reason == Reason.PLEDGE:
        return "ended: it broke its promises"
    if outcome.reason == Reason.FAULT:
        return "ended: it touched what is not its own"
    if outcome.reason == Reason.TIME:
        return "ended: its time was over"
    return "ended by " + ": ".join([word for word in outcome.packet if word != ""])


def unknown(name: str, entries: list[Entry]) -> str:
    """There is no such command."""
    near = nearest(name, [entry.command.name for entry in entries])
    hint = (f"set {name} sets a variable" if "=" in name else f"did you mean {near}?" if near != "" else
            "type help for the list")
    return f"nipbox: {name}: no such command; {hint}"


def command_main(packet: list[str]) -> list[str]:
    """The worker of a command."""
    return run_packet(packet, TABLE)


def script_main(packet: list[str]) -> list[str]:
    """The worker of a script: a shell of its own."""
    text, state = packet[0].encode(), State()
    state.name, state.directory = packet[1], packet[2]
    state.status, state.depth, state.columns = int(packet[3]), int(packet[4]), int(packet[5])
    state.redraws, state.output = packet[6] == "1", packet[7]
    for one in unflat(packet, 9):
        state.set(one[0], one[1:])
    try:
        Executor(Workers(int(packet[8]), False), state).run(parse(text, expressions()))
    except Problem as problem:
        write_error(explain(text, problem, state.name) + "\n")
        return [str(USAGE_ERROR)]
    except MemoryError:
        write_error(NO_MEMORY + "\n")
        return [str(FAILED)]
    effects = [["power", state.power]] if state.power != "" else []
    return [str(state.exit_code if state.leaving else state.status), *flat(effects)]
