"""Iterating over a string gives its characters, in whatever alphabet."""


def reverse(s: str) -> str:
    out = ""
    for c in s:
        out = c + out
    return out


def main() -> None:
    for word in ("", "abc", "éàü", "日本", "a😀€é"):
        print(repr(word), len(word), len(word.encode()), reverse(word), [c for c in word])
        for i, c in enumerate(word):
            print(i, c, ord(c), chr(ord(c)) == c)
    vowels = 0
    for c in "the quick brown fox":
        if c in "aeiou":
            vowels += 1
    print(vowels)
    for a, b in zip("abc", "xyz"):
        print(a + b, end=" ")
    print()
    for c in reversed("stressed"):
        print(c, end="")
    print()
    counts: dict[str, int] = {}
    for c in "mississippi":
        counts[c] = counts.get(c, 0) + 1
    print(counts)


if __name__ == "__main__":
    raise SystemExit(main())
