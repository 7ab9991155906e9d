"""Allocates much more than it keeps: long loops of strings, lists and objects, all of it checked."""


class Cell:
    def __init__(self, n: int, after: "Cell | None") -> None:
        self.n = n
        self.after = after


def churn(rounds: int) -> int:
    total = 0
    for i in range(rounds):
        text = f"{i}:{i * i}"
        parts = text.split(":")
        total += int(parts[0]) + len(parts[1])
        numbers = [i, i + 1, i + 2]
        numbers.append(total % 7)
        total += sum(numbers) % 1000
    return total


def chain(length: int) -> int:
    head: Cell | None = None
    for n in range(length):
        head = Cell(n, head)
    total = 0
    while head is not None:
        total += head.n
        head = head.after
    return total


def words(count: int) -> dict[str, int]:
    table: dict[str, int] = {}
    for n in range(count):
        key = chr(ord("a") + n % 26) + str(n % 10)
        table[key] = table.get(key, 0) + 1
    return table


def main() -> None:
    print(churn(3000))
    print(chain(2000))
    table = words(2600)
    print(len(table), table["a0"], sum(table.values()), sorted(table.items())[:3])
    text = ""
    for n in range(500):
        text += chr(97 + n % 26)
    print(len(text), text[:5], text[-5:])
    grown: list[list[int]] = []
    for n in range(200):
        grown.append([n] * (n % 5))
    print(sum([len(row) for row in grown]), grown[7])


if __name__ == "__main__":
    raise SystemExit(main())
