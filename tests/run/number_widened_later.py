"""A variable that began as an int and gets an `int | float` later, as the numbers of `json.loads` are."""

import json


def average(values: list[int | float]) -> float:
    total = 0
    for v in values:
        total += v
    return total / len(values)


def main() -> None:
    data = json.loads('{"users": [{"name": "a", "n": 1}, {"name": "b", "n": 2}], "rates": [1, 2.5]}')
    total = 0
    for user in data["users"]:
        total += user["n"]
    print(total, total + 1, f"{total:03d}")
    rate = 1
    for r in data["rates"]:
        rate = rate + r
    print(rate)
    print(average([1, 2, 4]), average([1, 2.5]))
    best = 0
    for x in [3, 1.5, 2]:
        if x > best:
            best = x
    print(best, max(best, 2))


if __name__ == "__main__":
    main()
