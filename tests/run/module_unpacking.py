"""Names that module and class bodies bind several at once."""
from enum import Enum

WIDTH, HEIGHT = 32, 8
A = B = 0
X, Y, Z = range(3)
(P, Q), *R = (1, "a"), 2, 3
FIRST, *MIDDLE, LAST = "one two three four".split()
I1, J1 = map(int, "3 4".split())
[L1, L2] = [1.5, 2.5]
SHARED = ALSO = [1, 2]
M, N = divmod(17, 5)
counter, other = 0, "x"
A, B = B + 5, A + 6


class C:
    low, high = 1, 9
    one = two = "t"


class Color(Enum):
    RED, GREEN = 1, 2
    BLUE, GRAY = range(3, 5)


def bump() -> None:
    global counter
    counter += 1


def main() -> None:
    bump()
    SHARED.append(3)
    print(WIDTH, HEIGHT, A, B, X, Y, Z, P, Q, R, FIRST, MIDDLE, LAST, I1, J1, L1, L2, SHARED, ALSO, M, N, counter, other)
    print(C.low, C.high, C().one, C().two, Color.RED, Color(2), list(Color), ALSO is SHARED)
