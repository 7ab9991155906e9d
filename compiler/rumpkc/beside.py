"""Work that changes nothing, done by a copy of this process while it goes on: what is proved beside code generation.

    beside = Beside(work)           the copy starts: it sees everything as it is now
    …                               what happens here, it does not see, and the other way round
    beside.answer()                 what `work` gave there; None where the copy could not say, so that it is done here

The proofs take as long as writing the code, need the same program, and nearly always find nothing.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from rumpkc.compilation import Compilation
from rumpkc.diagnostics import CompileError, Diagnostic, fail

MANY_FUNCTIONS = 1_000                  # of a program whose proofs are worth a process


class Beside:
    """One copy at work. It must be ended: by `answer`, or by `end` where nobody wants its answer."""

    def __init__(self, work: Callable[[], object]) -> None:
        reader, writer = os.pipe()
        self._reader = reader
        self._pid = os.fork()
        if self._pid:
            os.close(writer)
            return
        try:                                    # in the copy: nothing that this process has begun is to be ended there
            os.close(reader)
            content = memoryview(pickle.dumps(work()))
            while content:
                content = content[os.write(writer, content):]
        finally:
            os._exit(0)

    def answer(self) -> Any:
        """Wait for what `work` gave."""
        with os.fdopen(self._reader, "rb") as pipe:
            content = pipe.read()
        self._reap()
        try:
            return pickle.loads(content)  # noqa: S301  (from ourselves)
        except (pickle.UnpicklingError, EOFError):
            return None

    def end(self) -> None:
        """Stop the copy, if it has not been asked yet."""
        if self._pid:
            with suppress(OSError):
                os.close(self._reader)
            with suppress(OSError):
                os.kill(self._pid, signal.SIGKILL)
            self._reap()

    def _reap(self) -> None:
        with suppress(OSError):
            os.waitpid(self._pid, 0)
        self._pid = 0


def can_be() -> bool:
    """Whether this machine makes copies of processes, and has a second processor for one."""
    from rumpkc.targets.parallel import processors

    return hasattr(os, "fork") and processors() > 1


class Proofs:
    """What is proved of a large program, beside the passes that go on with it. `prove` raises what is wrong."""

    def __init__(self, c: Compilation, prove: Callable[[Compilation], None], possible: bool) -> None:
        self._c, self._prove, self._possible = c, prove, possible
        self._known: list[Diagnostic] = []
        self._beside: Beside | None = None

    def __enter__(self) -> Proofs:
        return self

    def __exit__(self, *_: object) -> None:
        if self._beside is not None:
            self._beside.end()
            self._beside = None

    @property
    def are_beside(self) -> bool:
        """Whether the passes of this process leave them to the other one."""
        return self._beside is not None

    def begin(self) -> None:
        """The program is checked: prove the rest of it elsewhere, if that is worth while."""
        assert self._c.program is not None
        if self._possible and len(self._c.program.functions) > MANY_FUNCTIONS and can_be():
            self._known = list(self._c.diagnostics.items)
            self._beside = Beside(self._found)

    def settle(self) -> None:
        """Wait for what they have found; errors are raised as if nothing had gone on meanwhile."""
        if self._beside is None:
            return
        found = self._beside.answer()
        self._beside = None
        if found is None:
            raise fail("E0901", "internal error: the process that proves the program has ended without a word",
                       help="this is a bug in the compiler, or memory has run out")
        if any(diagnostic.is_error for diagnostic in found):
            self._c.diagnostics.items[:] = self._known
        self._c.diagnostics.add(*found)
        self._c.stop_on_errors()

    def _found(self) -> list[Diagnostic]:
        """In the copy: what is wrong."""
        try:
            self._prove(self._c)
        except CompileError as error:
            self._c.diagnostics.add(*error.diagnostics)
        except RecursionError:
            from rumpkc.build import too_deep

            self._c.diagnostics.add(*too_deep().diagnostics)
        return self._c.diagnostics.items[len(self._known):]
