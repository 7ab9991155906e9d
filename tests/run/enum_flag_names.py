# expected: enum_flag_names.out
"""Names of IntFlag and Flag values: aliases come into them where the value has bits that no member of one bit has.

Stored, as CPython 3.11.7 prints it: 3.11.2, which Debian 12 has, leaves these aliases out.
"""

from enum import Flag, IntFlag, auto


class Mode(IntFlag):
    A = 1
    B = 2
    C = 8
    AB = 3
    NONE = 0
    SAME = 3


class Masks(IntFlag):
    LOW = 0x0F
    HIGH = 0xF0
    ONE = 1
    WIDE = 0x1F


class Turned(IntFlag):
    BIG = 4
    SMALL = 1
    BOTH = 5
    MIDDLE = 2


class Plain(Flag):
    RED = auto()
    GREEN = auto()
    BLUE = auto()
    YELLOW = RED | GREEN
    WHITE = RED | GREEN | BLUE


class Gap(Flag):
    A = 1
    M = 6


def main() -> None:
    for n in range(-18, 18):
        print(n, repr(Mode(n)), str(Mode(n)), Mode(n).name, list(Mode(n)), repr(~Mode(n)))
    for n in (0, 1, 2, 15, 16, 17, 31, 32, 33, 47, 240, 255, 256, 257, 300, 511, -1, -2, -16, -256, -257):
        print(n, repr(Masks(n)), Masks(n).name)
    for n in range(17):
        print(n, repr(Turned(n)), Turned(n))
    for n in range(8):
        print(n, repr(Plain(n)), Plain(n), Plain(n).name, list(Plain(n)))
    print(repr(Gap(0)), repr(Gap(1)), repr(Gap(2)), repr(Gap(4)), repr(Gap(6)), repr(Gap(7)))
    print(repr(Mode.A | 16), repr(Mode.AB | 32), {Mode.AB | 4: "x"}, f"{Mode(7)}", [Mode(7)])


if __name__ == "__main__":
    main()
