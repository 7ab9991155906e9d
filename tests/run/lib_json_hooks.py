"""`json` with `default`, `skipkeys`, `check_circular` and the hooks of `loads`."""
import io
import json
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Odd:
    pass


def plain(value: object) -> object:
    if isinstance(value, Point):
        return {"x": value.x, "y": value.y}
    raise TypeError(f"no way to write a {type(value).__name__}")


def as_dict(value: object) -> dict[str, int]:
    assert isinstance(value, Point)
    return {"sum": value.x + value.y}


def hook(d: dict[str, object]) -> object:
    x, y = d.get("x"), d.get("y")
    if isinstance(x, int) and isinstance(y, int):
        return Point(int(x), int(y))
    return d


def ring() -> None:
    data: dict[str, object] = {"a": 1}
    data["self"] = data
    rows: list[object] = [1]
    rows.append([rows])
    for one in (data, rows):
        try:
            print(json.dumps(one))
        except ValueError as error:
            print(type(error).__name__, error)


def deep(levels: int) -> list[object]:
    out: list[object] = []
    for _ in range(levels):
        out = [out, out]
        out.pop()
    return out


def writing() -> None:
    print(json.dumps([Point(1, 2), Point(3, 4)], default=plain), json.dumps({"p": Point(1, 2)}, default=plain, indent=1))
    print(json.dumps(Point(5, 6), default=as_dict), json.dumps({None: 1, "a": 2}), json.dumps({True: 1, 2.5: 2, 2: 0}, sort_keys=True), json.dumps([1], default=None))
    mixed: list[object] = [1, "a", None, True, 2.5, Point(7, 8), {"k": Point(0, 0)}, (1, "t")]
    print(json.dumps(mixed, default=plain, sort_keys=True))
    out = io.StringIO()
    json.dump(Point(1, 1), out, default=plain)
    json.dump({"a": [1]}, out, indent="\t", check_circular=False)
    print(out.getvalue())
    try:
        json.dumps([Odd()], default=plain)
    except TypeError as error:
        print(error)
    try:
        json.dumps([Odd()])
    except TypeError as error:
        print(error)
    keys = {(1, 2): "pair", (3, 4): "other"}
    print(json.dumps(keys, skipkeys=True), json.dumps([keys], skipkeys=True, indent=2))
    try:
        json.dumps(keys)
    except TypeError as error:
        print(error)
    print(len(json.dumps(deep(150))), len(json.dumps(deep(150), check_circular=False)))


def reading() -> None:
    text = '{"a": {"x": 1, "y": 2}, "b": [{"x": 3, "y": 4}, {"z": 1.5}], "c": NaN, "n": null, "t": [true, false]}'
    print(json.loads(text, object_hook=hook))
    print(json.loads(text, object_pairs_hook=lambda pairs: pairs, parse_constant=lambda word: f"<{word}>"))
    print(json.loads('[1, 2.5, -3e2, 4, Infinity, -Infinity]', parse_float=str, parse_int=float))
    print(json.loads('[1, 12345678901234567890123]', parse_int=lambda s: len(s)), json.loads("{}", object_hook=len))
    made = json.loads('{"x": 1, "y": 5}', object_hook=hook)
    if isinstance(made, Point):
        print(made.x + made.y)
    print(json.load(io.StringIO('{"x": 0, "y": 0}'), object_hook=hook), json.load(io.StringIO("[1]")))
    for bad in ("", "[1,", '{"a" 1}', '{"a": 1,}', "[1 2]", '{1: 2}', "nul", "[1] x"):
        try:
            print(json.loads(bad, object_hook=hook))
        except json.JSONDecodeError as error:
            print(error)


def main() -> None:
    writing()
    ring()
    reading()


if __name__ == "__main__":
    main()
