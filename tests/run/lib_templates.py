"""string.Template; struct.Struct and iter_unpack."""

import struct
from string import Template
from struct import Struct, iter_unpack

HEADER = Struct("<HIb")
PAIR = struct.Struct(">2h")


def pairs(data: bytes) -> list[tuple[int, int]]:
    return [pair for pair in PAIR.iter_unpack(data)]


def main() -> None:
    data = HEADER.pack(1, 70000, -3)
    print(data, HEADER.size, HEADER.format, HEADER.unpack(data), HEADER.unpack_from(b"\0" + data, 1), Struct("<d").pack(1.5))
    buffer = bytearray(10)
    HEADER.pack_into(buffer, 2, 5, 6, 7)
    print(buffer, HEADER.unpack_from(buffer, offset=2), PAIR.size, pairs(PAIR.pack(1, -2) + PAIR.pack(3, 4)))
    local = Struct("3s?")
    word, flag = local.unpack(local.pack(b"abcd", True))
    print(word, flag, [a for a, in iter_unpack("<H", b"\1\0\2\0")], pairs(b""))
    for bad in (b"abc", b"abcde"):
        try:
            print(list(struct.iter_unpack("<I", bad)))
        except struct.error as error:
            print(error)
    try:
        HEADER.unpack(b"")
    except struct.error as error:
        print(error)
    letter = Template("Dear $name, you owe $$${amount} to ${name}. $_x1 é $é")
    print(letter.template, "|", letter.safe_substitute(name="Ann", amount=5))
    print(letter.safe_substitute({"name": "Bob"}), letter.safe_substitute({"amount": 1.5}, name="Cyd"), letter.safe_substitute())
    print(Template("$a $b$c").substitute(a=1, b=[2], c=None), Template("no names").substitute(), Template("${x}y$x").substitute({"x": 3}))
    for text in ("$", "a $ b", "line\nand ${", "${a", "${}", "$1", "x\n\n  $-", "$missing", "${a b}"):
        try:
            print(Template(text).substitute(a="A"))
        except (ValueError, KeyError) as error:
            print(type(error).__name__, error)
        print(repr(Template(text).safe_substitute(a="A")))


if __name__ == "__main__":
    main()
