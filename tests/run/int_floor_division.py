"""Floor division and modulo round towards minus infinity; the remainder has the divisor's sign."""


def show(a: int, b: int) -> None:
    q, r = divmod(a, b)
    print(a, b, a // b, a % b, q, r, (a - r) // b == q if -9 < a < 9 else "")


def main() -> None:
    for a in (7, -7, 0, 1, -1, 8, -8):
        for b in (2, -2, 3, -3, 1, -1, 8, -8):
            show(a, b)
    big = 9223372036854775807
    low = -9223372036854775807 - 1
    for b in (1, 2, -2, 10, -10, big, -big, low):
        show(big, b)
        show(low, b)
    x = -17
    x //= 5
    print(x)
    x %= 3
    print(x)
    print(-7 // 2, -7 % 2, 7 // -2, 7 % -2, -(7 // 2), (-7) // 2)
    try:
        print(1 // (x - x))
    except ZeroDivisionError as e:
        print("floor:", e)
    try:
        print(1 % (x - x))
    except ZeroDivisionError as e:
        print("modulo:", e)
    try:
        print(divmod(1, x - x))
    except ZeroDivisionError as e:
        print("divmod:", e)
    try:
        print(1 / (x - x))
    except ZeroDivisionError as e:
        print("true:", e)


if __name__ == "__main__":
    raise SystemExit(main())
