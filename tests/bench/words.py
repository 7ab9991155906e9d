"""Counts words with a dict of strs, then looks every word up again.  C twin: c/words.c, whose table is ours."""

from lib.system import uptime_ns
from rumpk import w32

WORDS = 6000
ROUNDS = 4


def make_words() -> list[str]:
    """Words of three to ten letters, some of them often."""
    out: list[str] = []
    state = w32(7)
    for _ in range(WORDS):
        state = state * 1664525 + 1013904223
        pick = int(state >> 8) % 997
        pick = pick * pick % 1499
        word = ""
        for _ in range(3 + pick % 8):
            word += chr(97 + pick % 26)
            pick = pick * 31 % 7919
        out.append(word)
    return out


def work(words: list[str]) -> int:
    total = 0
    for _ in range(ROUNDS):
        counts: dict[str, int] = {}
        for word in words:
            if word in counts:
                counts[word] += 1
            else:
                counts[word] = 1
        most = 0
        for word, count in counts.items():
            if count > most:
                most = count
            total += len(word) * count
        total = total * 31 % 1_000_000_007 + len(counts) * 1000 + most
        for word in words:
            total += counts[word]
    return total


def main() -> int:
    words = make_words()
    start = uptime_ns()
    result = work(words)
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
