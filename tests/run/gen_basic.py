"""Generator functions walked by `for`."""

from collections.abc import Iterator


def count(n: int) -> Iterator[int]:
    i = 0
    while i < n:
        yield i
        i += 1


def fib() -> Iterator[int]:
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def words(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for i, c in enumerate(text):
        if c == " ":
            if i > start:
                yield start, text[start:i]
            start = i + 1
    if start < len(text):
        yield start, text[start:]


def main() -> None:
    for x in count(5):
        print(x)
    for f in fib():
        if f > 100:
            break
        print(f, end=" ")
    print()
    print(list(words("the quick  brown fox")))
    print(sum(count(10)), sorted(count(4), reverse=True), max(count(7)))
    d = {k: v for v, k in words("a b c")}
    print(d)


if __name__ == "__main__":
    main()
