"""json.loads where the type of the result is written: containers and TypedDicts."""

import json
from typing import Any, Mapping, NotRequired, TypedDict


class Rec(TypedDict):
    name: str
    n: int
    tags: NotRequired[list[str]]


class Page(TypedDict, total=False):
    items: list[Rec]
    next: str | None


def load(text: str) -> list[Rec]:
    return json.loads(text)


def total(xs: list[int]) -> int:
    return sum(xs)


class Rec_j3(TypedDict):
    name: str
    n: int


def attempt(text: str) -> None:
    try:
        r: Rec_j3 = json.loads(text)
        print("ok", r["name"])
    except TypeError as e:
        print(type(e).__name__)
    except json.JSONDecodeError as e:
        print(e)


def ints(text: str) -> None:
    try:
        xs: list[int] = json.loads(text)
        print(xs, sum(xs))
    except TypeError as e:
        print(type(e).__name__)


def run_j1() -> None:
    rows: list[dict[str, Any]] = json.loads('[{"a": 1, "b": "x"}, {"a": 2.5}]')
    for r in rows:
        print(r["a"], r.get("b", "-"))
    d: dict[str, Any] = json.loads('{"q": [1, 2]}')
    print(d["q"], d)


def run_j2() -> None:
    names: list[str] = json.loads('["x", "y"]')
    print(names[0].upper(), sorted(names))
    r: Rec = json.loads('{"name": "x", "n": 3}')
    print(r["name"], r["n"] + 1, r)
    rs: list[Rec] = json.loads('[{"name": "x", "n": 3, "tags": ["a"]}, {"name": "y", "n": 4}]')
    print([q["name"] for q in rs], rs[0]["tags"], rs)
    print(load("[]"), load('[{"name": "q", "n": 1}]')[0]["n"])
    page: Page = json.loads('{"items": [{"name": "z", "n": 0}], "next": null}')
    print(page["items"][0]["name"], page["next"], page)
    m: Mapping[str, int] = json.loads('{"a": 1}')
    print(m["a"], dict(m))
    nested: dict[str, list[dict[str, int]]] = json.loads('{"k": [{"z": 1}, {}]}')
    print(nested["k"][0]["z"], nested)
    opt: list[int] | None = json.loads("null")
    print(opt)
    opt2: dict[str, str] | None = json.loads('{"a": "b"}')
    print(opt2)
    print(total(json.loads("[1, 2, 3]")))
    mixed: list[int | str] = json.loads('[1, "a"]')
    print(mixed)


def run_j3() -> None:
    for text in [
        '{"name": "a", "n": 1}',
        '{"name": "a", "n": 1, "extra": "z"}',
        "[1",
        '{"name": "a", "n": 1, "more": 5}',
    ]:
        attempt(text)
    for text in ["[1, 2]", "[]"]:
        ints(text)


def main() -> None:
    run_j1()
    run_j2()
    run_j3()


if __name__ == "__main__":
    main()
