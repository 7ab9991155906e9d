"""Texts of LLVM IR become objects, several at a time: in this process, or in workers where there is much to do.

    parts = Parts(target, 1, store)
    parts.add("big.m5", text)                 from the store, or given to a worker while the next text is being made
    parts.finish()           ->               [("big.m5.o", b"\\x7fELF…"), …], in the order of adding

A worker is a process of its own (worker.py): LLVM takes a core for each, and what makes it end ends no build without a
message. It reads texts from its standard input, so that it ends with the build, however that ends.
"""

from __future__ import annotations

import os
import queue
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.targets.store import ObjectStore
from rumpkc.targets.target import Target

if TYPE_CHECKING:
    from rumpkc.link.sites import Sites

PARALLEL_BYTES = 3 << 20                # of text, about a second of work: less is done before a worker has started
LARGE_BYTES = 12 << 20                  # of one text: LLVM takes hundreds of megabytes for it
MOST_WORKERS = 8
LENGTH = struct.Struct("<Q")


@dataclass(slots=True)
class Part:
    """One text on its way. `content` stays None where a worker could not compile it."""

    name: str
    text: str
    key: str
    content: bytes | None = None
    sites: Sites | None = None          # of the calls in it (link/sites.py)
    ended: bool = False                 # the worker did, over this text


class Parts:
    """The objects of one build. `store` None: all are made anew."""

    def __init__(self, target: Target, opt_level: int, store: ObjectStore | None) -> None:
        self.target, self.opt_level, self.store = target, opt_level, store
        self.parts: list[Part] = []
        self.reused = 0
        self.sites: dict[str, Sites] = {}               # known ones of objects for an image, by the object's name
        self._waiting: list[Part] = []
        self._queue: queue.SimpleQueue[Part | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []

    def take(self, name: str, key: str) -> bool:
        """Take in an object of the store without its text; whether it is there."""
        content = self.store.get(key) if self.store is not None else None
        if content is not None:
            self.parts.append(Part(name, "", key, content, self._known_sites(key)))
            self.reused += 1
        return content is not None

    def add(self, name: str, text: str) -> str:
        """Take in one more text; the key of its object in the store."""
        key = self.store.key(text, self.target, self.opt_level) if self.store is not None else ""
        part = Part(name, text, key, self.store.get(key) if self.store is not None else None)
        self.parts.append(part)
        if part.content is not None:
            part.text, part.sites = "", self._known_sites(key)
            self.reused += 1
        elif self._threads:
            self._queue.put(part)
        else:
            self._waiting.append(part)
            size = sum(len(p.text) for p in self._waiting)
            if size > LARGE_BYTES or size > PARALLEL_BYTES and len(self._waiting) > 1 and processors() > 1:
                self._start()
        return key

    def finish(self) -> list[tuple[str, bytes]]:
        """All objects; E0901 or E0902 for a text that LLVM rejects, the first in order."""
        from rumpkc.targets.objects import compile_object

        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join()
        out: list[tuple[str, bytes]] = []
        for part in self.parts:
            if part.ended:
                raise fail("E0902", f"internal error: LLVM ended its process over the part `{part.name}`",
                           help="its own message, if any, is above; this is a bug in the compiler; please report it")
            content = part.content if part.content is not None else \
                compile_object(part.text, self.target, self.opt_level)
            if part.text and self.store is not None:
                self.store.put(part.key, content)
            self._note_sites(part, content)
            out.append((f"{part.name}.o", content))
        if self.store is not None and self.reused < len(self.parts):
            self.store.make_room()
        return out

    def _known_sites(self, key: str) -> Sites | None:
        return self.store.get_sites(key) if self.store is not None and not self.target.is_host else None

    def _note_sites(self, part: Part, content: bytes) -> None:
        """Know the call sites of an object for an image, and keep them if they are new."""
        if self.target.is_host:
            return
        from rumpkc.link.sites import sites_of

        kept = part.sites is not None and not part.text
        found = part.sites if part.sites is not None else sites_of(part.name, content, self.target)
        self.sites[f"{part.name}.o"] = found
        if self.store is not None and not kept:
            self.store.put_sites(part.key, found)

    def _start(self) -> None:
        """Start the workers, and give them what has waited."""
        for part in self._waiting:
            self._queue.put(part)
        self._waiting.clear()
        for _ in range(min(processors(), MOST_WORKERS)):
            thread = threading.Thread(target=self._serve, daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self) -> None:
        """Give texts to one worker until there are no more; one that has ended is replaced."""
        from rumpkc.link.sites import unpacked

        worker: subprocess.Popen[bytes] | None = None
        while (part := self._queue.get()) is not None:
            if worker is None:
                try:
                    worker = subprocess.Popen(
                        [sys.executable, "-m", "rumpkc.targets.worker", self.target.name, str(self.opt_level)],
                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
                except OSError:         # the system gives no process: `finish` does the work
                    return
            answer = _ask(worker, part.text)
            if answer is None:
                part.ended = True
                worker.kill()
                worker.wait()
                worker = None
            elif answer[0]:
                part.content, part.sites = answer[0], unpacked(answer[1])
        if worker is not None:
            assert worker.stdin is not None
            with suppress(OSError):
                worker.stdin.close()
            worker.wait()


def compile_stored(name: str, text: str, target: Target, opt_level: int, store: ObjectStore | None) -> Parts:
    """One text; a large one in a process of its own, whose memory is free again when it has ended."""
    parts = Parts(target, opt_level, store)
    parts.add(name, text)
    return parts


def _ask(worker: subprocess.Popen[bytes], text: str) -> tuple[bytes, bytes] | None:
    """The object of `text` and its sites; empty where the worker gives none, None where it has ended."""
    assert worker.stdin is not None and worker.stdout is not None
    data = text.encode("utf-8", "surrogatepass")
    try:
        worker.stdin.write(LENGTH.pack(len(data)))
        worker.stdin.write(data)
        worker.stdin.flush()
        answer = _answer(worker.stdout), _answer(worker.stdout)
    except OSError:
        return None
    return (answer[0], answer[1]) if answer[0] is not None and answer[1] is not None else None


def _answer(reader: IO[bytes]) -> bytes | None:
    head = reader.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    size, = LENGTH.unpack(head)
    content = reader.read(size)
    return content if len(content) == size else None


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
