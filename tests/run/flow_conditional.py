"""if chains, conditional expressions, pass, nested conditions, the walrus."""


def grade(points: int) -> str:
    if points >= 90:
        return "A"
    elif points >= 80:
        return "B"
    elif points >= 70:
        pass
    else:
        return "F"
    return "C"


def sign(n: int) -> int:
    return 1 if n > 0 else -1 if n < 0 else 0


def classify(n: int) -> str:
    if n % 2 == 0:
        if n % 3 == 0:
            kind = "both"
        else:
            kind = "two"
    elif n % 3 == 0:
        kind = "three"
    else:
        kind = "none"
    return kind


def main() -> None:
    print([grade(p) for p in (95, 90, 85, 75, 10)], [sign(n) for n in (5, -5, 0)], [classify(n) for n in range(7)])
    x = 5
    y = "big" if x > 3 else "small"
    print(y, (1 if x else 2) + 10, [1 if x > 9 else 2, 3], x if x > 9 else -x)
    data = [3, 1, 4, 1, 5, 9, 2, 6]
    if (n := len(data)) > 5:
        print("long", n)
    while (value := data.pop()) != 4:
        print(value, end=" ")
    print(data, value)
    print([square for k in range(6) if (square := k * k) % 2 == 0])
    if x == 5 and (y == "big" or x // 0):
        print("short circuit")
    if not data or data[0] == 3:
        print("first is three")


if __name__ == "__main__":
    raise SystemExit(main())
