# alone: operations on Any are chosen among all that a program makes objects of
"""Programs that keep their data as `dict[str, Any]`: results of operations on `Any` go into further ones."""
from __future__ import annotations

from typing import Any


class Config:
    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def get(self, path: str, default: Any = None) -> Any:
        node: Any = self._values
        for part in path.split("."):
            if not isinstance(node, dict) or part not in node:
                return default
            node = node[part]
        return node

    def set(self, path: str, value: Any) -> None:
        *parents, last = path.split(".")
        node: Any = self._values
        for part in parents:
            node = node.setdefault(part, {})
        node[last] = value


def flatten(value: Any, prefix: str = "") -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        out: list[tuple[str, Any]] = []
        for k, v in value.items():
            out.extend(flatten(v, f"{prefix}{k}."))
        return out
    return [(prefix.rstrip("."), value)]


def total(rows: list[dict[str, Any]]) -> float:
    result = 0.0
    for row in rows:
        result += row["price"] * row["count"]
    return result


def by(rows: list[dict[str, Any]], key: str) -> list[Any]:
    return [row[key] for row in sorted(rows, key=lambda r: r[key])]


def main() -> None:
    config = Config({"server": {"port": 80, "hosts": ["a", "b"]}, "debug": False})
    print(config.get("server.port") + 1, config.get("server.hosts")[1].upper(), len(config.get("server.hosts")))
    config.set("server.tls.on", True)
    config.set("level", 3)
    print(config.get("server.tls"), config.get("level") * 2, config.get("no", "default") + "!")
    print(flatten({"a": {"b": 1, "c": [1, 2]}, "d": None}))
    rows: list[dict[str, Any]] = [{"name": "pen", "price": 1.5, "count": 4}, {"name": "ink", "price": 3, "count": 2}]
    print(total(rows), by(rows, "name"), by(rows, "price"), max(rows, key=lambda r: r["price"])["name"])
    print(sum(row["count"] for row in rows), any(row["price"] > 2 for row in rows))
    for row in rows:
        row["price"] *= 2
        row["tags"] = []
        row["tags"].append(row["name"][:2])
        print(f"{row['name']:<5}|{row['price']:>6.2f}|{row['tags']}")
    if rows[0]["count"]:
        print(rows[0]["count"] % 3, -rows[0]["count"], rows[0]["count"] ** 2, rows[0]["count"] // 3, 10 / rows[0]["count"])
    x: Any = "text"
    print(x in ("text", "b"), x == "text", x[0], x[1:], x * 2, [c for c in x], x.replace("t", "T"))
    x = 5
    print(x + 1, x / 2, x if x > 3 else 0)
    x = [3, 1, 2]
    x.sort()
    print(x, sorted(x, reverse=True), sum(x), min(x), list(reversed(x)), list(enumerate(x)), list(zip(x, "abc")))


if __name__ == "__main__":
    main()
