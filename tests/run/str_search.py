"""Searching in strings: find, index, count, startswith, replace, partition."""


def main() -> None:
    s = "the cat sat on the mat"
    print(s.find("at"), s.find("at", 6), s.find("at", 6, 9))
    print(s.find("dog"), s.find(""), s.find("", 100), s.find("t", -3))
    print(s.rfind("at"), s.rfind("the"), s.rfind("dog"), s.rfind("at", 0, 8))
    print(s.index("cat"), s.rindex("t"))
    for missing in ("dog", "x"):
        try:
            print(s.index(missing))
        except ValueError as e:
            print(e)
    print(s.count("at"), s.count("t"), s.count("x"), s.count("the", 1), "aaaa".count("aa"), "abc".count(""))
    print(s.startswith("the"), s.startswith("cat"), s.startswith("cat", 4), s.endswith("mat"), s.endswith("the", 0, 18))
    print(s.startswith("he", 1, 3), "".startswith(""))
    print(s.replace("at", "og"), s.replace("at", "", 1))
    print(s.replace("x", "y"), "aaa".replace("a", "bb"), "ab".replace("", "-"))
    print(s.partition(" sat "), s.partition("dog"))
    print(s.rpartition("the"), "a=b=c".partition("="), "a=b=c".rpartition("="))
    print("prefix-body".removeprefix("prefix-"), "body.py".removesuffix(".py"), "abc".removeprefix("x"))
    u = "één ❤ twee ❤ drie"
    print(u.find("❤"), u.rfind("❤"), u.count("é"))
    print(u.index("twee"), u.replace("❤", "<3"), u.split("❤"), u.partition("❤"))
    print("é" in u, "è" in u, u.startswith("éé"), u.endswith("ie"), u.find("e", 8))


if __name__ == "__main__":
    raise SystemExit(main())
