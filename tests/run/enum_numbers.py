"""What ints have, asked of members of an IntEnum."""

from enum import IntEnum, IntFlag


class L(IntEnum):
    A = 1
    B = 200


class P(IntFlag):
    R = 4
    W = 2


class R(IntEnum):
    X = 3

    def __round__(self, n: int | None = None) -> int:
        return 99

    def bit_length(self) -> int:
        return -1


def run_em() -> None:
    print(L.A.bit_length(), L.B.to_bytes(2, "big"), round(L.A), round(L.B, -2), L.B.bit_count())
    print((P.R | P.W).bit_length(), round(P.R), R.X.bit_length(), round(R.X))
    print([m.bit_length() for m in L], int.from_bytes(L.B.to_bytes(1, "little"), "little"))


def main() -> None:
    run_em()


if __name__ == "__main__":
    main()
