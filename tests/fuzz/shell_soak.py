"""The shell on a board for a long time: random commands, pipelines, jobs, Ctrl-C, kills and deaths; then everything is as it was.

    python -m tests.fuzz.shell_soak --seed 7 --ms 10000000            # random lines until the guest's clock has gone so far
    python -m tests.fuzz.shell_soak --pipelines 10000                 # so many pipelines, one after the other
    python -m tests.fuzz.shell_soak --machine aarch64 …

Guest time is that of `-icount`: a nanosecond an instruction, and what nobody works in passes at once. The census is
`/proc/memory` to the page and `/proc/workers` by number, both before and after. Descriptors have no counter: the machine has fewer in all
than there are pipelines in a long run, so one that is lost in each would end it.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time

from tests import qemu
from tests.bench.from_reset import END_OF_INPUT, PROMPT

SHELL = qemu.ROOT / "npl" / "nipbox" / "main.py"
CTRL_C = b"\x03"
FOLDER = "/tmp/soak"
PIPELINES = ("ls /etc | where size >= 0B | sort name | select name size | first 1 > /dev/null", "echo a b c | cat | wc -w > /dev/null",
             "help | head -n 2 > /dev/null", "ps | sort -r memory | get fid | tail -n 1 > /dev/null")
SIMPLE = ("echo hi", "true", "false", "date", "uptime", "pwd", "ps", "mem", "jobs", "help ls", "nothere", "ls /proc", "cat /missing", "echo 'open",
          "set x=1 2 3; echo $x", "echo $(echo a b | wc -w)", "cd /tmp; cd /", "history clear", "pledge ls", "rm /", "cat /tmp",
          "for i in a b c; echo $i; end | wc -l", "if false; echo no; else; echo yes; end", "cat < /proc/memory > /dev/null", "(", "| |")
FILES = (f"mkdir -p {FOLDER}/a/b", f"echo text > {FOLDER}/one", f"ls / >> {FOLDER}/two", f"cp {FOLDER}/one {FOLDER}/three", f"rm -rf {FOLDER}/a", f"rm -f {FOLDER}/two",
         f"mv {FOLDER}/one {FOLDER}/a", f"touch {FOLDER}/four {FOLDER}/five", f"cat {FOLDER}/* | wc", f"ls {FOLDER} | sort size | last 2")
SOURCES = ("ls /", "ls /etc", "ps", "mem", "help", "echo b a b", "cat /proc/workers | from-kdl", "history")
STAGES = ("where size > 0", "sort name", "sort -r size name", "select name size", "first 2", "last 3", "reverse", "uniq", "count", "to-kdl", "to-text", "cat", "head -n 3",
          "grep a", "wc -l", "tail -n 2", "each 'x=size*2'", "group kind", "spawn --pledge stdio cat /etc/none", "sum size", "false", "nothere", "sleep 1")
ENDLESS = ("while true; true; end", "cat /dev/zero > /dev/null", "cat /dev/zero | cat | cat > /dev/null", "while true; ls / | sort name | first 1 > /dev/null; end", "sleep 500",
           "watch -n 1 true", "cat /dev/random | wc")


class Board:
    """A machine with the shell behind its prompt."""

    def __init__(self, machine: str, budget_s: float) -> None:
        found = qemu.board(machine).qemu
        assert found is not None
        self.guest = qemu.Guest(found.command(str(qemu.build(SHELL, machine, 2)), extra=(*qemu.COUNTED, "-append", "rumpk.log=quiet")), budget_s, framed=False)
        self._at = self.guest.wait_for(PROMPT)
        self._said = 0

    def line(self, text: str, then: bytes = b"", after_s: float = 0.0) -> str:
        """Type a line, and keys some time later; what is said until the shell has answered to a word of its own."""
        self._said += 1
        self.guest.program = self.guest.program[self._at :]
        self.guest.send(text.encode() + b"\r")
        if then:
            self.guest.wait_for(b"\r\n")        # the line was entered
            time.sleep(after_s)
            self.guest.send(then)
        self.guest.send(f"echo word''{self._said}\r".encode())
        word = f"word{self._said}\r\n".encode()
        at = self.guest.wait_for(word)
        self._at = self.guest.wait_for(PROMPT, at)
        return self.guest.program[: at - len(word)].decode(errors="replace").rpartition(PROMPT.decode())[0]

    def uptime_ms(self) -> int:
        found = re.search(r"up (?:(\d+) days?, )?(\d+):(\d+):(\d+)\.(\d+)", self.line("uptime"))
        assert found is not None
        days, hours, minutes, seconds, rest = (int(part or 0) for part in found.groups())
        return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + rest

    def census(self) -> list[str]:
        """Pages, quota and memory as they are; how many workers there are (this command's own two among them)."""
        memory = [line for line in self.line("cat /proc/memory").splitlines() if "=" in line]
        assert len(memory) == 3, memory
        return [*memory, self.line("cat /proc/workers | wc -l").split()[-1]]

    def end_jobs(self) -> None:
        """Each would go on for ever; and a guest's second in which one works takes the host some seconds, where an idle one takes none."""
        for _ in range(20):
            if "no job" in self.line("kill"):
                break

    def end(self) -> int:
        self.guest.send(END_OF_INPUT)
        return self.guest.wait()


def pipelines(machine: str, count: int, budget_s: float) -> int:
    """About so many runs of pipelines, in loops of the shell's own; how many there were. AssertionError where they leave anything."""
    with_board = Board(machine, budget_s)
    with with_board.guest:
        with_board.line("set d 0 1 2 3 4 5 6 7 8 9")
        for one in PIPELINES:                   # what is made once, at the first use
            with_board.line(one)
        before, done = with_board.census(), 0
        while done < count:
            said = with_board.line("for a in $d; for b in $d; " + "; ".join(PIPELINES) + "; end; end")
            assert "nipbox" not in said and "memory" not in said.partition("\n")[2], said
            done += 100 * len(PIPELINES)
        after = with_board.census()
        assert after == before, (before, after)
        assert "healthy" in with_board.line("echo heal''thy")
        assert with_board.end() == 0
    return done


def step(rng: random.Random, board: Board) -> None:
    """One thing that somebody may do at a prompt."""
    chance = rng.random()
    if chance < 0.25:
        board.line(rng.choice(SIMPLE), CTRL_C, rng.random() * 0.05)             # also ends what still wants lines
    elif chance < 0.4:
        board.line(rng.choice(FILES))
    elif chance < 0.65:
        board.line(" | ".join([rng.choice(SOURCES), *(rng.choice(STAGES) for _ in range(rng.randrange(1, 6)))]))
    elif chance < 0.75:
        board.line(rng.choice((*ENDLESS, rng.choice(SOURCES) + " | " + rng.choice(STAGES))) + " &")
        board.line(rng.choice(("jobs", "kill", "kill 1", "sleep 2", "true")))
    elif chance < 0.85:
        board.line(rng.choice(ENDLESS), CTRL_C, 0.05 + rng.random() * 0.05)
    else:
        board.end_jobs()
        board.line(f"sleep {rng.randrange(1, 60)}")


def soak(machine: str, seed: int, milliseconds: int, budget_s: float) -> tuple[int, int]:
    """Steps until the guest's clock says so much; how many there were, and what it says. AssertionError where the end is not healthy."""
    rng, steps = random.Random(seed), 0
    board = Board(machine, budget_s)
    with board.guest:
        board.line(f"mkdir {FOLDER}")
        board.line(f"rm -rf {FOLDER}; history clear")
        before = board.census()
        while board.uptime_ms() < milliseconds:
            board.line(f"mkdir -p {FOLDER}")
            for _ in range(10):
                step(rng, board)
                steps += 1
            board.end_jobs()
        board.line("cd /")
        board.line(f"rm -rf {FOLDER}; history clear")
        passed = board.uptime_ms()
        after = board.census()
        assert after == before, (seed, before, after)
        assert "healthy" in board.line("echo heal''thy"), seed
        assert board.end() == 0
    return steps, passed


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--machine", choices=qemu.BOARDS, default=qemu.BOARDS[0])
    options.add_argument("--seed", type=int, default=random.randrange(10**6))
    options.add_argument("--ms", type=int, default=10_000_000, help="guest milliseconds")
    options.add_argument("--pipelines", type=int, default=0, help="run so many pipelines instead")
    options.add_argument("--budget", type=float, default=3600, help="seconds of the host")
    chosen = options.parse_args()
    start = time.monotonic()
    if chosen.pipelines > 0:
        print(f"{chosen.machine}: {pipelines(chosen.machine, chosen.pipelines, chosen.budget)} pipelines in {time.monotonic() - start:.0f} s left nothing")
        return 0
    print(f"{chosen.machine}, seed {chosen.seed}", flush=True)
    steps, passed = soak(chosen.machine, chosen.seed, chosen.ms, chosen.budget)
    print(f"{steps} steps, {passed} guest ms in {time.monotonic() - start:.0f} s: healthy")
    return 0


if __name__ == "__main__":
    sys.exit(main())
