"""str.translate and maketrans, format_map, byte values as parts, starred sets."""

def main() -> None:
    s = "abcé日😀abc"
    print(s.translate({97: "x", 98: None, 99: 100}), s.translate(str.maketrans("abc", "xyz")), s.translate(str.maketrans("ab", "é日", "c")))
    print(s.translate(str.maketrans({"a": "A!", "b": None, "c": 8364})), s.translate({233: "e"}), s.translate({97: 98}), str.maketrans("a", "b"), str.maketrans("a", "b", "c"))
    d = {97: "long", 98: ""}
    print(s.translate(d), "".translate(d), str.maketrans({97: "q"}), str.maketrans({"x": "y", "z": "w"}))
    for k in ("ab", ""):
        try:
            print(str.maketrans({k: "a"}))
        except ValueError as e:
            print(e)
    try:
        print(str.maketrans("ab", "c"))
    except ValueError as e:
        print(e)
    try:
        print("a".translate({97: 1114112}))
    except ValueError as e:
        print(e)
    m = {"a": 1, "b": 22}
    print("{a}-{b:>5}|{a!r}{{}}".format_map(m), "{k[0]}".format_map({"k": [5]}))
    try:
        print("{zz}".format_map(m))
    except KeyError as e:
        print(e)
    b, a = b"hello", bytearray(b"hello")
    print(b.find(108), b.rfind(108), b.index(111), b.count(108), a.find(108), a.count(108, 3), a.rindex(104), b.find(108, 3), a.startswith((b"x", b"he")), b.endswith((b"lo", b"x"), 1), "abc".startswith(("b", "x"), 1), "abc".startswith(("a", "b"), 1, 2))
    try:
        print(b.find(256))
    except ValueError as e:
        print(e)
    print(a.join([b"1", b"2"]), bytearray(b",").join([b"a", b"b"]), {*[3, 1], 2, *range(2)} == {0, 1, 2, 3}, len({*"hello"}))
