"""top [-n seconds] [-c count]: who uses the processor, the most first, again and again until q."""

import os
from typing import Final

from lib.kdl.document import Kind, Node, Value
from lib.kdl.reader import parse
from lib.system import uptime_ns
from lib.worker import keys, sleep_us
from npl.nipbox.command import RPATH, STDIO, TIME, Arguments, Command, duration_us
from npl.nipbox.files import snapshot
from npl.nipbox.io import TERMINAL, Io
from npl.nipbox.nodes.stage import output

COMMAND: Final = Command("top", pledge=STDIO | RPATH | TIME, usage="[-n SECONDS] [-c COUNT]",
                         summary="show who uses the processor, until q",
                         options="-n --interval SECONDS: between two tables (2)\n"
                                 "-c --count COUNT: so many tables", most=0,
                         output="percent fid name hart state memory", memory=1 << 20)
LOOK: Final = 50_000                    # microseconds between two looks for keys
TENTHS: Final = 1000                    # of a percent in all of the time


def run(arguments: Arguments, io: Io) -> int:
    pause = duration_us(arguments.value("--interval", "2"), "the interval")
    if pause == 0:
        pause = 1
    count, rounds = arguments.number("--count", 0), 0
    before, began = used(workers()), uptime_ns()
    while count == 0 or rounds < count:
        if quits(pause, io):
            break
        now = uptime_ns()
        found = workers()
        if io.redraws:
            io.clear()
        elif rounds > 0:
            io.print("")
        show(found, before, now - began, io)
        before, began = used(found), now
        rounds += 1
    return 0


def quits(pause: int, io: Io) -> bool:
    """Wait; whether q was pressed meanwhile. Any other key ends the wait."""
    while pause > 0:
        sleep_us(min(pause, LOOK))
        pause -= LOOK
        if io.output == TERMINAL and keys() > 0:
            return os.read(0, 1) in (b"q", b"Q", b"")
    return False


def workers() -> list[Node]:
    return [node for line in snapshot("/proc/workers").splitlines() for node in parse(line)]


def used(found: list[Node]) -> dict[str, int]:
    """Nanoseconds of the processor, by name of the worker."""
    return {node.props["fid"].text: node.props["used"].number for node in found}


def show(found: list[Node], before: dict[str, int], time_ns: int, io: Io) -> None:
    """A table; a worker that is new has used all of its time since then."""
    out = output(io)
    rows: list[tuple[int, Node]] = []
    for node in found:
        spent = node.props["used"].number - before.get(node.props["fid"].text, 0)
        rows.append((spent * TENTHS // max(time_ns, 1), node))
    for share, node in sorted(rows, key=lambda row: -row[0]):
        props = node.props
        out.node(Node("worker", [], {
            "percent": Value.of_float(share / 10), "fid": props["fid"],
            "name": props["name"], "hart": props["hart"], "state": props["state"],
            "memory": Value(Kind.INT, "", props["memory"].number, "B")}))
    out.finish()
