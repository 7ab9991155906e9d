"""Indexing and slicing of strings with and without other alphabets: by code point."""


def show(s: str) -> None:
    n = len(s)
    print(s, n, s[0], s[-1], s[n // 2], s[-n])
    print(s[:], s[1:], s[:-1], s[2:4], s[-3:], s[:2])
    print(s[4:2] + "|", s[100:] + "|", s[-100:3], s[::2], s[::-1], s[5:1:-2])
    for bad in (n, -n - 1, 1000):
        try:
            print(s[bad])
        except IndexError as e:
            print(bad, e)


def main() -> None:
    show("abcdefgh")
    show("naïve café")
    show("日本語テキスト")
    show("a😀b😀c😀")
    text = "Grüße, Jürgen ❤ 100€"
    for i in range(len(text)):
        print(text[i], end="|")
    print()
    for i in range(0, len(text), 3):
        print(text[i:i + 3], end="/")
    print()
    start: int | None = None
    print(text[start:5], text[5:start], text[3:7:start])
    try:
        print(text[::0])
    except ValueError as e:
        print(e)
    print("x"[0], "x"[-1], "€"[0] == "€", "abc"[1:2] == "b", len("😀"[0]))


if __name__ == "__main__":
    raise SystemExit(main())
