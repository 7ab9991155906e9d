"""Runs a tree: pipelines become workers (`World`), their effects come back to the `State`.

A command is one worker. A block in a pipeline, a `$(…)` of more than one command and what `&` leaves behind are workers
that run a shell of their own over their printed tree: what they set is theirs.
"""

from typing import Final

from npl.nipbox.io import FILE, PIPE, TERMINAL, TEXT
from npl.nipbox.language.expansion import Source, expand, expand_all
from npl.nipbox.language.printer import print_chain, print_script, print_stage, print_words, quote
from npl.nipbox.language.problem import Failure, Interrupted
from npl.nipbox.language.tree import (
    APPEND, APPEND_ERRORS, ERRORS, ERRORS_TO_OUTPUT, INPUT, Chain, For, If, Jump, Pipeline, Redirection, Script,
    Simple, Stage, While)
from npl.nipbox.state import Job, State
from npl.nipbox.world import NO_JOB, Ended, Launch, Streams, World

FAILED: Final = 1
MOST_OUTPUT: Final = 1 << 16            # bytes of a `$(…)`
PIECE: Final = 4096
INTERRUPTED: Final = 130                # a line's status after Ctrl-C: 128 and the number of SIGINT
LOOK_US: Final = 20_000                 # between two looks whether a job has ended
NOTHING: Final = "/dev/null"            # what jobs read: the terminal is the foreground's


class Executor(Source):
    """Runs scripts for one state."""

    def __init__(self, world: World, state: State) -> None:
        self._world = world
        self._state = state
        self._jump = ""                 # `break` or `continue`, on its way to the loop
        self._interrupted = False       # Ctrl-C was pressed: the line is over
        self._streams = Streams(0, 1, 2, state.output)

    # What words ask for

    def value(self, name: str) -> list[str]:
        return self._state.value(name)

    def listing(self, folder: str) -> list[str]:
        return self._world.listing(self._state.absolute(folder if folder != "" else "."))

    def output(self, script: Script) -> list[str]:
        """A script runs with its output in a pipe. Its status is the status."""
        reading, writing = self._world.pipe()
        try:
            streams = Streams(self._streams.stdin, writing, self._streams.stderr, TEXT)
            running = self._start_script(script, streams)
        except Failure:
            self._world.close(reading)
            self._world.close(writing)
            raise
        self._world.close(writing)
        self._heed(running)
        taken, size = [self._world.read(reading, PIECE)], 0
        while len(taken[-1]) > 0 and size <= MOST_OUTPUT:
            size += len(taken[-1])
            taken.append(self._world.read(reading, PIECE))
        self._world.close(reading)
        ended = self._wait(running)
        self._state.status = ended.status
        if size > MOST_OUTPUT:
            raise Failure(f"a $(…) has more than {MOST_OUTPUT} bytes")
        text = b"".join(taken).decode("utf-8", "replace")
        return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")] if text != "" else []

    def _start_script(self, script: Script, streams: Streams) -> int:
        """A command directly; anything else in a shell of its own."""
        chains = script.chains
        if len(chains) == 1 and len(chains[0].pipelines) == 1 and not chains[0].background:
            stages = chains[0].pipelines[0].stages
            if len(stages) == 1 and isinstance(stages[0], Simple) and len(stages[0].redirections) == 0:
                if not chains[0].pipelines[0].negated:
                    return self._start(stages[0], streams, NO_JOB)
        return self._world.start_script(self._state, print_script(script), streams, NO_JOB)

    # Statements

    def run_line(self, script: Script) -> int:
        """A script in the foreground of a terminal, up to its end or to Ctrl-C; the status."""
        self._jump, self._interrupted = "", False
        self._world.line_begins(NO_JOB)
        try:
            self.run(script)
        except Interrupted:
            self._state.status = INTERRUPTED
        finally:
            self._world.line_ends()
        return self._state.status

    def run(self, script: Script) -> int:
        """All of a script, or up to `exit`; the status."""
        for chain in script.chains:
            if self._state.leaving or self._jump != "":
                break
            if chain.background:
                self._leave_behind(chain)
            else:
                self._chain(chain)
        return self._state.status

    def _leave_behind(self, chain: Chain) -> None:
        """`&`: the chain runs by itself; the shell goes on."""
        text, number = print_chain(chain), self._state.next_job()
        opened: list[int] = []
        try:
            opened.append(self._world.open(NOTHING, NOTHING, INPUT))
            streams = Streams(opened[0], self._streams.stdout, self._streams.stderr, self._streams.output)
            stages = chain.pipelines[0].stages
            first = stages[0]
            simple = len(chain.pipelines) == 1 and len(stages) == 1 and len(first.redirections) == 0
            if simple and isinstance(first, Simple):
                running = self._start(first, streams, number)
            else:
                running = self._world.start_script(self._state, text, streams, number)
        except Failure as failure:
            self._fail(str(failure))
            return
        finally:
            self._close_all(opened)
        self._state.jobs.append(Job(number, running, text))
        self._world.error(f"[{number}] {text}")
        self._state.status = 0

    def _chain(self, chain: Chain) -> int:
        self._pipeline(chain.pipelines[0])
        for i in range(len(chain.signs)):
            if self._state.leaving or self._jump != "":
                break
            if (chain.signs[i] == "&&") == (self._state.status == 0):
                self._pipeline(chain.pipelines[i + 1])
        return self._state.status

    def _pipeline(self, pipeline: Pipeline) -> None:
        stages = pipeline.stages
        try:
            if len(stages) > 1:
                self._pipe(stages)
            else:
                self._alone(stages[0])
        except Failure as failure:
            self._fail(str(failure))
        if pipeline.negated:
            self._state.status = 1 if self._state.status == 0 else 0

    def _fail(self, message: str) -> None:
        self._world.error(f"nipbox: {message}")
        self._state.status = FAILED

    def _alone(self, stage: Stage) -> None:
        """A stage that is all of its pipeline: it may change the shell."""
        if isinstance(stage, Jump):
            self._jump = stage.word
            return
        opened: list[int] = []
        before = self._streams
        try:
            self._streams = self._redirected(stage.redirections, before, opened)
            if isinstance(stage, Simple):
                self._finish(self._start(stage, self._streams, NO_JOB))
            else:
                self._block(stage)
        finally:
            self._streams = before
            self._close_all(opened)

    def _block(self, stage: Stage) -> None:
        if isinstance(stage, If):
            self._if(stage)
        elif isinstance(stage, For):
            self._for(stage)
        elif isinstance(stage, While):
            self._while(stage)

    def _if(self, stage: If) -> None:
        for arm in stage.arms:
            status = self._chain(arm.condition)
            if self._state.leaving or self._jump != "":
                return
            if status == 0:
                self.run(arm.body)
                return
        otherwise = stage.otherwise
        self._state.status = 0
        if otherwise is not None:
            self.run(otherwise)

    def _for(self, stage: For) -> None:
        words = expand_all(stage.words, self, False)
        self._state.status = 0
        for word in words:
            self._state.set(stage.name, [word])
            self.run(stage.body)
            if self._ends_loop():
                return

    def _while(self, stage: While) -> None:
        status = 0
        while self._chain(stage.condition) == 0:
            status = self.run(stage.body)
            if self._ends_loop():
                return
        self._state.status = status

    def _ends_loop(self) -> bool:
        """Behind a round: whether it was the last one."""
        jump = self._jump
        self._jump = ""
        return jump == "break" or self._state.leaving

    # Pipelines

    def _pipe(self, stages: list[Stage]) -> None:
        """Start all stages; wait for the last one, whose status and effects count, then for the others.

        While that one's effects are applied, its streams are still open; then nobody reads any more, and writers end.
        """
        outer = self._streams
        running: list[int] = []
        reading = outer.stdin
        opened: list[int] = []
        given_up = False
        try:
            for i in range(len(stages) - 1):
                following, writing = self._world.pipe()
                try:
                    running.append(self._start_stage(stages[i], Streams(reading, writing, outer.stderr, PIPE)))
                finally:
                    self._world.close(writing)
                    if i > 0:
                        self._world.close(reading)
                    reading = following
            opened.append(reading)
            last = Streams(reading, outer.stdout, outer.stderr, outer.output)
            self._streams = self._redirected(stages[-1].redirections, last, opened)
            self._finish(self._start_last(stages[-1]))
        except (Failure, Interrupted):
            given_up = True
            for one in running:
                self._world.kill(one)
            if len(opened) == 0:
                opened.append(reading)
            raise
        finally:
            self._streams = outer
            self._close_all(opened)
            for one in running:
                self._finish_stage(one, given_up)
            if self._interrupted:
                raise Interrupted

    def _start_last(self, stage: Stage) -> int:
        if isinstance(stage, Simple):
            return self._start(stage, self._streams, NO_JOB)
        return self._world.start_script(self._state, print_words(stage), self._streams, NO_JOB)

    def _start_stage(self, stage: Stage, streams: Streams) -> int:
        """One stage of several."""
        if not isinstance(stage, Simple):
            return self._world.start_script(self._state, print_stage(stage), streams, NO_JOB)
        opened: list[int] = []
        try:
            return self._start(stage, self._redirected(stage.redirections, streams, opened), NO_JOB)
        finally:
            self._close_all(opened)

    def _redirected(self, redirections: list[Redirection], streams: Streams, opened: list[int]) -> Streams:
        """The streams with files in their places; what was opened has to be closed."""
        out = Streams(streams.stdin, streams.stdout, streams.stderr, streams.output)
        for one in redirections:
            word = one.word
            if word is None:
                if one.sign == ERRORS_TO_OUTPUT:
                    out.stderr = out.stdout
                else:                   # OUTPUT_TO_ERRORS
                    out.stdout, out.output = out.stderr, TERMINAL
                continue
            words = expand(word, self)
            if len(words) != 1:
                raise Failure(f"a redirection needs one file, not {len(words)}")
            number = self._world.open(self._state.absolute(words[0]), words[0], one.sign)
            opened.append(number)
            if one.sign == INPUT:
                out.stdin = number
            elif one.sign == ERRORS or one.sign == APPEND_ERRORS:
                out.stderr = number
            else:
                out.stdout = number
                out.output = FILE
        return out

    def _close_all(self, opened: list[int]) -> None:
        for number in opened:
            self._world.close(number)

    # Commands

    def _start(self, stage: Simple, streams: Streams, job: int) -> int:
        """Expand the words, and start the command."""
        words = expand_all(stage.words, self)
        if len(words) == 0:
            raise Failure("there is no command: the variable in its place has no value")
        return self.start_words(words, streams, job, -1)

    def start_words(self, words: list[str], streams: Streams, job: int, promises: int) -> int:
        """Start a command by its words; `promises` narrows what it may do."""
        return self._world.start(Launch(words, streams, job, promises), self._state)

    def _heed(self, running: int) -> None:
        """Ctrl-C ends the workers that there are; one that began meanwhile ends here."""
        self._interrupted = self._interrupted or self._world.interrupted()
        if self._interrupted:
            self._world.kill(running)

    def _wait(self, running: int) -> Ended:
        """Wait for a worker, and say why it ended if it did not by itself. Interrupted if Ctrl-C was pressed."""
        self._heed(running)
        ended = self._world.finish(running)
        if ended.killed:
            self._interrupted = self._interrupted or self._world.interrupted()
        if self._interrupted:
            raise Interrupted
        if ended.message != "":
            self._world.error(ended.message)
        return ended

    def _finish(self, running: int) -> None:
        """Wait for a worker; its status and its effects are the shell's."""
        ended = self._wait(running)
        self._state.status = ended.status
        for effect in ended.effects:
            self._apply(effect)

    def _finish_stage(self, running: int, given_up: bool) -> None:
        """Wait for a worker whose output another one reads; `given_up`: the shell has ended it."""
        if given_up:
            self._world.finish(running)
            return
        try:
            effects = self._wait(running).effects
        except Interrupted:
            return                      # the others end first
        if len(effects) > 0 and effects[0][0] in ("run", "script"):
            name = effects[0][1] if effects[0][0] == "run" else "script"
            self._fail(f"{name} stands alone, or last in a pipeline")

    def _apply(self, effect: list[str]) -> None:
        """One effect of a command on the shell."""
        if effect[0] == "run":
            self._run_again(effect)
        elif effect[0] == "script":
            self._run_file(effect)
        elif effect[0] == "wait":
            self._wait_for(effect)
        elif effect[0] == "await":
            self._await(int(effect[1]))
        elif effect[0] == "kill":
            self._kill(effect)
        else:
            self._state.apply(effect)

    def _run_again(self, effect: list[str]) -> None:
        """["run", how, promises, microseconds, word, …]: `spawn`, `time` and `watch` have another command run."""
        how, _, most = effect[1].partition(" ")
        promises, pause, rounds = int(effect[2]), int(effect[3]), 0
        words = effect[4:]
        while True:
            rounds += 1
            if how == "watch" and self._state.redraws and self._streams.output == TERMINAL:
                self._world.clear()
            begin = self._world.now_us()
            ended = self._wait(self.start_words(words, self._streams, NO_JOB, promises))
            self._state.status = ended.status
            if how == "time":
                real = self._world.now_us() - begin
                self._world.error(f"real {seconds(real)} s, processor {seconds(ended.used_us)} s")
            if how != "watch" or ended.killed or most == str(rounds):
                break
            if not self._world.pause_us(pause):
                self._interrupted = True
                raise Interrupted
        for one in ended.effects:
            if one[0] != "run":
                self._apply(one)

    def _run_file(self, effect: list[str]) -> None:
        """["script", name, text, word, …]: a script runs in a shell of its own; `$argv` is its words."""
        inner = State()
        inner.variables = dict(self._state.variables)
        inner.set("argv", effect[3:])
        inner.name, inner.directory, inner.depth = effect[1], self._state.directory, self._state.depth
        inner.status, inner.columns, inner.redraws = self._state.status, self._state.columns, self._state.redraws
        self._finish(self._world.start_script(inner, effect[2], self._streams, NO_JOB))

    def _wait_for(self, effect: list[str]) -> None:
        """["wait", number]: a job comes to the foreground."""
        job = self._taken(effect[1])
        if job is None:
            return
        self._world.error(job.text)
        self._world.line_begins(job.number)
        try:
            self._state.status = self._wait(job.running).status
        finally:
            self._world.line_begins(NO_JOB)

    def _await(self, number: int) -> None:
        """["await", number]: the shell goes on when a job has ended; 0: when all have. Ctrl-C ends the waiting only."""
        for job in self._state.jobs:
            while number in (0, job.number) and not self._world.is_over(job.running):
                if not self._world.pause_us(LOOK_US):
                    self._interrupted = True
                    raise Interrupted
        if number != 0:
            ended = self._taken(str(number))
            if ended is not None:
                self._state.status = self._world.finish(ended.running).status

    def _taken(self, number: str) -> Job | None:
        """The job of a number, which is none any more; a message where there is none."""
        job = self._state.take_job(int(number))
        if job is None:
            self._fail("there is no job" + (f" {number}" if number != "0" else ""))
        return job

    def _kill(self, effect: list[str]) -> None:
        """["kill", number]: a job ends. ["kill", "", name]: all workers of that title or FID do."""
        if effect[1] == "":
            if self._world.kill_named(effect[2]) == 0:
                self._fail(f"there is no worker {effect[2]}")
            return
        job = self._taken(effect[1])
        if job is None:
            return
        self._world.kill(job.running)
        self._world.finish(job.running)
        self._world.error(f"[{job.number}] killed: {job.text}")

    def tell_jobs(self) -> None:
        """A line for each job that has ended, which is none any more."""
        for job in list(self._state.jobs):
            if self._world.is_over(job.running):
                self._state.take_job(job.number)
                ended = self._world.finish(job.running)
                if ended.message != "" and not ended.killed:
                    self._world.error(ended.message)
                how = "killed" if ended.killed else "done" if ended.status == 0 else f"status {ended.status}"
                self._world.error(f"[{job.number}] {how}: {job.text}")


def seconds(microseconds: int) -> str:
    """With three places."""
    return f"{microseconds // 1_000_000}.{microseconds // 1000 % 1000:03}"


def line_of(words: list[str]) -> str:
    """Words as a line that has them."""
    return " ".join([quote(word) for word in words])


def is_append(sign: str) -> bool:
    """Whether what is written goes behind what a file has."""
    return sign == APPEND or sign == APPEND_ERRORS
