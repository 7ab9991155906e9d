# rumpkc: build FILE -o build/large.elf
"""More data than the board has memory."""
from rumpk import Array, u64

TABLE: Array[u64, 1_000_000] = Array[u64, 1_000_000]()


def main() -> None:
    for i in range(1000):
        TABLE[i * len(input())] += 1
    print(TABLE[len(input())])
