"""Functions of integers: hex, bytes, rounding, minimum and maximum."""


def main() -> None:
    for n in (0, 1, 10, 255, -255, 4096, -1):
        print(hex(n), oct(n), bin(n), abs(n), -n)
    print((1000).to_bytes(2, "big"), (1000).to_bytes(4, "little"), (0).to_bytes(1, "big"))
    print((-2).to_bytes(2, "big", signed=True))
    print(int.from_bytes(b"\x03\xe8", "big"), int.from_bytes(b"\xe8\x03\x00", "little"), int.from_bytes(b"", "big"))
    print(int.from_bytes(b"\xff\xfe", "big", signed=True))
    try:
        print((256).to_bytes(1, "big"))
    except OverflowError as e:
        print(e)
    try:
        print((-1).to_bytes(1, "big"))
    except OverflowError as e:
        print(e)
    print(min(3, 1, 2), max(3, 1, 2), min([5, 4, 6]), max([5, 4, 6]), sum([1, 2, 3]), sum([1, 2, 3], 10))
    print(divmod(17, 5), divmod(-17, 5), pow(2, 5), round(5), abs(-5))
    print(round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(15, -1), round(25, -1))
    print(round(7, 3), round(-15, -1))
    print((5).bit_length(), (255).bit_count())


if __name__ == "__main__":
    raise SystemExit(main())
