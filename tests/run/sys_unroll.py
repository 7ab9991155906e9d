"""Loops that are written out: continue, break, else, nested, backwards, empty, with a constant bound."""

from typing import Final

from rumpk import unroll, w32

ROUNDS: Final = 4


def mix(x: w32) -> w32:
    for i in unroll(range(ROUNDS)):
        x = (x << 5 | x >> 27) ^ w32(i)
    return x


def main() -> None:
    print(mix(w32(12345)))
    for i in unroll(range(6)):
        if i == 1:
            continue
        if i == 4:
            break
        for j in unroll(range(2, 0, -1)):
            print(i, j, end=" ")
    else:
        print("not here")
    print()
    for i in unroll(range(0)):
        print("never", i)
    else:
        print("else")
    for i in unroll(range(0, 10, 3)):
        print(i, end=" ")
    print()


if __name__ == "__main__":
    main()
