"""A fiber and a worker come and go, and the kernel's events tell of it."""

from kernel.life import join, spawn, start
from lib.events import last_events
from lib.hive import spawn as spawn_worker
from rumpk import noalloc, u64


@noalloc
def nothing(_argument: u64) -> None:
    pass


def answer(packet: list[str]) -> list[str]:
    return packet


def main() -> int:
    if not start():
        return 1
    fiber = spawn(nothing, u64(0))
    if fiber is not None:
        join(fiber.fid)
    spawn_worker(answer, ["hello"]).join()
    for event in last_events(32):
        print(event.what.replace(" ", "-"), f"{event.first:016x}", event.time_ns > 0)
    return 0
