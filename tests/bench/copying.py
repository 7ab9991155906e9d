"""Instructions a byte of large copies, fills and comparisons: a line `name bytes instructions` for each.  No C twin."""

from lib.system import uptime_ns

SIZE = 65536


def main() -> int:
    source = bytes([(i * 7) & 0xFF for i in range(SIZE)])
    same = bytes([(i * 7) & 0xFF for i in range(SIZE)])
    target = bytearray(SIZE)

    start = uptime_ns()
    target[0:SIZE] = source
    print("memcpy, both aligned", SIZE, uptime_ns() - start)

    part = source[:SIZE - 8]
    start = uptime_ns()
    target[1:SIZE - 7] = part
    print("memcpy, to an odd place", SIZE - 8, uptime_ns() - start)

    start = uptime_ns()
    equal = source == same
    print("memcmp, both aligned", SIZE, uptime_ns() - start)

    start = uptime_ns()
    equal = target.startswith(part, 1) and equal
    print("memcmp, from an odd place", SIZE - 8, uptime_ns() - start)

    start = uptime_ns()
    del target[0]
    print("memmove, down by a byte", SIZE, uptime_ns() - start)

    start = uptime_ns()
    target.insert(0, 7)
    print("memmove, up by a byte", SIZE, uptime_ns() - start)

    start = uptime_ns()
    filled = b"7" * SIZE
    print("memset", SIZE, uptime_ns() - start)
    return 0 if equal and filled[9] == 55 and target[9] == 56 else 1


if __name__ == "__main__":
    raise SystemExit(main())
