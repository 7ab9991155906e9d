"""Reads a JSON text of 120 records, five times, and adds up what it holds.  C twin: c/json_parse.c."""

import json

from lib.system import uptime_ns

RECORDS = 120
ROUNDS = 5

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def text() -> str:
    """Records with every kind of value, names in other scripts and escapes."""
    rows: list[str] = []
    for i in range(RECORDS):
        tags = ", ".join(f'"tag{(i * k) % 17}"' for k in range(1, 2 + i % 4))
        parent = "null" if i % 3 == 0 else str(i // 3)
        rows.append(f'  {{"id": {i * 7919}, "name": "part \\"{i}\\"\\n", "label": "größe {i % 7}", "price": {i * 13 % 900}.{i % 90 + 10},\n'
                    f'   "rate": -{i % 9}.25e-{i % 5}, "active": {"true" if i % 2 else "false"}, "parent": {parent}, "tags": [{tags}],\n'
                    f'   "place": {{"x": {i % 40 - 20}, "y": {i * 31 % 1000}, "code": "\\u00{i % 9 + 40}"}}}}')
    return "[\n" + ",\n".join(rows) + "\n]\n"


def weight(value: Json) -> int:
    """A number that every part of the value goes into."""
    match value:
        case None:
            return 1
        case bool():
            return 3 if value else 2
        case int():
            return value % 1009
        case float():
            return int(value * 1024)
        case str():
            return len(value)
        case list():
            total = 5
            for item in value:
                total += weight(item)
            return total
        case dict():
            total = 7
            for key, item in value.items():
                total += len(key) * weight(item)
            return total


def work(source: str) -> int:
    total = 0
    for _ in range(ROUNDS):
        total = total * 31 % 1_000_003 + weight(json.loads(source))
    return total


def main() -> int:
    source = text()
    start = uptime_ns()
    result = work(source)
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
