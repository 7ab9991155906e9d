"""Every method and attribute of int and float that CPython has."""


def of_int(n: int) -> None:
    print(n.as_integer_ratio(), n.bit_count(), n.bit_length(), n.conjugate(), n.denominator, n.numerator, n.imag, n.real)
    print(n.to_bytes(4, "big", signed=True), int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True))


def of_float(x: float) -> None:
    print(x.as_integer_ratio(), x.conjugate(), x.hex(), x.imag, x.real, x.is_integer(), float.fromhex("0x1.8p+1"), float.fromhex(x.hex()) == x)


def refused(x: float) -> None:
    try:
        print(x.as_integer_ratio())
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)


def main() -> None:
    for n in (0, 1, -1, 255, -1000, 2**31 - 1):
        of_int(n)
    for x in (0.0, 1.5, -0.125, 1e10, -0.0, 0.1):
        of_float(x)
    refused(float("inf"))
    refused(float("nan"))
    try:
        (300).to_bytes(1, "big")
    except OverflowError as error:
        print(error)
