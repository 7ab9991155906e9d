"""What dictionaries refuse; a KeyError shows the key's repr."""


def main() -> None:
    table = {"a": 1}
    numbers = {1: "x"}
    pairs = {(1, 2): 3}
    try:
        print(table["missing"])
    except KeyError as e:
        print("KeyError:", e)
    try:
        print(numbers[42])
    except KeyError as e:
        print("KeyError:", e)
    try:
        print(pairs[(3, 4)])
    except KeyError as e:
        print("KeyError:", e)
    try:
        del table["it's"]
    except KeyError as e:
        print("KeyError:", e)
    try:
        table.pop("x")
    except KeyError as e:
        print("KeyError:", e)
    try:
        table["y"] += 1
    except KeyError as e:
        print("KeyError:", e, table)
    empty: dict[str, int] = {}
    try:
        empty.popitem()
    except KeyError as e:
        print("KeyError:", e)
    try:
        for key in table:
            table[key + "2"] = 1
    except RuntimeError as e:
        print("RuntimeError:", e)
    try:
        for number in numbers:
            del numbers[number]
    except RuntimeError as e:
        print("RuntimeError:", e)
    try:
        print(table["nothing"])
    except LookupError:
        print("a KeyError is a LookupError")


if __name__ == "__main__":
    raise SystemExit(main())
