"""`copy` and `deepcopy` of TypedDicts, alone and inside of other things."""

from __future__ import annotations
import copy
from copy import deepcopy
from dataclasses import dataclass, field
from typing import NotRequired, TypedDict


class Address(TypedDict):
    street: str
    zips: list[int]


class Person(TypedDict):
    name: str
    age: int
    home: Address
    tags: NotRequired[set[str]]
    boss: NotRequired[Person | None]
    team: NotRequired[list[Person]]


class Admin(Person):
    rights: dict[str, bool]


class Options(TypedDict, total=False):
    depth: int
    names: tuple[str, ...]
    point: tuple[int, list[int]]


class Plain(TypedDict):
    x: int
    y: int


@dataclass
class Holder:
    person: Person
    more: dict[str, Person] = field(default_factory=dict)
    opts: Options | None = None


DEFAULT: Person = {"name": "d", "age": 1, "home": {"street": "s", "zips": [1]}}


def fresh(name: str) -> Person:
    out = deepcopy(DEFAULT)
    out["name"] = name
    out["home"]["zips"].append(len(name))
    return out


def either(p: Person | Address) -> Person | Address:
    return deepcopy(p)


def main() -> None:
    a, b = fresh("ann"), fresh("bo")
    print(DEFAULT, a, b)
    a["boss"] = b
    a["team"] = [b, b]
    c = copy.deepcopy(a)
    c["home"]["zips"].clear()
    c["team"][0]["name"] = "changed"
    print(c["team"][1]["name"], c["boss"] is c["team"][0], b["name"], a["home"], c == a, c.get("tags"))
    d = copy.copy(a)
    d["name"] = "copy"
    d["home"]["street"] = "shared"
    print(a["home"]["street"], a["name"], d["name"], len(d), list(d))
    adm: Admin = {"name": "root", "age": 5, "home": {"street": "x", "zips": []}, "rights": {"w": True}}
    e = deepcopy(adm)
    e["rights"]["r"] = False
    print(adm, e)
    people: list[Person] = [b, a]
    f = deepcopy(people)
    f[0]["name"] = "toor"
    print(people[0]["name"], f[0]["name"], len(f[0]))
    o: Options = {}
    print(deepcopy(o), copy.copy(o))
    o["point"] = (1, [2])
    o["names"] = ("q",)
    p = deepcopy(o)
    p["point"][1].append(3)
    print(o, p, p["names"])
    h = Holder(a, {"b": b}, o)
    i = deepcopy(h)
    i.person["age"] = 99
    i.more["b"]["age"] = 98
    if i.opts is not None:
        i.opts["depth"] = 3
    print(h.person["age"], h.more["b"]["age"], h.opts, i.person["age"], i.opts, i.more["b"] is i.person.get("boss"))
    j = either(a)
    print(len(j), j == a, j is a)
    q: Plain = {"x": 1, "y": 2}
    r = deepcopy(q)
    r["x"] = 5
    plain: dict[str, int] = {"x": 3}
    s = deepcopy(plain)
    s["x"] = 4
    print(q, r, plain, s, copy.copy(plain))
    nested = {"k": [q, r]}
    t = deepcopy(nested)
    t["k"][0]["y"] = 0
    print(nested, t)
    opt: Plain | None = None
    print(deepcopy(opt))
    opt = q
    u = deepcopy(opt)
    print(u, u is q)


if __name__ == "__main__":
    main()
