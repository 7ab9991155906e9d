"""sort and sorted with a key function: stable, also when reversed."""


def second(pair: tuple[int, str]) -> str:
    return pair[1]


def last_digit(n: int) -> int:
    return n % 10


def main() -> None:
    pairs = [(1, "b"), (2, "a"), (3, "b"), (4, "a")]
    print(sorted(pairs, key=second), sorted(pairs, key=second, reverse=True))
    numbers = [31, 22, 11, 42, 1, 52]
    numbers.sort(key=last_digit)
    print(numbers)
    words = ["bb", "a", "ccc", "dd"]
    words.sort(key=len)
    print(words, sorted(words, key=str.upper, reverse=True))
    print(max(words, key=len), min(words, key=len), max(numbers, key=last_digit))


if __name__ == "__main__":
    raise SystemExit(main())
