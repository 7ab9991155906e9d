"""String methods that take more than a list or one string: joins of tuples and strings, prefixes as tuples."""


def main() -> None:
    print("/".join(("p", "q")), ", ".join("abc"), "-".join({"x": 1, "y": 2}))
    names = ("zero", "one")
    print("-".join(names), "".join(sorted("hello")))
    s = "the cat"
    print(s.startswith(("a", "t")), s.endswith(("x", "y")), s.startswith(()))


if __name__ == "__main__":
    raise SystemExit(main())
