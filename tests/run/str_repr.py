"""repr of strings: quotes, escapes, what is printable."""


def main() -> None:
    for s in ("", "plain", "it's", 'say "hi"', "both ' and \"", "back\\slash", "tab\t", "line\nfeed", "cr\r", "nul\0",
              "\x01\x1b\x7f", "é", "日本", "😀", "\x80\x9f\xa0", "\xad", "\u2028", "\u200b", "\ufeff", "mix\n'é'"):
        print(repr(s), len(s), f"{s!r}")
    print(["a", 'b"', "c'"], ("x\n",), {"k'": "v\t"})
    print(ascii("é😀\n") + "|" + ascii("abc"), f"{'é'!a}")
    print(repr("\a\b\f\v"), "\N{BULLET}", "\101\x41\u0041")


if __name__ == "__main__":
    raise SystemExit(main())
