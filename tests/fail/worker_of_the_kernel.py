# rumpkc: build FILE -o build/tests/worker_of_the_kernel.elf
"""A worker that calls the kernel directly."""
from kernel.clock import since_start
from lib.hive import STDIO, spawn
from rumpk import u64


def ask(packet: list[str]) -> list[str]:
    return [str(since_start(u64(5)))]


def main() -> None:
    print(spawn(ask, [], promises=STDIO).join().packet)
