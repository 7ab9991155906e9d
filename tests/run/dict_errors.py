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
    for number in numbers:
        numbers[number] = "same keys, other values"
    keys_changed()
    walks_at_their_end()
    try:
        print(table["nothing"])
    except LookupError:
        print("a KeyError is a LookupError")


def keys_changed() -> None:
    """As many keys as before, but others: noticed once the walk has come to as many as there were."""
    table = {"a": 1, "b": 2}
    try:
        for key, count in table.items():
            print(key, count)
            del table[key]
            table[key] = count + 1
    except RuntimeError as e:
        print("RuntimeError:", e, table)
    for key in table:
        del table[key]
        table[key] = 0
        break
    print(table)


def walks_at_their_end() -> None:
    """A walk that has ended does not look at its dict or set any more; one that failed fails again."""
    table = {1: "x"}
    ended, back, failed = iter(table), reversed(table), iter(table)
    print(list(ended), list(back))
    table[2] = "y"
    print(next(ended, 0), next(back, 0))
    for _ in range(2):
        try:
            print(next(failed))
        except RuntimeError as e:
            print("RuntimeError:", e)
        table.pop(2, None)
    members = {1}
    walk = iter(members)
    print(list(walk), members.add(2), next(walk, 0))


if __name__ == "__main__":
    raise SystemExit(main())
