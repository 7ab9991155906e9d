"""The terminal: Ctrl-C ends the foreground, lines are edited while one is there, and what is typed early is not lost."""

from time import sleep

from kernel.pages import pages_free
from lib.control import Counts, end, foreground, interrupted, workers
from lib.hive import ALL, PROC, STDIO, TIME, Outcome, Worker, spawn
from lib.system import read_byte
from lib.worker import sleep_us
from rumpk import u64

FOREVER = 1_000_000_000


def endless(packet: list[str]) -> list[str]:
    n = 0
    while n >= 0:
        n = (n + 1) % 1000
    return []


def naps(packet: list[str]) -> list[str]:
    while True:
        sleep_us(FOREVER)
    return []


def lines(packet: list[str]) -> list[str]:
    """What it reads, to the end of input."""
    out: list[str] = []
    try:
        while True:
            out.append(input())
    except EOFError:
        return out


def reads(packet: list[str]) -> list[str]:
    return [input()]


def says(packet: list[str]) -> list[str]:
    return packet


def kills(packet: list[str]) -> list[str]:
    """Ends those whose titles its packet has, and finds that it may not end all."""
    out: list[str] = []
    for one in workers():
        if one.title in packet:
            try:
                end(one.fid)
                out.append(one.title)
            except ProcessLookupError as error:
                out.append(str(error))
    try:
        end(u64(1))
    except ProcessLookupError:
        out.append("nobody")
    return out


def family(packet: list[str]) -> list[str]:
    """A shell in small: it has a job, and a command that ends it; the command may end no others."""
    job = spawn(naps, [], title="job", quiet=True)
    killer = spawn(kills, ["job", "stranger", "shell", "killer"], title="killer", quiet=True)
    return [*killer.join().packet, job.join().reason.name]


def show(name: str, out: Outcome) -> None:
    print(name, out.reason.name, out.packet)


def settle() -> None:
    """Let them come to where they wait."""
    for _ in range(3):
        spawn(says, [], quiet=True).join()


def killed_by_key() -> None:
    print("before", foreground(1), foreground(1))
    some: list[Worker] = [spawn(endless, [], group=1, quiet=True), spawn(naps, [], group=1, quiet=True),
                          spawn(reads, [], group=1, quiet=True)]
    other = spawn(naps, [], group=2, quiet=True)
    settle()
    print("press ctrl-c")
    for one in some:
        show("killed", one.join())
    print("others", [one.state for one in workers() if one.group == 2])
    other.kill()
    show("other", other.join())


def edited() -> None:
    print("type lines")
    show("lines", spawn(lines, [], group=1, quiet=True).join())
    print("type one line")
    show("one", spawn(reads, [], group=1, quiet=True).join())


def raw() -> None:
    print("was", foreground(0), "type keys")
    print([read_byte() for _ in range(7)])


def ahead() -> None:
    """Nobody reads in the foreground: keys stay keys, and nothing of them is shown; whether Ctrl-C was pressed is told once."""
    foreground(1)
    sleeper = spawn(naps, [], group=1, quiet=True)
    print("type ahead")
    sleep(0.3)
    print("pressed", interrupted(1))
    show("half", spawn(reads, [], group=1, quiet=True).join())
    foreground(0)
    print("end it")
    print([read_byte() for _ in range(5)])
    foreground(1)
    print("now")
    show("ended", sleeper.join())
    print("pressed", interrupted(1), interrupted(1), foreground(0))


def census() -> None:
    one = spawn(naps, [], title="sleeper of many words", group=5, promises=STDIO | TIME, memory=1 << 17, quiet=True)
    settle()
    for info in workers():
        print(info.title, info.state, info.parent, info.promises, info.memory, info.open < info.memory, info.group,
              info.dying, info.fid == one.fid)
    counts = Counts()
    print(counts.pages > counts.free_pages == pages_free(), counts.page_bytes, counts.workers, counts.openings,
          counts.most_workers)
    end(one.fid)
    show("ended", one.join())
    stranger = spawn(naps, [], title="stranger", quiet=True)
    show("family", spawn(family, [], title="shell", promises=ALL, quiet=True).join())
    show("no proc", spawn(kills, ["stranger"], promises=ALL & ~PROC, stderr=-1, quiet=True).join())
    show("killer", spawn(kills, ["stranger"], quiet=True).join())
    show("stranger", stranger.join())


def main() -> int:
    census()
    killed_by_key()
    edited()
    raw()
    ahead()
    print("end")
    return 0
