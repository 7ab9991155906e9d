"""SHA-512 of 64 KiB, several times.  C twin: c/sha512.c."""

from lib.sha2 import sha512
from lib.system import uptime_ns

ROUNDS = 4


def work(data: bytes) -> int:
    total = 0
    for _ in range(ROUNDS):
        total += sha512(data)[0]
    return total


def main() -> int:
    data = bytes([(i * 7) & 0xFF for i in range(65536)])
    start = uptime_ns()
    result = work(data)
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
