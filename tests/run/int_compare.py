"""Comparisons and their chains; every operand is evaluated once and only as far as needed."""


def note(name: str, value: int) -> int:
    print(name, end=" ")
    return value


def main() -> None:
    for a in (-2, 0, 3):
        for b in (-2, 0, 3):
            print(a, b, a < b, a <= b, a == b, a != b, a >= b, a > b)
    print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1, 1 < 2 > 1, 1 == 1 == 1, 1 != 2 != 1, 1 < 2 == 2 < 3)
    print(note("a", 1) < note("b", 2) < note("c", 3))
    print(note("a", 5) < note("b", 2) < note("c", 3))
    print(note("a", 1) < note("b", 2) > note("c", 3) < note("d", 4))
    x = 5
    print(0 <= x < 10, 0 <= x <= 4, not 0 <= x, -1 < -x < 0)
    print(1 == 1.0, 1 < 1.5, 2 > 1.5, 1 == True, 0 == False, 2 == True, 3 != 3.0)
    print(9007199254740993 == 9007199254740992.0, 9007199254740993 > 9007199254740992.0)
    print(9223372036854775807 < 9223372036854775808.0, 9223372036854775807 == 9223372036854775808.0)
    print(1 in [1, 2], 3 in [1, 2], 3 not in [1, 2])


if __name__ == "__main__":
    raise SystemExit(main())
