"""A dictionary that grows, shrinks and is filled again keeps its order and finds everything."""

from rumpk import w32


def main() -> None:
    table: dict[int, int] = {}
    x = w32(12345)
    for i in range(2000):
        x = x * 1664525 + 1013904223
        table[int(x >> 8) % 1000] = i
    print(len(table), sum(table.keys()), sum(table.values()), list(table.items())[:5])
    removed = 0
    for key in range(0, 1000, 3):
        if key in table:
            del table[key]
            removed += 1
    print(removed, len(table), 3 in table, 4 in table, list(table)[:8])
    for key in range(0, 1000, 6):
        table[key] = -key
    print(len(table), list(table)[-3:], table[6], table.get(3, -1))
    while len(table) > 5:
        table.popitem()
    print(table)
    names: dict[str, int] = {}
    for i in range(300):
        names[f"key{i}"] = i
    for i in range(0, 300, 2):
        del names[f"key{i}"]
    print(len(names), names["key299"], "key298" in names, list(names)[:3], sum(names.values()))
    mixed: dict[int, str] = {-1: "minus one", 0: "zero", 1 << 40: "big", -(1 << 62): "low"}
    print(mixed, mixed[1 << 40], mixed[-(1 << 62)], -1 in mixed, -2 in mixed)
    for i in range(100):
        mixed[i * 1048576] = str(i)
    print(len(mixed), mixed[50 * 1048576], mixed[0])


if __name__ == "__main__":
    raise SystemExit(main())
