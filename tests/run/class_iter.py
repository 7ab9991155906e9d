"""Own iterators: __iter__ and __next__."""


class Countdown:
    def __init__(self, start: int) -> None:
        self.n = start

    def __iter__(self) -> "Countdown":
        return self

    def __next__(self) -> int:
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class Words:
    def __init__(self, text: str) -> None:
        self.text = text

    def __iter__(self) -> "WordIterator":
        return WordIterator(self.text.split())


class WordIterator:
    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.at = 0

    def __iter__(self) -> "WordIterator":
        return self

    def __next__(self) -> str:
        if self.at == len(self.words):
            raise StopIteration
        self.at += 1
        return self.words[self.at - 1]


def main() -> None:
    for n in Countdown(3):
        print(n, end=" ")
    print()
    words = Words("to be or not")
    for first in words:
        for second in words:
            print(first + second, end=" ")
    print()
    print([n * n for n in Countdown(4)], [w.upper() for w in words])
    for n in Countdown(10):
        if n == 7:
            break
    else:
        print("not reached")
    for n in Countdown(0):
        print("never", n)
    else:
        print("empty")
    print(list(Countdown(3)), sum(Countdown(4)), max(words), sorted(words), 2 in Countdown(5), list(enumerate(words)))


if __name__ == "__main__":
    raise SystemExit(main())
