from enum import Enum, IntEnum


class A(Enum):
    X = 1 << 70
    Y = 2


def main() -> int:
    print(A.X.value, A.Y)
    return 0
