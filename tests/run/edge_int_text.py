"""int from text: signs, spaces, underscores, bases, prefixes, other scripts' digits; what is refused, with CPython's words."""

GOOD = [("12", 10), ("  -7\n", 10), ("+0", 10), ("1_000_000", 10), ("0x1F", 16), ("1f", 16), ("0b101", 2), ("0o17", 8), ("z", 36), ("0x_ff", 0),
        ("0b0", 0), ("-0o7", 0), ("00", 10), ("00", 0), ("٣٤", 10), ("９", 10), ("\u2003 5\u00a0", 10), ("9223372036854775807", 10),
        ("-8000000000000000", 16), ("-9223372036854775808", 10), ("0_0", 10), ("1_2_3", 4)]
BAD = [("", 10), (" ", 10), ("1 2", 10), ("_1", 10), ("1_", 10), ("1__2", 10), ("0x", 16), ("0x1F", 10), ("12", 2), ("08", 0), ("+-1", 10), ("1.5", 10),
       ("1e3", 10), ("é", 10), ("z", 35), ("0b2", 0), ("--1", 10), ("0b", 0), ("½", 10), ("a\tb'c", 16), ("0_", 10), ("0x__1", 16)]


def main() -> None:
    long_texts()
    print([int(text, base) for text, base in GOOD])
    for text, base in BAD:
        try:
            print("accepted", repr(text), base, int(text, base))
        except ValueError as error:
            print(error)
    for base in (1, 37, -2):
        try:
            int("1", base)
        except ValueError as error:
            print(error)
    print(int(b"42"), int(bytearray(b" -3 ")), int("101", base=2), int(), int(True), int(-3.99), int(1e15))
    for x in (float("inf"), float("nan"), -float("inf")):
        try:
            int(x)
        except (OverflowError, ValueError) as error:
            print(type(error).__name__, error)
    for n in (0, 1, -1, 255, -256, 2 ** 62, -2 ** 63):
        print(n, bin(n), oct(n), hex(n), f"{n:b} {n:o} {n:x} {n:X} {n:#x} {n:+d} {n:_d} {n:,}", n.bit_length(), n.bit_count(), str(n) == repr(n))
    for size, order in ((1, "big"), (2, "little"), (4, "big"), (8, "little")):
        print((-100).to_bytes(size, "big", signed=True).hex(), (200).to_bytes(size, "little" if order == "little" else "big").hex())
    for value, size, signed in ((256, 1, False), (-1, 2, False), (128, 1, True), (-129, 1, True)):
        try:
            value.to_bytes(size, "big", signed=signed)
        except OverflowError as error:
            print(error)
    print(int.from_bytes(b"\xff\x00", "big"), int.from_bytes(b"\xff\x00", "little"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"", "big"))


def long_texts() -> None:
    """What is shown of a text that is no number has 200 characters at most."""
    for s in ("1" * 300 + "x", "é" * 300):
        try:
            print(int(s))
        except ValueError as e:
            print(len(str(e)), e)
        try:
            print(int(s.encode(), 16))
        except ValueError as e:
            print(len(str(e)), e)
