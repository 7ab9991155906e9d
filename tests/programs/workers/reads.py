"""Workers that wait for input: all but one are killed there, that one gets a line, and the app the next one."""

from kernel.worker import ALIVE, SLOTS, slot
from lib.hive import Worker, spawn


def reads(packet: list[str]) -> list[str]:
    return [packet[0], input()]


def nothing(packet: list[str]) -> list[str]:
    return packet


def settle() -> None:
    """Let them come to where they wait."""
    for _ in range(3):
        spawn(nothing, []).join()


def waiting() -> int:
    return len([number for number in range(SLOTS) if slot(number).state == ALIVE])


def main() -> int:
    readers: list[Worker] = [spawn(reads, [str(i)]) for i in range(4)]
    settle()
    print("wait:", waiting())
    for i in (3, 0, 2):
        readers[i].kill()
        print("killed:", readers[i].join().reason.name)
    settle()
    print("wait:", waiting())
    print("worker:", readers[1].join().packet)
    print("app:", input())
    print("end")
    return 0
