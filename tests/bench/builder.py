"""Text put together from parts: `+=` on a str, `join`, numbers in f-strings.  C twin: c/builder.c."""

from lib.system import uptime_ns

LINES = 1500


def report() -> str:
    """Lines of a table, each from an f-string."""
    lines: list[str] = []
    for i in range(LINES):
        lines.append(f"{i}: {i * i} items, {i * 7 % 13} of them new")
    return "\n".join(lines)


def grown() -> str:
    """One character at a time."""
    out = ""
    for i in range(LINES):
        out += chr(97 + i % 26)
        out += "-+"
    return out


def checksum(text: str) -> int:
    total = 0
    for byte in text.encode():
        total = (total * 31 + byte) % 1_000_000_007
    return total


def work() -> int:
    return checksum(report()) * 3 + checksum(grown())


def main() -> int:
    start = uptime_ns()
    result = work()
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
