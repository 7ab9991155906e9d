"""bytes and bytearray: escapes in repr, hex with separators, decoding errors, arithmetic of buffers, bounds."""


def main() -> None:
    data = bytes(range(0, 256, 17)) + b"'\"\\\n\t\x7f"
    print(data, bytes(3), bytes([65, 66]), b"a'b", b'a"b', b"a'\"b", rb"\n", b"a" b"b", bytes("é€", "utf-8"), bytes(b"x"), bytearray(b"\x00\xff"))
    print(data.hex(), data[:5].hex(":"), data[:5].hex("-", 2), data[:5].hex(" ", -2), bytes.fromhex("0a 0B\n0c"), bytes.fromhex(""), bytearray.fromhex("ff"))
    for text in ("0", "0g", "é0", "0 1"):
        try:
            print(bytes.fromhex(text))
        except ValueError as error:
            print(error)
    for raw in (b"\xff", b"ok\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xc0\x80", b"a\x80b"):
        try:
            print(raw.decode())
        except UnicodeDecodeError as error:
            print(error, "|", raw.decode(errors="replace"), raw.decode(errors="ignore"), raw.decode("latin-1"), raw.decode("utf-8", "backslashreplace"))
    for text, codec in (("é", "ascii"), ("€", "latin-1"), ("ok", "ascii")):
        try:
            print(text.encode(codec))
        except UnicodeEncodeError as error:
            print(error, text.encode(codec, "replace"), text.encode(codec, "ignore"), text.encode(codec, "xmlcharrefreplace"), text.encode(codec, "backslashreplace"))
    buffer = bytearray(b"hello")
    buffer += b" world"
    buffer *= 2
    buffer.insert(0, 33)
    buffer.append(0)
    buffer.extend([1, 2])
    print(buffer, buffer.pop(), buffer.pop(0), buffer.find(b"wor"), buffer.count(b"l"), buffer.count(111), buffer.index(0), 104 in buffer, b"ell" in buffer)
    for action in (lambda: bytes([256]), lambda: bytes([-1]), lambda: buffer.append(300), lambda: bytes(-1), lambda: buffer.remove(250), lambda: b"abc"[3]):
        try:
            action()
        except (ValueError, IndexError) as error:
            print(type(error).__name__, error)
    print(b"a,b,,c".split(b","), b" x y ".split(), b"a\r\nb\n".splitlines(), b"-".join([b"x", bytes(bytearray(b"y"))]), b"abc".replace(b"b", b""), b"AbC".swapcase(), b"xyx".strip(b"x"))
    print(b"abc" < b"abd", b"" < b"a", b"a" == bytearray(b"a"), b"ab" * 2, b"ab"[0], b"ab"[:1], list(b"ab"), max(b"az"), sorted(b"cab"), bytes(reversed(b"abc")), hash(b"a") == hash(b"a"))
    print(b"Hello".translate(bytes((i + 1) % 256 for i in range(256))), b"hello".translate(None, b"l"), b"abc".maketrans(b"ab", b"xy")[97], b"a\tb".expandtabs(4), b"7".zfill(3), b"abc".partition(b"b"), b"x".isalpha(), b"".isdigit(), int.from_bytes(b"\x01\x02", "big"))
