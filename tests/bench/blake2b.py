"""BLAKE2b of 64 KiB, several times.  C twin: c/blake2b.c."""

from lib.blake2 import Blake2b
from lib.system import uptime_ns

ROUNDS = 2


def work(data: bytes) -> int:
    total = 0
    for _ in range(ROUNDS):
        hasher = Blake2b(64)
        hasher.update(data)
        digest = hasher.digest()
        total = total * 7 + digest[0] * 65536 + digest[1] * 256 + digest[63]
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
