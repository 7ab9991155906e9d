"""What arithmetic raises: division, modulo, shifts, powers, overflow of 64 bits, bytes ranges, chr and ord, mixed containers."""
import math
from collections.abc import Callable


def main() -> None:
    zero, big, one = int("0"), 2 ** 62, 1.0
    tests: list[tuple[str, Callable[[], object]]] = [
        ("1 // 0", lambda: 1 // zero), ("1 % 0", lambda: 1 % zero), ("1 / 0", lambda: 1 / zero), ("1.0 / 0", lambda: one / zero),
        ("1.0 // 0.0", lambda: one // (one - 1)), ("1.0 % 0.0", lambda: one % (one - 1)), ("divmod", lambda: divmod(5, zero)), ("0 ** -1", lambda: float(zero) ** -1),
        ("1 << -1", lambda: 1 << (zero - 1)), ("1 >> -1", lambda: 1 >> (zero - 1)), ("pow mod 0", lambda: pow(2, 3, zero)), ("chr", lambda: chr(0x110000 + zero)),
        ("chr neg", lambda: chr(zero - 1)), ("list * str index", lambda: [1, 2][2 + zero]), ("str index", lambda: "ab"[-3 + zero]), ("tuple", lambda: (1, 2)[zero + 5]),
        ("int inf", lambda: int(float("inf"))), ("round nan", lambda: round(float("nan"))), ("exp", lambda: 10.0 ** 400), ("neg root", lambda: math_sqrt(-one)),
        ("bytes", lambda: bytes([300 + zero])), ("to_bytes", lambda: (300 + zero).to_bytes(1, "big")), ("split", lambda: "a".split("" * 2)), ("index", lambda: [1].index(2)),
        ("remove", lambda: [1].remove(3)), ("pop", lambda: {1: 2}.pop(3)), ("next", lambda: next(iter([1][:0]))), ("encode", lambda: "é".encode("ascii")), ("fromhex", lambda: bytes.fromhex("xy"))]
    for name, test in tests:
        try:
            print(name, test())
        except (ArithmeticError, ValueError, LookupError, StopIteration) as error:
            print(f"{name}: {type(error).__name__}: {error}")
    print(big - 1 + big, -big - big, (big - 1) * 2 + 1, 7 ** 22, ~big, big >> 61, -1 >> 70, 5 >> 100, -5 // 2, -5 % 3, 5 % -3, -6 // -4, 0 // 5, 0 % -5)
    print([(a // b, a % b) for a in (-7, 7) for b in (-2, 2)], [a * b for a in (-1, 0) for b in (3.5, -0.0)], 2 ** -2, 2 ** 0.5, (-8) ** 3, 0 ** 0, 0.0 ** 0, True + True, True * 5, -True, ~False)


def math_sqrt(x: float) -> float:
     return math.sqrt(x)
