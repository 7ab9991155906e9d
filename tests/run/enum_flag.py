"""IntFlag members combine, and stay numbers."""

from enum import IntFlag


class Mode(IntFlag):
    READ = 1
    WRITE = 2
    EXECUTE = 4


def main() -> None:
    both = Mode.READ | Mode.WRITE
    print(both, int(both), both.value)
    print(Mode.READ in both, Mode.EXECUTE in both, bool(both & Mode.EXECUTE), both & ~Mode.READ)
    print(Mode(5), both ^ Mode.READ, both == 3, Mode.READ | Mode.EXECUTE == Mode(5), bool(Mode(0)))


if __name__ == "__main__":
    raise SystemExit(main())
