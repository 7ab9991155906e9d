"""collections.Counter: counting, operators, comparisons, what a dict has."""

from collections import Counter


def histogram(words: list[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word in words:
        counts[word] += 1
    return counts


def as_dict(d: dict[str, int]) -> str:
    return f"{d['missing-not'] if 'missing-not' in d else d.get('a')} {len(d)} {sorted(d)}"


def main() -> None:
    letters = Counter("abracadabra")
    print(letters, letters["a"], letters["zebra"], len(letters), "zebra" in letters)
    print(letters.most_common(), letters.most_common(2), letters.most_common(0))
    print(sorted(letters.elements()), letters.total())
    words = histogram(["b", "a", "b", "c", "b"])
    print(words, list(words), list(words.items()), dict(words), words.get("q"), words.get("q", 7))
    words.update(["a", "z"])
    words.update({"c": 5})
    words.update(Counter(["b"]))
    print(words)
    words.subtract("ab")
    words.subtract({"z": 3})
    print(words, +words, -words)
    del words["nobody"]
    del words["z"]
    print(words.pop("c"), words.pop("c", 0), words, bool(words), bool(Counter[int]()), Counter[int]())
    p, q = Counter({"a": 3, "b": 1}), Counter({"a": 1, "b": 2})
    print(p + q, p - q, p & q, p | q, q - p)
    p += q
    print(p)
    p -= Counter({"a": 9})
    print(p)
    p |= Counter({"c": 4})
    p &= Counter({"c": 2, "b": 9})
    print(p)
    print(Counter("aab") == Counter("aba"), Counter("aab") != Counter("ab"), Counter("ab") <= Counter("aab"),
          Counter("ab") < Counter("ab"), Counter("aab") >= Counter("ab"), Counter("ab") > Counter("b"))
    zero = Counter({"x": 0})
    print(zero == Counter[str](), zero)
    numbers = Counter([n % 3 for n in range(1, 6)])
    print(numbers, max(numbers.values()), sum(numbers.values()), {k: v for k, v in numbers.items()})
    pairs = Counter([(1, "a"), (2, "b"), (1, "a")])
    print(pairs.most_common(1), pairs[2, "b"])
    copied = letters.copy()
    copied["a"] = 100
    copied.clear()
    print(letters["a"], copied, isinstance(letters, dict), isinstance(letters, Counter))
    print(as_dict(letters), as_dict({"a": 9}))
    print([f"{k}:{v}" for k, v in sorted(letters.items(), key=by_count)])
    try:
        {"a": 1}["b"]
    except KeyError as error:
        print("KeyError", error)


def by_count(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]


if __name__ == "__main__":
    main()
