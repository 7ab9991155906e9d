"""The least app that has all of the kernel in its image: workers, their supervision, fibers, every hart."""

from lib.hive import Reason, Worker, spawn, supervise


def answer(packet: list[str]) -> list[str]:
    return packet


def start() -> Worker:
    return spawn(answer, ["hello"])


def main() -> int:
    out = supervise(start, restarts=1, backoff=0.0)
    return 0 if out.reason == Reason.EXITED and out.packet == ["hello"] else 1
