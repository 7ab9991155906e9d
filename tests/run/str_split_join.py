"""split, rsplit, splitlines, join and strip."""


def main() -> None:
    print("a b  c".split(), "  lead and trail  ".split(), "".split(), "   ".split(), "one".split())
    print("a,b,,c".split(","), ",".split(","), "".split(","), "abc".split(","), "a--b--c".split("--"))
    print("a b c d".split(None, 2), "a,b,c,d".split(",", 1), "a,b,c".split(",", 0), "a b c".split(" ", -1))
    print("a,b,c,d".rsplit(",", 1), "a b c".rsplit(None, 1), "a,b".rsplit(","))
    print("x\ty\nz\r\nw".split(), "one\ntwo\r\nthree\n".splitlines(), "a\n\nb".splitlines(), "".splitlines())
    print("one\ntwo\n".splitlines(True), "a\x0bb\x0cc".splitlines())
    try:
        print("abc".split(""))
    except ValueError as e:
        print(e)
    print(",".join(["a", "b", "c"]), "".join(["x", "y"]), "-".join([]), "-".join(["one"]))
    print("|".join([str(n) for n in range(5)]), "é".join(["1", "2"]))
    print(repr("  x y \n".strip()), repr("  x ".lstrip()), repr("  x ".rstrip()), "xxabcxx".strip("x"))
    print("abcba".strip("ab"), "mississippi".lstrip("mis"))
    print("mississippi".rstrip("ip"), "".strip() + "|", "---".strip("-") + "|")
    print("key: value: more".split(": "), "a b".split("b"), "a1b1".split("1"))
    name, _, rest = "host:port:x".partition(":")
    print(name, rest)
    first, second = "k=v".split("=")
    print(first, second)


if __name__ == "__main__":
    raise SystemExit(main())
