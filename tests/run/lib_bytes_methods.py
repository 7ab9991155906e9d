"""Every method of bytes and bytearray, and UTF-8, ASCII and Latin-1 with what is wrong in them."""


def main() -> None:
    data = [
        b'', b'a', b'abcabc', b'  x y\t z \n', b'\x00\xff\'"\\\x7f', b'a,b,,c',
        b'\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d',
        b'Hello World 123', b'\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80', b'aaaa',
    ]
    subs = [
        b'', b'a', b'bc', b',', b' ', b'\xff', b'aa',
    ]
    for b in data:
        print(b, len(b), b.hex(), b.hex(":"), b.hex("-", 2), b.hex("_", -3), b.upper(), b.lower(), b.isascii(),
              b.isdigit(), b.isspace())
        print(b.strip(), b.lstrip(), b.rstrip(), b.split(), b.split(None, 1), b.rsplit(None, 1), b.ljust(8, b"."),
              b.rjust(8), b * 2)
        print(b[::-1], b[1:], b[-2:], b[1:9:3], [x for x in b], bytes([x for x in b]) == b, bytearray(b),
              bytes(bytearray(b)) == b, hash(b) == hash(bytes(bytearray(b))))
        print(b.decode("latin-1"), b.decode("utf-8", "replace"), b.decode("ascii", "backslashreplace"),
              b.decode("utf-8", "ignore"))
        print(b.center(9, b"*"), b.center(12), b.zfill(8), b.splitlines(), b.splitlines(True), b.isalpha(),
              b.isalnum(), b.isupper(), b.islower())
        for s in subs:
            print(b.find(s), b.rfind(s), b.count(s), b.find(s, 1), b.rfind(s, 1, 4), s in b, b.startswith(s),
                  b.endswith(s), b.replace(s, b"<>"), b.replace(s, b"", 1), b.removeprefix(s), b.removesuffix(s),
                  b.strip(s), b < s, b == s, b + s)
            if s != b"":
                print(b.split(s), b.split(s, 1), b.rsplit(s, 1), b.partition(s), b.rpartition(s), s.join([b, b]))
    print(b"a\r\nb\nc\r\rd".splitlines(), b"-5".zfill(4), b"+".zfill(3))
    x = bytearray(b"hello")
    x.append(33)
    x.extend(b"ab")
    x.extend([1, 2])
    x += b"zz"
    x[0] = 72
    x[-1] = 65
    x.insert(1, 99)
    x.insert(-1, 98)
    print(x, len(x), x[2], x[-2], x.pop(), x.pop(0), x)
    x[1:3] = b"<<<<>"
    print(x)
    x[::2] = bytes(len(x[::2]))
    print(x)
    del x[1:3]
    del x[::3]
    print(x, 98 in x, b"b" in x, x == bytearray(b"q"), x[1:3], x[::-1])
    x.reverse()
    print(x)
    x.clear()
    print(x, bool(x))
    bad = [
        b'\xff', b'\xe2\x82', b'\xe2(\xa1', b'\xed\xa0\x80', b'\xf0\x9f\x98', b'abc\xf5', b'\xc0\x80',
        b'a\xf0\x90\x80A',
    ]
    for b in bad:
        try:
            print(b.decode())
        except UnicodeDecodeError as e:
            print(e, e.start, e.end, e.reason)
        print(b.decode("utf-8", "replace"), b.decode("utf-8", "backslashreplace"))
    for t in ["é", "a\ud800b", "€uro"]:
        for enc in ["ascii", "latin-1", "utf-8"]:
            try:
                print(t.encode(enc))
            except UnicodeEncodeError as e:
                print(e)
    for h in ["", "01 02", "0102ff", "zz", "1", "0 1", "a b"]:
        try:
            print(bytes.fromhex(h))
        except ValueError as e:
            print(e)

if __name__ == "__main__":
    raise SystemExit(main())
