"""The ends of the 64-bit range: literals, printing, arithmetic that just fits."""

HIGH = 9223372036854775807
LOW = -9223372036854775808


def main() -> None:
    print(HIGH, LOW, HIGH - 1, LOW + 1)
    print(HIGH + LOW, HIGH - HIGH, LOW - LOW, -HIGH, -(LOW + 1))
    print(HIGH + 0, LOW - 0, HIGH * 1, LOW * 1, HIGH * -1, (HIGH // 2) * 2, (LOW // 2) * 2)
    print(3037000499 * 3037000499, -3037000500 * 3037000499, 4294967296 * 2147483647)
    print(HIGH // -1, LOW // 1, LOW % -1, HIGH % LOW, LOW % HIGH, LOW // HIGH, HIGH // LOW)
    print(LOW < HIGH, LOW < 0, HIGH > 0, LOW == LOW, LOW != HIGH, LOW <= LOW, HIGH >= HIGH)
    print(str(HIGH), str(LOW), int("9223372036854775807"), int("-9223372036854775808"))
    print(f"{HIGH:,} {LOW:,} {HIGH:x} {LOW:x} {LOW:b} {HIGH:o}")
    print(hex(LOW), oct(LOW), bin(HIGH))
    print(abs(LOW + 1), abs(HIGH), min(LOW, HIGH), max(LOW, HIGH))
    print(float(HIGH), float(LOW), HIGH / 3, LOW / 7, HIGH / HIGH, LOW / HIGH, HIGH / LOW)
    total = 0
    for i in range(63):
        total += 1 << i
    print(total == HIGH, -total - 1 == LOW)
    for i in range(HIGH - 2, HIGH):
        print(i)
    for i in range(LOW + 2, LOW, -1):
        print(i)


if __name__ == "__main__":
    raise SystemExit(main())
