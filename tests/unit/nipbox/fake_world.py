"""The shell's world in one process: commands are called, pipes are buffers, files a dict. Stages run one after the other."""

from npl.nipbox.command import Entry
from npl.nipbox.commands.table import TABLE, expressions
from npl.nipbox.dispatch import WORDS_AT, find, packet_of, run_entry
from npl.nipbox.io import CLEAR, Io
from npl.nipbox.language.executor import Executor, is_append
from npl.nipbox.language.parser import parse
from npl.nipbox.language.problem import Failure, Problem, explain
from npl.nipbox.state import State, flat, unflat
from npl.nipbox.world import NOT_FOUND, Ended, Launch, Streams, World


class Buffer:
    def __init__(self, data: bytes = b"") -> None:
        self.data = bytearray(data)
        self.at = 0


class FakeIo(Io):
    def __init__(self, name, output, columns, redraws, world, streams):
        super().__init__(name, output, columns, redraws)
        self.world, self.streams = world, streams

    def print(self, text):
        self.world.put(self.streams.stdout, text + "\n")

    def write(self, text):
        self.world.put(self.streams.stdout, text)

    def write_bytes(self, data):
        self.world.open_files[self.streams.stdout].data += data

    def about(self, path: str) -> str:
        return f"{len(self.files[path].data)} bytes"

    def error(self, text):
        self.world.put(self.streams.stderr, f"{self.name}: {text}\n")

    def usage(self, synopsis):
        self.world.put(self.streams.stderr, f"usage: {synopsis}\n")

    def read(self, count):
        return self.world.read(self.streams.stdin, count)


class FakeWorld(World):
    """`screen` is what 1 and 2 show; `files` maps paths to bytes."""

    def __init__(self, entries: list[Entry] | None = None, files: dict[str, bytes] | None = None):
        self.entries = TABLE if entries is None else entries
        self.files = {path: Buffer(data) for path, data in ({"/dev/null": b""} | (files or {})).items()}
        self.screen = Buffer()
        self.open_files: dict[int, Buffer] = {0: Buffer(), 1: self.screen, 2: self.screen}
        self.ended: dict[int, Ended] = {}
        self.started: list[tuple[str, int]] = []
        self.clock = 0
        self.presses = 0                # Ctrl-C comes when the line has asked for it so often; 0: never
        self.pressed_at = 0             # then the screen had so many bytes
        self.nested = 0                 # shells inside of the first one
        self.jobs_end = False           # before the next prompt
        self.killed: list[str] = []     # by `kill NAME`

    def put(self, descriptor: int, text: str) -> None:
        self.open_files[descriptor].data += text.encode()

    def _new(self, buffer: Buffer) -> int:
        number = next(n for n in range(3, 1000) if n not in self.open_files)
        self.open_files[number] = buffer
        return number

    def _keep(self, ended: Ended) -> int:
        self.ended[len(self.ended)] = ended
        return len(self.ended) - 1

    def start(self, launch: Launch, state: State) -> int:
        entry = find(self.entries, launch.words[0])
        if entry is None:
            self.error(f"nipbox: {launch.words[0]}: no such command")
            return self._keep(Ended(NOT_FOUND, []))
        self.started.append((launch.words[0], entry.command.pledge & launch.promises))
        packet = packet_of(launch.words, launch.streams.output, state, entry.command.wants)
        io = FakeIo(packet[0], packet[3], int(packet[4]), packet[5] == "1", self, launch.streams)
        io.directory, io.status = packet[1], int(packet[2])
        behind = WORDS_AT + int(packet[WORDS_AT - 1])
        status = run_entry(entry, packet[WORDS_AT:behind], packet[behind:], io, self.entries)
        return self._keep(Ended(status, unflat(flat(io.effects))))

    def clear(self) -> None:
        self.put(1, CLEAR)

    def kill_named(self, name: str) -> int:
        self.killed.append(name)
        return 0 if name == "nobody" else 1

    def is_over(self, running: int) -> bool:
        return self.jobs_end

    def interrupted(self) -> bool:
        if self.nested > 0:
            return False                # the terminal is the outermost shell's
        self.presses -= 1
        if self.presses == 0:
            self.pressed_at = len(self.screen.data)
        return self.presses == 0

    def start_script(self, state: State, text: str, streams: Streams, job: int) -> int:
        if state.depth >= 8:
            raise Failure("scripts are nested more than 8 times")
        inner = State()
        inner.output = streams.output
        inner.depth, inner.directory, inner.name = state.depth + 1, state.directory, state.name
        inner.variables = {name: list(values) for name, values in state.variables.items()}
        numbers = {0: streams.stdin, 1: streams.stdout, 2: streams.stderr}
        kept = {n: self.open_files[n] for n in numbers}
        self.open_files |= {n: self.open_files[from_] for n, from_ in numbers.items()}
        self.nested += 1
        try:
            status = run_text(self, inner, text)
        finally:
            self.nested -= 1
            self.open_files |= kept
        return self._keep(Ended(inner.exit_code if inner.leaving else status, []))

    def finish(self, running: int) -> Ended:
        return self.ended[running]

    def pipe(self) -> tuple[int, int]:
        buffer = Buffer()
        reading = self._new(buffer)
        return reading, self._new(buffer)

    def open(self, path: str, name: str, sign: str) -> int:
        if sign == "<":
            if path not in self.files:
                raise Failure(f"{name}: No such file or directory")
            return self._new(Buffer(bytes(self.files[path].data)))
        if path not in self.files or not is_append(sign):
            self.files[path] = Buffer()
        return self._new(self.files[path])

    def close(self, descriptor: int) -> None:
        del self.open_files[descriptor]

    def read(self, descriptor: int, count: int) -> bytes:
        buffer = self.open_files[descriptor]
        out = bytes(buffer.data[buffer.at:buffer.at + count])
        buffer.at += len(out)
        return out

    def listing(self, folder: str) -> list[str]:
        start = folder.rstrip("/") + "/"
        below = [path.removeprefix(start) for path in self.files if path.startswith(start)]
        return sorted({name.split("/")[0] + ("/" if "/" in name else "") for name in below})

    def about(self, path: str) -> str:
        return f"{len(self.files[path].data)} bytes"

    def error(self, text: str) -> None:
        self.put(2, text + "\n")

    def pause_us(self, microseconds: int) -> bool:
        return not self.interrupted()

    def now_us(self) -> int:
        self.clock += 1500
        return self.clock


def run_text(world: FakeWorld, state: State, text: str) -> int:
    """Run a script; its status."""
    try:
        return Executor(world, state).run(parse(text.encode(), expressions()))
    except Problem as problem:
        world.error(explain(text.encode(), problem, state.name))
        return 2
