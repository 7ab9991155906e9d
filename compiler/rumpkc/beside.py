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
