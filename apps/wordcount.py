"""Counts the words of a text and prints the most frequent ones as a table."""

from typing import Final

TEXT: Final = """\
An operating system is a program that other programs trust. It hands out memory, it hands out time, and it keeps the
programs apart. Most of it is older than the machines that run it, and most of it is written in a language in which a
small slip is a large hole. A kernel can be small. A kernel can be written in a language that its readers know, and
the machine can still be fast: what costs time is not the language, it is the question that is asked again and again
while the program runs, although the answer was known when the program was built. Ask early, and the machine has time
for the work. The naïve reader may ask whether a kernel needs a café, a façade or a crêpe; it needs none of them, but
a kernel that cannot count the words in “naïve café” cannot count.
"""
ROWS: Final = 12


def words_of(text: str) -> list[str]:
    """The words in lower case: runs of letters, whatever the alphabet."""
    words: list[str] = []
    word = ""
    for letter in text.lower():
        if letter.isalpha():
            word += letter
        elif word:
            words.append(word)
            word = ""
    if word:
        words.append(word)
    return words


def count_words(words: list[str]) -> dict[str, int]:
    """How often each word occurs, in the order of first appearance."""
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def ranking(counts: dict[str, int]) -> list[tuple[int, str]]:
    """(-count, word): the most frequent first, equal ones by the alphabet."""
    ranks = [(-count, word) for word, count in counts.items()]
    ranks.sort()
    return ranks


def main() -> int:
    words = words_of(TEXT)
    counts = count_words(words)
    ranks = ranking(counts)
    width = max([len(word) for _, word in ranks[:ROWS]])
    print(f"{'word':<{width}}  count  share")
    print("-" * (width + 14))
    for negative, word in ranks[:ROWS]:
        print(f"{word:<{width}}  {-negative:5d}  {-negative / len(words):5.1%}")
    print("-" * (width + 14))
    longest = ""
    for word in counts:
        if len(word) > len(longest):
            longest = word
    print(f"{len(words)} words, {len(counts)} different; the longest is {longest!r}")
    accented = [word for word in counts if not word.isascii()]
    print(f"not ASCII: {', '.join(accented)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
