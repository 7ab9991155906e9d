"""Containers that lose as many items as they gain, for long."""


def dicts_and_sets() -> None:
    table: dict[int, int] = {}
    members: set[int] = set()
    total = 0
    for i in range(20000):
        table[i] = i
        members.add(i * 3)
        if i >= 10:
            total += table.pop(i - 10)
            members.remove((i - 10) * 3)
        if i % 1000 == 0:
            table.clear()
            members.clear()
            for j in range(i - 9, i + 1):
                table[j] = j
                members.add(j * 3)
    print(total, len(table), sorted(members), table)
    for i in range(10000):
        table[i] = 1
    while table:
        key, value = table.popitem()
        total += key * value
    while members:
        total += members.pop()
    print(total, table, members)
    for i in range(10000):
        table[-1] = i
        del table[-1]
    print(len(table), table.get(-1))


def lists() -> None:
    one: list[int] = []
    two: list[str] = []
    raw = bytearray()
    for i in range(3000):
        one.append(i)
        if i % 3 == 0:
            two.append(str(i))
        if i % 5 == 0:
            one.append(-i)
        raw.append(i % 256)
        raw += bytes([1, 2, i % 7])
        if i % 700 == 699:
            del one[:300]
            two = two[::2]
            del raw[5:105]
    print(len(one), sum(one), len(two), "".join(two)[:60], len(raw), sum(raw))
    text = ""
    for i in range(300):
        text += f"{i:>4}{text[-3:]!r}"
    print(len(text), text[-50:])
    rows = [[j for j in range(i)] for i in range(50)]
    for row in rows:
        row.extend(row)
        row.insert(0, -1)
    print(sum(len(r) for r in rows), rows[7])


def main() -> None:
    dicts_and_sets()
    lists()


if __name__ == "__main__":
    raise SystemExit(main())
