"""print and reprs: separators, ends, containers within containers, quotes, recursion through fields, dataclass options, files."""
from __future__ import annotations

import io
import sys
from dataclasses import dataclass, field
from enum import Enum, Flag, IntEnum


class Color(Enum):
    RED = 1


class Size(IntEnum):
    BIG = 9


class Perm(Flag):
    R = 1
    W = 2


class Both:
    def __str__(self) -> str:
        return "str"

    def __repr__(self) -> str:
        return "repr"


class OnlyRepr:
    def __repr__(self) -> str:
        return "<only>"


class OnlyStr(Exception):
    def __str__(self) -> str:
        return "shown"


@dataclass
class Node:
    name: str
    secret: int = field(default=1, repr=False)
    kids: list[Node] = field(default_factory=list)
    color: Color | None = None


@dataclass(repr=False)
class Quiet:
    n: int

    def __repr__(self) -> str:
        return f"Q{self.n}"


def main() -> None:
    print()
    print("a", 1, 2.0, None, True, sep="|", end="!\n")
    print("x", "y", sep="", end="")
    print("", "z", sep="-")
    print(*"abc", sep=", ", end=".\n")
    print(*"", sep="?")
    print([Both()], Both(), (Both(),), {"k": Both()}, f"{Both()} {Both()!r}", str([OnlyRepr()]), OnlyRepr(), str(OnlyRepr()))
    print(Color.RED, [Color.RED], repr(Color.RED), Size.BIG, [Size.BIG], f"{Size.BIG}", Perm.R | Perm.W, [Perm.R], Perm(0), f"{Color.RED!s:>12}")
    print(Node("a", 5, [Node("b", color=Color.RED)]), [Quiet(1), Quiet(2)], {"q": Quiet(3)}, OnlyStr("x"), repr(OnlyStr("x")), [OnlyStr()], ValueError("a", 1), [KeyError("k")])
    print(["it's", 'say "x"', "both '\"", "\n\t\\", "é\x00", ""], [b"b", bytearray(b"c")], [1.0, -0.0, 1e100, float("nan")], [True], ((), (1,)), [[1], []], {1: [2]})
    print({1, }, frozenset([2]), set[int](), range(3), [range(1, 9, 2)], {"a": (1, [2, {"b": None}])}, type(1).__name__, type(Node("t")).__name__, dict(a=1), [*range(3)], {*"a"})
    out = io.StringIO()
    print("to", "file", 3, file=out, sep="_")
    print("more", end="", file=out)
    print(repr(out.getvalue()), len(out.getvalue()))
    print("log line", file=sys.stderr)
    print("flushed", flush=True, file=sys.stdout)
    sys.stdout.write("written\n")
    print("multi\nline", "tab\tend", '"""', "'''", "\\n", r"\n", "{}", "%s", sep="\n")
