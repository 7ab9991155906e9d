"""base64: base 85 in both forms, base32hex, lines of base64; binascii.crc_hqx."""

import base64
import binascii
import random


def main() -> None:
    rng = random.Random(7)
    for size in (0, 1, 2, 3, 4, 5, 7, 8, 9, 58, 120):
        data = rng.randbytes(size)
        a, b, c = base64.a85encode(data), base64.b85encode(data), base64.b32hexencode(data)
        print(size, a, b, c, base64.a85encode(data, pad=True), base64.b85encode(data, pad=True), binascii.crc_hqx(data, 0x1D0F))
        print(base64.a85decode(a) == data, base64.b85decode(b) == data, base64.b32hexdecode(c) == data)
        print(base64.encodebytes(data), base64.decodebytes(base64.encodebytes(data)) == data)
        print(base64.a85encode(data, wrapcol=10, adobe=True), base64.a85decode(base64.a85encode(data, wrapcol=10, adobe=True), adobe=True) == data)
    zeros = bytes(9) + b"    " + bytearray(b"ab")
    print(base64.a85encode(zeros), base64.a85encode(b"    \0\0\0\0x", foldspaces=True), base64.a85decode(b"yz", foldspaces=True))
    print(base64.a85decode("87cUR D]i,\n\"Ebo7"), base64.b85decode("NM&qnZ!"), base64.b32hexdecode("c9gn6==="[:8].upper()), base64.a85encode(b"x", wrapcol=1))
    print(binascii.crc_hqx(b"123456789", 0), binascii.crc_hqx(b"", 70000))
    bad: list[tuple[str, bytes]] = [("a", b"~"), ("a", b"ab!z"), ("a", b"uuuuu"), ("b", b"\"abcd"), ("b", b"~~~~~"), ("b", b"abcd efgh"), ("x", b"abc"), ("h", b"ABC"), ("h", b"WXYZ===="), ("y", b"!y")]
    for kind, text in bad:
        try:
            if kind == "a":
                print(base64.a85decode(text))
            elif kind == "b":
                print(base64.b85decode(text))
            elif kind == "x":
                print(base64.a85decode(text, adobe=True))
            elif kind == "y":
                print(base64.a85decode(text, foldspaces=True))
            else:
                print(base64.b32hexdecode(text))
        except ValueError as error:
            print(kind, text, error)


if __name__ == "__main__":
    main()
