"""TypedDict: literal keys with types of their own, required or not, nested, inherited, recursive, in the image."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NotRequired, Required, TypedDict


class Author(TypedDict):
    name: str
    born: int | None


class Book(TypedDict):
    title: str
    author: Author
    price: float
    tags: NotRequired[list[str]]
    in_print: bool


class Options(TypedDict, total=False):
    width: int
    height: int
    name: Required[str]


class Detailed(Options):
    depth: int
    notes: dict[str, str]


class Tree(TypedDict):
    value: int
    children: list["Tree"]


class Login(TypedDict):
    kind: Literal["login"]
    user: str


class Move(TypedDict):
    kind: Literal["move"]
    x: int
    y: int


Event = Login | Move

SHELF: list[Book] = [
    {"title": "Solaris", "author": {"name": "Lem", "born": 1921}, "price": 9.5, "in_print": True},
    {"title": "Ubik", "author": {"name": "Dick", "born": None}, "price": 7.25, "in_print": False, "tags": ["sf"]},
]
DEFAULTS: Options = {"name": "window", "width": 80}


@dataclass
class Shop:
    books: list[Book] = field(default_factory=list)
    by_title: dict[str, Book] = field(default_factory=dict)

    def add(self, book: Book) -> None:
        self.books.append(book)
        self.by_title[book["title"]] = book


def total(tree: Tree) -> int:
    return tree["value"] + sum(total(child) for child in tree["children"])


def leaf(value: int) -> Tree:
    return {"value": value, "children": []}


def shown(data: Mapping[str, object]) -> str:
    return ", ".join(f"{key}={value!r}" for key, value in data.items())


def cheap(books: Iterable[Book], most: float) -> list[str]:
    return [b["title"].upper() for b in books if b["price"] <= most]


def book(title: str, *, born: int | None = None) -> Book:
    return Book(title=title, author=Author(name="?", born=born), price=1.0, in_print=False)


def area(options: Options) -> int:
    return options.get("width", 10) * options.get("height", 20)


def events() -> list[Event]:
    return [{"kind": "login", "user": "ann"}, {"kind": "move", "x": 3, "y": 4}]


def main() -> None:
    print(SHELF)
    first = SHELF[0]
    first["price"] *= 2
    first["author"]["name"] += "!"
    first.setdefault("tags", []).append("classic")
    print(first["tags"], first["price"] + 1, first["author"], len(first), "tags" in first, "isbn" in first)
    for one in SHELF:
        born = one["author"]["born"]
        if born is not None:
            print(one["title"], born + 1)
        if one["author"]["born"] is None:
            one["author"]["born"] = 1900
        print(one["author"]["born"], one.get("tags"), one.get("tags", ["none"])[0], one["in_print"])
    shop = Shop()
    for made in (book("A"), book("B", born=5), SHELF[1]):
        shop.add(made)
    print(shop.by_title["B"]["author"]["born"], cheap(shop.books, 5.0), shop.by_title["Ubik"] is SHELF[1])
    print(shop)

    options: Options = DEFAULTS.copy()
    options["height"] = 3
    options.update({"width": options["width"] // 2})
    options |= {"name": "other"}
    print(options, DEFAULTS, area(options), area({"name": "none"}), options == DEFAULTS)
    print(options.pop("width"), options.pop("width", -1), options, sorted(options), list(options.values()))
    del options["height"]
    print(options, shown(options), dict(options))
    detailed: Detailed = {**DEFAULTS, "depth": 7, "notes": {"a": "b"}}
    print(detailed, detailed["depth"] + detailed["width"], detailed["notes"]["a"])
    try:
        print(options["width"])
    except KeyError as error:
        print("no", error)

    tree: Tree = {"value": 1, "children": [leaf(2), {"value": 3, "children": [leaf(4)]}]}
    print(total(tree), tree)
    for event in events():
        print(event["kind"], len(event), event)
    things: list[object] = [leaf(9), DEFAULTS, 1]
    print([isinstance(thing, dict) for thing in things], type(DEFAULTS).__name__, type(things[0]).__name__)
    print(json.dumps(SHELF[1]), json.dumps(things[1]), things[0] == {"value": 9, "children": []})
    titles = {b["title"]: b["author"]["name"] for b in sorted(SHELF, key=lambda b: b["price"])}
    print(titles, max(SHELF, key=lambda b: len(b["title"]))["title"])
    match tree:
        case {"value": 1, "children": [one_child, *others]}:
            print("matched", one_child, len(others))
        case _:
            print("no match")


if __name__ == "__main__":
    main()
