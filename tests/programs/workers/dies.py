"""A panic while workers live: the report has a line for each of them."""

from lib.events import last_events
from lib.hive import spawn
from lib.worker import sleep_us
from rumpk import Ptr, u64, usize


def sleeper(packet: list[str]) -> list[str]:
    sleep_us(1_000_000_000)
    return packet


def wild(packet: list[str]) -> list[str]:
    Ptr[u64](usize(64))[0] = u64(1)
    return packet


def main() -> int:
    spawn(sleeper, [], promises=0x21)
    spawn(wild, [], promises=1).join()
    spawn(wild, [], promises=2)
    spawn(wild, []).join()
    for event in last_events(3):
        print(event.what, event.hart, hex(event.second))
    Ptr[u64](usize(16))[0] = u64(1)
    return 0
