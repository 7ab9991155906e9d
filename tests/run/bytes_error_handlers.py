"""What the error handlers of encode and decode make of what is wrong."""


def handlers() -> None:
    print(repr(b"a\xff".decode("utf-8", "surrogateescape")), "\udcff".encode("utf-8", "surrogateescape"))
    raw: list[bytes] = [
        b"a\xffb",
        b"\xed\xa0\x80x",
        b"\xe2\x82",
        b"\x80\x81",
        b"ok",
        b"\xed\xa0",
        b"\x00\xd8",
        b"a\x00\x00\xdc",
        b"abc",
        b"\x00\xd8\x00\x00",
        b"\xff\xff\xff\xff",
    ]
    names = [
        "strict",
        "ignore",
        "replace",
        "backslashreplace",
        "surrogateescape",
        "surrogatepass",
        "xmlcharrefreplace",
        "nothing",
    ]
    for encoding in ["utf-8", "ascii", "latin-1", "utf-16-le", "utf-16", "utf-32-be"]:
        for name in names[:6] if encoding[-2:] in ("le", "be") else names:
            for one in raw:
                try:
                    print(encoding, name, one, ascii(one.decode(encoding, name)))
                except (UnicodeDecodeError, LookupError, TypeError) as e:
                    print(encoding, name, one, type(e).__name__, e)
    texts = ["é", "\udcff", "a\udc80\udc81b", "\ud800", "x\udcffé", "\udcff\ud800", "é\udcff\udc80€", "ok"]
    for encoding in ["utf-8", "ascii", "latin-1", "utf-16-le", "utf-16", "utf-32-be"]:
        for name in names[:6] if encoding[-2:] in ("le", "be") else names:
            for text in texts:
                try:
                    print(encoding, name, ascii(text), text.encode(encoding, name))
                except (UnicodeEncodeError, LookupError) as e:
                    print(encoding, name, ascii(text), type(e).__name__, e)


def main() -> None:
    handlers()


if __name__ == "__main__":
    main()
