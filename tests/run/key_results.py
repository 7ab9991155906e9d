"""`key: Callable[[T], Any]` of functions and methods that hand it on to `sorted`, `max`: what it gives has an order."""
from typing import Any, Callable, Generic, Iterable, TypeVar

T = TypeVar("T")


class Seq(Generic[T]):
    def __init__(self, source: Iterable[T]) -> None:
        self._source = list(source)

    def order_by(self, key: Callable[[T], Any]) -> "Seq[T]":
        return Seq(sorted(self._source, key=key))



def by(items: list[str], key: Callable[[str], Any], reverse: bool = False) -> list[str]:
    return sorted(items, key=key, reverse=reverse)


def biggest(items: Iterable[T], key: Callable[[T], Any]) -> T:
    return max(items, key=key)


def main() -> None:
    words = ["pear", "fig", "apple"]
    print(by(words, len), by(words, lambda w: w[1]), by(words, lambda w: (len(w), w), reverse=True))
    print(biggest(words, len), biggest([1, -5], abs))
    print(list(Seq(words).order_by(len)._source), Seq(words).order_by(lambda w: w)._source)


if __name__ == "__main__":
    main()
