"""Every method of str on text of many kinds: ASCII, accents, Greek, ligatures, title case, emoji, controls."""


def show(name: str, x: str) -> None:
    print(name, repr(x), len(x))


def showl(name: str, x: list[str]) -> None:
    print(name, x)


def main() -> None:
    texts = [
        '', 'a', 'abc', 'Hello, World', '  pad  ', 'tab\tand\nline\r\n', 'aXbXcX', '\xe9t\xe9 \xc9T\xc9',
        '\u0391\u03a3 \u0391\u03a3\u0391 \u03a3', '\xdf stra\xdfe \u0149 \u01c6 \u01c5 \u01c4',
        '\u65e5\u672c\u8a9e \u30c6\u30ad\u30b9\u30c8', 'a\U0001f600b\U0001f600', '\u2028x\x85y\x1cz', '123',
        '\u0661\u0662\u0663', '\xb2\xbd', '_id9', '9id', '\u0130\u0131Ii', 'A\u0301bc', 'xyzzy xyzzy', '\'"\\',
        '\x00\x7f\x80\xa0\xad\u200b\ud7ff', 'Title Case Here', "they're bill's", 'aaaa', '\ufb01 \ufb02 \ufb00',
        '\u0390 \u1f52', '\t\t', 'a,b,,c,', 'no',
    ]
    subs = [
        '', 'a', 'X', 'xy', '\xc9', '\u03a3', '\U0001f600', ',', ' ', 'zz', 'aa', 'e', '\n',
    ]
    for s in texts:
        show("upper", s.upper())
        show("lower", s.lower())
        show("capitalize", s.capitalize())
        show("title", s.title())
        show("swapcase", s.swapcase())
        show("casefold", s.casefold())
        show("strip", s.strip())
        show("lstrip", s.lstrip())
        show("rstrip", s.rstrip())
        print("isalpha", s.isalpha())
        print("isalnum", s.isalnum())
        print("isdigit", s.isdigit())
        print("isdecimal", s.isdecimal())
        print("isnumeric", s.isnumeric())
        print("isspace", s.isspace())
        print("isupper", s.isupper())
        print("islower", s.islower())
        print("istitle", s.istitle())
        print("isidentifier", s.isidentifier())
        print("isprintable", s.isprintable())
        print("isascii", s.isascii())
        showl("split", s.split())
        showl("rsplit", s.rsplit(None, 1))
        showl("split1", s.split(None, 1))
        showl("lines", s.splitlines())
        showl("linesk", s.splitlines(True))
        show("expand", s.expandtabs())
        show("expand3", s.expandtabs(3))
        show("z", s.zfill(8))
        show("c", s.center(9, "*"))
        show("c", s.center(10, "é"))
        show("l", s.ljust(9, "."))
        show("r", s.rjust(9))
        print(s.encode(), s.encode().decode() == s, s.encode("ascii", "replace"), s.encode("latin-1", "ignore"),
              s.encode("ascii", "backslashreplace"))
        print(ascii(s))
        show("rev", s[::-1])
        show("s", s[1:])
        show("s2", s[:-1])
        show("s3", s[1:6:2])
        show("s4", s[-3:])
        show("s5", s[5:1:-1])
        show("mul", s * 2)
        print([ord(c) for c in s])
        print("-".join([c for c in s]))
        for t in subs:
            print(s.find(t), s.rfind(t), s.count(t), s.find(t, 1), s.rfind(t, 1, 4), s.count(t, 1, -1),
                  s.find(t, -3), t in s, s.startswith(t), s.endswith(t), s.startswith(t, 1), s.endswith(t, 0, 3))
            show("rep", s.replace(t, "<>"))
            show("rep1", s.replace(t, "é", 1))
            show("rp", s.removeprefix(t))
            show("rs", s.removesuffix(t))
            show("st", s.strip(t))
            print(s < t, s <= t, s == t, s > t, s + t)
            if t != "":
                showl("sp", s.split(t))
                showl("sp1", s.split(t, 1))
                showl("rsp1", s.rsplit(t, 1))
                showl("rsp", s.rsplit(t))
                print(s.partition(t), s.rpartition(t))

if __name__ == "__main__":
    raise SystemExit(main())
