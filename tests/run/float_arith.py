"""Float arithmetic, floor division, modulo, power and comparison as CPython does them."""


def main() -> None:
    for a in (7.5, -7.5, 0.0, 1e300):
        for b in (2.0, -2.0, 0.1, 3e-5):
            print(a, b, a + b, a - b, a * b, a / b, a // b, a % b)
    print(divmod(7.5, 2.0), divmod(-7.5, 2.0), divmod(7.5, -2.0), -1e-20 % 1.0, 5.0 % float("inf"), -5.0 % float("inf"))
    print(1 + 2.5, 2.5 * 2, 7 / 2.0, 2 ** 0.5, 2.0 ** 10, 2.0 ** -1, 4 ** 0.5, (-8.0) ** 3, 0.0 ** 0)
    print(1e308 * 10, -1e308 * 10, 1e-308 / 1e10, 5e-324 / 2)
    for name, value in (("div", 0.0), ("negative", -0.0)):
        try:
            print(1.0 / value)
        except ZeroDivisionError as e:
            print(name, e)
    try:
        print(1.0 // 0.0)
    except ZeroDivisionError as e:
        print(e)
    try:
        print(1.0 % 0.0)
    except ZeroDivisionError as e:
        print(e)
    try:
        print(0.0 ** -1.0)
    except ZeroDivisionError as e:
        print(e)
    try:
        print(10.0 ** 400)
    except OverflowError as e:
        print(e)
    nan = float("nan")
    print(nan == nan, nan != nan, nan < 1.0, nan > 1.0, 1.0 <= nan, not nan < 1.0)
    print(0.0 == -0.0, 1.0 < 2.0 < 3.0, 0.1 + 0.2 == 0.3, 1 == 1.0, 2 < 2.5, max(1.0, 2.5), min(1.5, -0.0))
    x = 1.5
    x += 1
    x *= 2
    x -= 0.5
    x /= 3
    print(x)
    x //= 1
    x **= 3
    x %= 0.7
    print(x, -x, +x, abs(-x), -0.0)
    total = 0.0
    for i in range(1, 101):
        total += 1 / i
    print(total, sum([0.1] * 10), sum([1.0, 2.5]))


if __name__ == "__main__":
    raise SystemExit(main())
