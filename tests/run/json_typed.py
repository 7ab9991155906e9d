# alone: operations on Any are chosen among all that a program makes objects of
"""What `json.loads` gives where types are written: `dict[str, Any]`, fields of dataclasses, results, loops and methods."""

import json
from typing import Any

TEXT = """{"name": "svc", "flag": true, "off": false, "n": 7, "f": 2.345, "none": null,
 "names": ["b", "a"], "items": [{"n": 3, "t": "x"}, {"n": 1, "t": "y"}], "pair": [1, "two"],
 "m": {"n": 1, "deep": {"k": [1, 2, {"z": 9}]}}, "shape": {"type": "circle", "r": 2}}"""


def area(s: dict[str, Any]) -> float:
    match s:
        case {"type": "circle", "r": r}:
            return 3.0 * r * r
        case {"type": "rect", "w": w, "h": h}:
            return w * h * 1.0
        case _:
            raise ValueError(f"bad {s}")


def total(items: list[dict[str, Any]]) -> int:
    out = 0
    for it in items:
        out += it["n"]
    return out


def main() -> None:
    x: dict[str, Any] = json.loads(TEXT)
    print(f"{x['name']:>6}|{x['n']:03d}|{x['f']:.1f}", x["none"] or "default", "yes" if x["flag"] else "no", not x["off"])
    if x.get("flag") and not x.get("zzz"):
        print("flagged")
    print(max(x["names"]), sum(i["n"] for i in x["items"]), [i["t"] for i in x["items"] if i["n"] > 1])
    print(sorted(x["items"], key=lambda i: i["n"]), " ".join(x["names"]), x["n"] == 7, x["name"] in ("svc", "b"))
    print(int(x["n"]), str(x["n"]), round(x["f"], 2), float(x["n"]), x["n"] / 2, x["n"] // 2, x["n"] % 4, -x["n"], x["f"] * 2)
    a, b = x["pair"]
    print(a, b)
    x["m"]["n"] += 1
    x["m"]["new"] = [1]
    x["m"]["new"].append("q")
    del x["off"]
    print(x["m"], x["m"]["deep"]["k"][2]["z"], len(x["m"]["deep"]["k"]), x["m"]["deep"]["k"][-1], x["m"]["deep"]["k"][:2])
    print({k: v for k, v in x.items() if isinstance(v, str)}, [*x["names"]], list(x), sorted(x), x.pop("n"), "n" in x)
    print(area(x["shape"]), area({"type": "rect", "w": 2, "h": 3}), total(x["items"]))
    try:
        x["nope"]
    except KeyError as e:
        print("KeyError", e)
    x.update({"u": 1})
    x.setdefault("l", []).append(5)
    print(x["u"], x["l"], x == json.loads(json.dumps(x)))
    print(json.dumps(x, indent=2, sort_keys=True))
    for i, it in enumerate(x["items"]):
        it["n"] *= 10
        print(i, it["n"], it.get("t"), it.keys(), list(it.values()))
    for k, v in sorted(x["m"].items()):
        print(k, v)


if __name__ == "__main__":
    main()
