"""Unicode: code points beyond the first plane, combining marks, case that changes length, escapes in repr, sorting, identifiers."""


def main() -> None:
    samples = ["é", "e\u0301", "ß", "ŉ", "ﬃ", "İ", "ı", "Σίσυφος", "ΑΣ", "ǅ", "😀", "👩\u200d🚀", "\U0010ffff", "日本語", "עברית", "\u00ad", "\x00\x7f\x80", "\ufeff", "Ⅷ", "½", "²", "٤", "𝟘", "_ª"]
    for s in samples:
        print(ascii(s), repr(s) if s.isprintable() else "-", len(s), s.upper() if s.isprintable() else "", ascii(s.lower()), ascii(s.title()), ascii(s.casefold()), ascii(s.swapcase()), len(s.encode()),
              s.encode().hex()[:12], s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isidentifier(), s.isupper(), s.islower(), s.isprintable())
    text = "añ😀日\u0301z"
    print(text[1], text[2], text[-1], text[::-1] == "z\u0301日😀ña", text.find("日"), text.index("z"), text.count(""), text.split("😀"), text.center(10, "·"), [ord(c) for c in text], [hex(b) for b in text.encode()][:4])
    print(text.replace("😀", ":)"), text.partition("日"), "😀" in text, text.startswith("añ"), text[1:4], list(text[:3]), {c: i for i, c in enumerate("ñ😀")}, max(text), sorted("zéaÉ𝒳😀"))
    print("\u00e9" == "é", "e\u0301" == "é", "\N{GREEK SMALL LETTER ALPHA}", "\101\x41\u0041\U00000041", r"\u0041", "a\
b", "tab\tquote\"'\\", b"\xc3\xa9".decode(), "é".encode("latin-1"), "\ud800".isprintable(), ascii("\ud800"))
    print("straße".upper().lower(), "ΌΣΟΣ".lower(), "ὈΔΥΣΣΕΎΣ".lower(), "ǆ".title(), "o'neil's".title(), "hello WORLD".capitalize(), "ﬁ".upper(), "İ".lower() == "i\u0307", "K".lower(), "ſ".upper(), "µ".upper())
    print("1２٣".isdigit(), int("１２"), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "①".isdigit(), float("１.５"), "\u3000 x\u2009".strip(), "a\u2028b\u0085c\x1cd".splitlines(), "a\u00a0b".split(), " \u200b".isspace())
    print(f"{'é':>4}|{'日':^5}|{'😀':*<3}|{'ñ'!r}|{'ñ'!a}", "%5s|%-4s|" % ("é", "日"), "é".ljust(3, "-"), "x".zfill(3), "ñandú".translate({241: "n", 250: None}), "".join(chr(c) for c in (0x41, 0xE9, 0x65E5, 0x1F600)))
    print(sorted(["Éa", "ea", "Ea", "éa", "z", "Z"]), "a" < "á" < "ā", "\uffff" < "\U00010000", "é".join(["a", "b"]), "日本" * 2, "abc"[1:].title(), hash("é") == hash("\u00e9"), "é" in {"é": 1}, "ÀÉ".casefold() == "àé", "x".isascii(), "é".isascii())
