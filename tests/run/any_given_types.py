# alone: operations on Any are chosen among all that a program makes objects of
"""`Any` where a type is written, what adds up to numbers, and as a dict."""

from typing import Any


def show(v: Any) -> str:
    return f"{v!r}:{type(v).__name__}"


def total(items: list[Any]) -> int:
    out = 0
    for it in items:
        out += it["n"]
    return out


def amount(items: list[Any]) -> None:
    out = 0
    for it in items:
        out += it["f"]
    print(out)


def main() -> None:
    xs: list[Any] = [{"n": 1, "f": 2.5}, {"n": 2, "f": 1}]
    print(total(xs))
    amount(xs)
    a: Any = {"x": 1}
    b = dict(a)
    b["y"] = 2
    print(a, b, {**a, "z": 3}, dict([("k", 1)]), show(dict(a)))
    pairs: Any = [("p", 1), ("q", 2)]
    print(dict(pairs))
    try:
        print({**pairs})
    except TypeError as e:
        print(e)
    try:
        print(dict(5 if a else a))
    except TypeError as e:
        print(e)
    c: dict[str, Any] = {"n": 1, "s": "x", "l": [1, 2], "d": {"e": 5}}
    n: int = c["n"]
    s: str = c["s"]
    o: str | None = c.get("none")
    m: int | str = c["s"]
    print(n, s, o, m, [show(v) for v in c.values()])
    held: list[Any] = c["l"]
    held.append("q")
    print(c, held is c["l"])


if __name__ == "__main__":
    main()
