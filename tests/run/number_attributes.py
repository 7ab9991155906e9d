"""Attributes of numbers, float.fromhex and hex, min and max of starred arguments."""

VALS: list[str] = ['0x1.8p3', '-0x.1p-4', 'inf', '-Infinity', 'NAN', '  0x1p0  ', '1', 'a.8', '.8', '0x', '', '0x1p', '0x1.0p1024', '0x1.fffffffffffff7fp1023', '0x1.fffffffffffff8p1023', '0x0.0000000000001p-1022', '0x1p-1074', '0x1p-1075', '0x1.8p-1075', '0x1.00000000000008p0', '0x1.000000000000081p0', '0x1.00000000000018p0', '123456789abcdef0123456789', '0x.00000000000000000000000001p100', '0x1p99999999999999999999', '0x0p99999999999999999999', '0x1p-99999999999999999', '0x1..2', '0x1.2.3', '0x1g', 'é', '+0x1', '--1', '0x1 p2', '0x0.8p-1074', '0x0.c p-1074', '0x1.fffffffffffffp-1023', '0x3.fffffffffffffp-1024']

def main() -> None:
    for v in VALS:
        try:
            x = float.fromhex(v)
            print(repr(v), x, x.hex())
        except Exception as e:
            print(repr(v), type(e).__name__, e)
    n, y, b = -5, 2.5, True
    print(n.real, n.imag, n.numerator, n.denominator, y.real, y.imag, b.real, b.imag, b.numerator, (7).real)
    xs = [3, 1, 2]
    print(min(*xs), max(*xs, 9), min(*xs, *xs), max(-3, 2, key=abs), min("bb", "a", key=len), max(*xs, key=abs), min(*range(4)))
    for ys in [[5], [1, 2]]:
        try:
            print(min(*ys))
        except TypeError as e:
            print(e)
    try:
        print(max(*xs[:0]))
    except TypeError as e:
        print(e)
