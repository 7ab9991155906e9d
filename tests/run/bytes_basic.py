"""bytes: literals, indexing, slicing, methods, repr, conversions."""


def main() -> None:
    data = b"hello\x00\xff\n"
    print(data, len(data), data[0], data[-1], data[1:4], data[::-1], data[5:], b"" == b"", bytes(3))
    for byte in b"AZ\x80":
        print(byte, end=" ")
    print()
    print(bytes([1, 2, 255]), bytes(range(5)), bytes(b"copy"), b"a" + b"b", b"ab" * 3, b"it's", b'"', b"'\"")
    print(b"abc" < b"abd", b"ab" < b"abc", b"a" == b"a")
    print(b"a" != b"b", 97 in b"abc", b"bc" in b"abc", b"x" not in b"abc")
    print(data.hex(), bytes.fromhex("00ff 10"), b"\xe2\x82\xac".decode(), "€é".encode(), "abc".encode("utf-8"))
    print(b"a,b,c".split(b","), b",".join([b"x", b"y"]), b" x ".strip(), b"abc".find(b"c"), b"abcabc".count(b"bc"))
    print(b"abc".startswith(b"ab"), b"abc".endswith(b"bc"), b"abc".replace(b"b", b"--"), b"AbC".upper(), b"AbC".lower())
    print(list(b"hi"), tuple(b"hi"), sum(b"\x01\x02"), max(b"az"), sorted(b"cab"), hash(b"x") == hash(b"x"))
    for values in ([256], [-1]):
        try:
            print(bytes(values))
        except ValueError as e:
            print(e)
    try:
        print(data[8])
    except IndexError as e:
        print(e)
    try:
        print(bytes(-1))
    except ValueError as e:
        print(e)
    try:
        print(bytes.fromhex("0g"))
    except ValueError as e:
        print(e)
    print(rb"raw\n", b"joined " b"here", bool(b""), bool(b"\0"), f"{b'x'!r}", str(b"y"), repr(b"\t\r\\"))
    table: dict[bytes, int] = {b"k": 1}
    print(table[b"k"], table)


if __name__ == "__main__":
    raise SystemExit(main())
