"""What a run tells of itself: which pass is at work, on a terminal; how long each took; commands that look closer.

    typecheck    3.2 s          a line stays for each pass that took long; that of the pass at work counts on
    place        0.4 s …
"""

from __future__ import annotations

import os
import shlex
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TextIO

from rumpkc.compilation import Options
from rumpkc.reports import FORM

PATIENCE_S = 0.7                        # a build that has ended by then has shown nothing
PERIOD_S = 0.2
LONG_S = 0.5                            # of a pass whose line stays
CLEAR = "\r\x1b[2K"


class Progress:
    """The passes of one run and their times; `stream` is where a person watches, None if nobody does."""

    def __init__(self, stream: TextIO | None) -> None:
        self.times: list[tuple[str, float]] = []
        self._stream = stream
        self._name = ""
        self._begin = perf_counter()
        self._shown = False
        self._lock = threading.Lock()
        self._ended = threading.Event()

    @contextmanager
    def watched(self) -> Iterator[Progress]:
        """Show the pass at work until the run ends; nothing of it is left where the run is short."""
        if self._stream is None:
            yield self
            return
        painter = threading.Thread(target=self._paint, daemon=True)
        painter.start()
        try:
            yield self
        finally:
            self._ended.set()
            painter.join()
            if self._shown:
                self._write(CLEAR)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """The time of one pass."""
        with self._lock:
            self._name, self._begin = name, perf_counter()
        try:
            yield
        finally:
            seconds = perf_counter() - self._begin
            with self._lock:
                self.times.append((name, seconds))
                if self._shown and seconds >= LONG_S:
                    self._write(f"{CLEAR}{line(name, seconds)}\n")
                self._name = ""

    def _paint(self) -> None:
        wait = PATIENCE_S
        while not self._ended.wait(wait):
            wait = PERIOD_S
            with self._lock:
                if not self._shown:
                    self._shown = True
                    for name, seconds in self.times:
                        if seconds >= LONG_S:
                            self._write(f"{CLEAR}{line(name, seconds)}\n")
                if self._name:
                    self._write(f"{CLEAR}{line(self._name, perf_counter() - self._begin)} …")

    def _write(self, text: str) -> None:
        assert self._stream is not None
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:                 # the terminal is gone: the build is not
            self._ended.set()


def line(name: str, seconds: float) -> str:
    return f"{name:<10} {seconds:5.1f} s"


def watcher() -> TextIO | None:
    """The terminal that shows progress; None in a pipe, for an editor, and where a line cannot be cleared."""
    shows = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return sys.stderr if shows and not FORM.as_json else None


def show_times(times: list[tuple[str, float]]) -> str:
    """The table of `--time-passes`."""
    total = sum(seconds for _, seconds in times)
    return "".join(f"{name:<10} {seconds * 1000:8.1f} ms {100 * seconds / max(total, 1e-9):5.1f} %\n"
                   for name, seconds in [*times, ("total", total)])


def command(verb: str, paths: Iterable[Path], options: Options, *more: str) -> str:
    """A command line of ours, ready to paste: the same build, with `more`."""
    words = ["rumpkc", verb, *(os.path.relpath(path) for path in paths)]
    if options.target is not None:
        words += ["-t", options.target]
    if options.opt_level is not None and verb != "check":
        words += ["-O", str(options.opt_level)]
    if options.output is not None:
        words += ["-o", str(options.output)]
    words += [word for name in options.link for word in ("--link", name)]
    words += [word for name in options.warn for word in ("-W", name)]
    return shlex.join([*words, *([] if options.debug else ["--no-debug"]), *more])
