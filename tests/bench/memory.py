"""memcpy, memset and memcmp as programs meet them: slices assigned, bytes repeated and compared.  C twin: c/memory.c."""

from lib.system import uptime_ns

SIZE = 4096
ROUNDS = 200


def work(source: bytes, same: bytes, target: bytearray) -> int:
    total = 0
    for i in range(ROUNDS):
        target[0:SIZE] = source                     # both at a word's start
        target[1:SIZE - 7] = source[:SIZE - 8]      # a copy of the slice, then one to an odd place
        total += target[i] + target[SIZE - 1 - i]
        if source == same:
            total += 1
        filled = b"7" * SIZE
        total += filled[i]
    for i in range(ROUNDS * 10):
        target[0:24] = source[0:24]
        total += target[i % 24]
    return total


def main() -> int:
    source = bytes([(i * 7) & 0xFF for i in range(SIZE)])
    same = bytes([(i * 7) & 0xFF for i in range(SIZE)])
    target = bytearray(SIZE)
    start = uptime_ns()
    result = work(source, same, target)
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
