# expected: int_overflow.out
"""`int` leaves its 64 bits with OverflowError, never by wrapping.  CPython's has no bounds, so the output is stored."""

HIGH = 9223372036854775807
LOW = -9223372036854775808


def attempt(name: str, a: int, b: int) -> int:
    match name:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
        case "//":
            return a // b
        case "**":
            return a ** b
        case "<<":
            return a << b
        case "neg":
            return -a
        case "abs":
            return abs(a)
        case _:
            raise ValueError(name)


def show(name: str, a: int, b: int) -> None:
    try:
        print(name, a, b, attempt(name, a, b))
    except OverflowError:
        print(name, a, b, "OverflowError")


def main() -> None:
    show("+", HIGH, 1)
    show("+", HIGH, 0)
    show("+", LOW, -1)
    show("+", LOW, HIGH)
    show("-", LOW, 1)
    show("-", HIGH, -1)
    show("-", -1, LOW)
    show("-", 0, LOW)
    show("*", HIGH, 2)
    show("*", LOW, -1)
    show("*", -1, LOW)
    show("*", 3037000500, 3037000500)
    show("*", 3037000499, 3037000499)
    show("*", 4294967296, -2147483648)
    show("*", 4294967296, 2147483648)
    show("//", LOW, -1)
    show("**", 2, 63)
    show("**", -2, 63)
    show("**", 10, 19)
    show("**", 10, 18)
    show("<<", 1, 63)
    show("<<", -1, 63)
    show("<<", -1, 64)
    show("<<", 3, 62)
    show("<<", 1, 1000)
    show("neg", LOW, 0)
    show("neg", HIGH, 0)
    show("abs", LOW, 0)
    x = HIGH
    try:
        x += 1
    except OverflowError:
        print("the variable keeps its value:", x)
    try:
        print(int("9223372036854775808"))
    except OverflowError:
        print("int() of a string: OverflowError")
    try:
        print(int(1e19))
    except OverflowError:
        print("int() of a float: OverflowError")
    try:
        print(sum([HIGH, 1]))
    except OverflowError:
        print("sum: OverflowError")


if __name__ == "__main__":
    raise SystemExit(main())
