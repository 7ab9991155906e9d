"""Fields, tables and parameters that hold a class of any kind, as schemas do."""

from dataclasses import dataclass
from typing import Any, Callable, Optional


@dataclass
class Field:
    name: str
    kind: type = str
    default: Any = None


SCHEMA = [Field("a", int, 3), Field("b"), Field("c", float), Field("d", list)]
BY: dict[str, type] = {"i": int, "f": float, "l": list}
PAIRS: list[tuple[type, str]] = [(int, "x"), (bool, "y")]
KINDS: tuple[type, ...] = (int, str)


def f(t: type = int, o: Optional[type] = None) -> str:
    return t.__name__ + (o.__name__ if o is not None else "-")


class S:
    KIND: type = int

    def ok(self, v: object) -> bool:
        return isinstance(v, self.KIND)


class S2(S):
    KIND = str


def pick(b: bool) -> type:
    return int if b else str


def main() -> int:
    for s in SCHEMA:
        print(s.name, s.kind.__name__, s.default, s.kind is int)
    print(SCHEMA[1], BY["l"] is list, BY, PAIRS, KINDS)
    print(f(), f(str), f(o=float), f(dict, list))
    print(S().ok(3), S2().ok(3), S2().ok("a"), S.KIND, S2().KIND)
    row: dict[str, object] = {"a": 3, "b": "x", "c": 2}
    for s in SCHEMA:
        v = row.get(s.name)
        if v is not None and not isinstance(v, s.kind):
            print("bad", s.name, type(v).__name__, "expected", s.kind.__name__)
    print(isinstance(3, KINDS), isinstance("a", KINDS), isinstance(2.5, KINDS))
    conv: dict[str, Callable[[str], object]] = {"int": int, "float": float, "str": str, "bool": bool}
    print([conv[k]("12") for k in conv])
    parsers: list[tuple[str, Callable[[str], int]]] = [("dec", int), ("len", len)]
    print([p(n) for n, p in parsers if n == "len"])
    t = type(3)
    print(t, t("4") + 1, t is int)
    k = int if len(BY) > 2 else str
    print(k.__name__)
    print(pick(True), pick(False).__name__)
    match row:
        case {"a": int(n)}:
            print(n)
    m: int | None = None
    print([isinstance(m, q) for q in (int, type(None), str)], isinstance((1, 2), KINDS), isinstance((1, 2), (list, tuple)))
    u: int | str | list[int] = [1]
    for q in (int, str, list, object):
        print(isinstance(u, q), isinstance(True, q), isinstance(2.5, q), isinstance(None, q), isinstance((1, "a"), q))
    return 0


if __name__ == "__main__":
    main()
