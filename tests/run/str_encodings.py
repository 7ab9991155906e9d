"""UTF-16 and UTF-32, and other names of encodings."""


def enc(s: str, name: str, errors: str = "strict") -> None:
    try:
        b = s.encode(name, errors)
        print(name, b, b.decode(name, errors) == s)
    except (UnicodeEncodeError, LookupError) as e:
        print(type(e).__name__, e)


def dec(b: bytes, name: str, errors: str = "strict") -> None:
    try:
        print(ascii(b.decode(name, errors)))
    except UnicodeDecodeError as e:
        print(e, e.encoding, e.start, e.end, e.reason)
    except LookupError as e:
        print(e)


def run_utf16() -> None:
    for n in [
        "utf-16",
        "UTF16",
        "utf_16",
        "utf-16le",
        "utf_16_le",
        "utf-16-le",
        "utf16-le",
        "utf16le",
        "u16",
        "utf-32",
        "UTF-32LE",
        "utf32",
        "utf_32_be",
        "u32",
        "utf 16",
        "UTF-16 LE",
        "utf-16-be",
        "UTF_16BE",
        "u8",
        "utf-64",
        "u-16",
    ]:
        enc("aé\u20ac\U0001f600", n)
        enc("", n)
        enc("x\ud800y", n)
        enc("x\ud800\udc00y", n, "replace")
        enc("x\ud800y", n, "ignore")
        enc("x\ud800y", n, "backslashreplace")
        enc("x\ud800y", n, "xmlcharrefreplace")
    samples = [
        b"a",
        b"\xff\xfea\x00b",
        b"\xfe\xff\x00ab",
        b"\x00\xd8",
        b"\x00\xd8a",
        b"\x00\xdcaa",
        b"\x00\xd8aa",
        b"\xff\xfe",
        b"\xff\xfea\x00",
        b"a\x00\x00\x00b",
        b"\x00\x00\xfe\xff\x00\x00\x00b",
        b"a\xd8\x00\x00",
        b"aaaa",
        b"",
        b"\xff\xfe\x00\x00a\x00\x00\x00",
        b"\x3d\xd8\x00\xde",
        b"\xd8\x3d\xde\x00x",
        b"\xd8\x3d\xd8\x3d\xde\x00",
    ]
    for b in samples:
        for n in ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]:
            for h in ["strict", "replace", "ignore", "backslashreplace"]:
                dec(b, n, h)
    print(
        str(b"a\x00", "utf-16-le"),
        bytes("a", "utf-16-be"),
        bytearray("a", "utf-16"),
        bytearray(b"\x00a").decode("utf-16-be"),
    )


def run_enc_literal() -> None:
    print(
        "é".encode("latin"),
        "é".encode("L1"),
        "é".encode("ISO-8859-1"),
        "é".encode("cp819"),
        "a".encode("646"),
        "é".encode("U8"),
        "é".encode("utf8"),
        "é".encode(encoding="utf_16_le"),
        b"\xe9".decode("latin1"),
        bytearray(b"\xe9").decode("8859"),
        "a".encode("us-ascii"),
    )
    for f in ("é".encode("ascii", "replace"), "é".encode(errors="ignore", encoding="ASCII")):
        print(f)
    try:
        print("a".encode("nope"))
    except LookupError as e:
        print(e)
    try:
        print("é".encode("646"))
    except UnicodeEncodeError as e:
        print(e)
    print(str(b"\xe9", "latin"), bytes("é", "latin"), str(b"a", encoding="utf-16-le", errors="ignore"))


def run_m26_utf16() -> None:
    print("a".encode("utf-16-le"), b"a\x00".decode("utf-16-le"), "a".encode("utf-16-be"))


def main() -> None:
    run_utf16()
    run_enc_literal()
    run_m26_utf16()


if __name__ == "__main__":
    main()
