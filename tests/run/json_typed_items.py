# alone: operations on Any are chosen among all that a program makes objects of
"""Records of JSON as `dict[str, Any]`: made to objects and back, merged, and found by a path."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Item:
    name: str
    price: float
    qty: int = 1
    meta: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> "Item":
        return cls(name=d["name"], price=d["price"], qty=d.get("qty", 1), meta=d.get("meta", {}))

    def to_dict(self) -> dict[str, Any]:
        return {"name": self.name, "price": self.price, "qty": self.qty, "meta": self.meta}


def load(text: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(text)
    return rows


def merge(a: dict[str, Any], b: dict[str, Any]) -> dict[str, Any]:
    out = dict(a)
    for k, v in b.items():
        if k in out and isinstance(out[k], dict) and isinstance(v, dict):
            out[k] = merge(out[k], v)
        else:
            out[k] = v
    return out


def get_path(d: dict[str, Any], path: str, default: Any = None) -> Any:
    cur: Any = d
    for part in path.split("."):
        if not isinstance(cur, dict) or part not in cur:
            return default
        cur = cur[part]
    return cur


def main() -> None:
    rows = load('[{"name": "pen", "price": 1.5, "qty": 3}, {"name": "cup", "price": 4, "meta": {"color": "red", "sizes": [1, 2]}}]')
    items = [Item.from_dict(r) for r in rows]
    for it in items:
        print(it, it.price * it.qty)
    print(json.dumps([it.to_dict() for it in items]))
    print(sum(it.price * it.qty for it in items), len(rows), rows[0]["name"].upper())
    m = merge({"a": {"x": 1, "y": 2}, "b": 3}, {"a": {"y": 5}, "c": [1]})
    print(m, get_path(m, "a.y"), get_path(m, "a.q", "none"), sorted(m))
    cfg: dict[str, Any] = {"debug": True, "level": 3, "names": ["a", "b"], "nested": {"k": None}}
    cfg["level"] += 1
    cfg["names"].append("c")
    cfg["nested"]["z"] = [1, 2]
    for key, value in cfg.items():
        print(key, value, type(value).__name__)
    n: int = cfg["level"]
    print(n * 2, cfg.get("zz"), "debug" in cfg, len(cfg), list(cfg), {**cfg, "w": 1}["w"])


if __name__ == "__main__":
    main()
