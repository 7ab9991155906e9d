"""Lists behind the first item of a tuple, of items that have no order: only a comparison that reaches them raises."""
from dataclasses import dataclass


@dataclass
class P:
    name: str


def main() -> None:
    d = {"b": P("x"), "a": P("y")}
    for k, v in sorted(d.items()):
        print(k, v)
    print(min(d.items()), max((1, P("z")), (2, P("w"))))
    try:
        sorted([("a", P("1")), ("a", P("2"))])
    except TypeError as e:
        print(e)
    e: dict[str, list[P]] = {"z": [], "y": [P("q")]}
    print(sorted(e.items()))
    try:
        print(sorted([("a", [P("1")]), ("a", [P("2")])]))
    except TypeError as error:
        print(error)
    print(sorted([("a", [P("1"), P("2")]), ("a", [P("1")])]))
    try:
        print([P("1")] < [P("2")])
    except TypeError as error:
        print(error)
    same = P("s")
    print([same] < [same], [same] <= [same], [] < [same], [same, same] > [same])
    rows: list[tuple[P, ...]] = [(same, same), (same,)]
    print(sorted(rows))
    print(sorted({"b": {1: P("d")}, "a": {}}.items()))
    o: dict[str, int | None] = {"q": None, "p": 3}
    print(sorted(o.items()))
    f: dict[int, dict[str, int]] = {2: {}, 1: {"a": 1}}
    print(sorted(f.items()))


if __name__ == "__main__":
    main()
