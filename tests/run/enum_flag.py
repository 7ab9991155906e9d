"""IntFlag members combine, and stay numbers."""

from enum import IntFlag


class Mode(IntFlag):
    READ = 1
    WRITE = 2
    EXECUTE = 4


class Gap(IntFlag):
    LOW = 1
    HIGH = 4


def inverted() -> None:
    """Complements count down from the bits of the members, or from more where they need more."""
    for bits in (0, 1, 2, 4, 7, 8, 15, 16, 200):
        print(bits, ~Gap(bits), repr(~Gap(bits)), Mode(-bits), repr(~Mode(bits)))


def main() -> None:
    inverted()
    both = Mode.READ | Mode.WRITE
    print(both, int(both), both.value)
    print(Mode.READ in both, Mode.EXECUTE in both, bool(both & Mode.EXECUTE), both & ~Mode.READ)
    print(Mode(5), both ^ Mode.READ, both == 3, Mode.READ | Mode.EXECUTE == Mode(5), bool(Mode(0)))


if __name__ == "__main__":
    raise SystemExit(main())
