"""str.format: automatic, numbered and named fields, specifications."""


def main() -> None:
    print("{} {}".format(1, "a"), "{0} {1} {0}".format("x", 2), "{{}} {}".format(None))
    print("{:>4}|{:.2f}".format("r", 2.5), "{a}-{b:03d}".format(a=1, b=2), "{0!r:>5}".format("q"))


if __name__ == "__main__":
    raise SystemExit(main())
