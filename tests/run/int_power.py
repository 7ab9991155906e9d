"""Powers of integers, with and without a modulus."""


def main() -> None:
    for base in (0, 1, -1, 2, -2, 3, 10, -10):
        line = ""
        for exponent in (0, 1, 2, 3, 7, 18):
            line += f"{base ** exponent} "
        print(line)
    print(2 ** 62, (-2) ** 63, -2 ** 2, (-2) ** 2, 2 ** 3 ** 2, (2 ** 3) ** 2)
    print(3 ** 39, 7 ** 22)
    print(pow(3, 5), pow(2, 10), pow(0, 0), 0 ** 0)
    print(pow(3, 200, 1000007), pow(7, 0, 13), pow(123456789, 3, 998244353), pow(-3, 3, 7), pow(5, 3, -7))
    try:
        print(pow(2, 3, 0))
    except ValueError as e:
        print(e)
    x = 3
    x **= 4
    print(x)


if __name__ == "__main__":
    raise SystemExit(main())
