# alone: dicts are copied deeply only where no program of the image has a class of objects below them
"""`asdict` of dataclasses whose fields are of a recursive type."""

from __future__ import annotations
from dataclasses import dataclass, field, asdict, astuple
from typing import Union

Json = Union[None, bool, int, float, str, list["Json"], dict[str, "Json"]]


@dataclass
class P:
    x: int
    meta: Json = None


@dataclass
class C:
    extra: dict[str, Json] = field(default_factory=dict)
    one: Json = None
    ps: list[P] = field(default_factory=list)


def main() -> None:
    c = C({"a": [1, {"b": None}]}, [1, 2], [P(1, {"k": [True]})])
    d = asdict(c)
    print(d)
    c.extra["a"] = 5
    print(d, asdict(P(3, "x")), astuple(P(4, [1])))


if __name__ == "__main__":
    main()
