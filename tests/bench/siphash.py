"""SipHash-2-4 over a kibibyte, many times with a changing key.  C twin: c/siphash.c."""

from lib.siphash import siphash24
from lib.system import uptime_ns
from rumpk import w64

ROUNDS = 500


def work(data: bytes) -> w64:
    total = w64(0)
    for i in range(ROUNDS):
        key = bytes([i & 0xFF, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
        total += siphash24(key, data)
    return total


def main() -> int:
    data = bytes([(i * 7) & 0xFF for i in range(1024)])
    start = uptime_ns()
    result = work(data)
    elapsed = uptime_ns() - start
    print(int(result >> 1), elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
