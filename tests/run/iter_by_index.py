"""`iter` of a class that only has `__getitem__`, next to all else that walks over it."""
from typing import Iterator


class Deck:
    def __init__(self) -> None:
        self._cards = [3, 1, 2]

    def __len__(self) -> int:
        return len(self._cards)

    def __getitem__(self, i: int) -> int:
        return self._cards[i]

    def deal(self, n: int) -> Iterator[int]:
        it = iter(self)
        for _ in range(n):
            yield next(it)


def main() -> None:
    d = Deck()
    print(list(d.deal(2)), list(d), sorted(d), max(d), 3 in d, list(reversed(d)), sum(d), [*d], tuple(d), list(enumerate(d)), list(zip(d, d)))
    it = iter(d)
    print(next(it), next(it), list(it), next(it, None))
    grow = iter(d)
    print(next(grow), end=" ")
    d._cards.append(7)
    print(list(grow), d._cards.pop())
    a, b, c = d
    print(a, b, c, ",".join(map(str, d)), list(filter(None, d)), any(x > 2 for x in d))


if __name__ == "__main__":
    main()
