"""bool: operators, short circuit, the value that `and` and `or` give, truth of every type."""


def yes(name: str) -> bool:
    print(name, end=" ")
    return True


def no(name: str) -> bool:
    print(name, end=" ")
    return False


def main() -> None:
    for a in (False, True):
        for b in (False, True):
            print(a, b, a and b, a or b, not a, a & b, a | b, a ^ b, a == b, a != b, a < b)
    print(yes("a") and no("b") and yes("c"))
    print(no("a") or no("b") or yes("c") or yes("d"))
    print(no("a") and yes("b") or yes("c"))
    print(not yes("a") or no("b"))
    print(0 or 5, 3 and 4, 0 and 1, "" or "x", "a" and "b", [] or [1], 0.0 or 1.5)
    print(bool(0), bool(1), bool(0.0), bool(-0.0), bool(0.1), bool(""), bool(" "), bool(b""), bool(b"0"))
    print(bool(()), bool((0,)), bool(None))
    empty: list[int] = []
    nothing: dict[str, int] = {}
    print(bool(empty), bool([0]), bool(nothing), bool({"": 0}), bool(range(0)), bool(range(3)))
    print(True + True, True - 2, True * 3, -True, int(False), float(True), str(True), f"{True} {False!r} {True:d}")
    print(True == 1, True > 0, True < 2, False == 0, sum([True, False, True]), [10, 20][True])
    x = 7
    print("odd" if x % 2 else "even", "big" if x > 5 and x < 10 else "small", not x, not not x)
    print(all([True, 1 > 0]), all([True, False]), any([False, False]), any([False, True]))
    flag = True
    flag = flag and x > 3
    flag &= x < 100
    print(flag, flag is True)


if __name__ == "__main__":
    raise SystemExit(main())
