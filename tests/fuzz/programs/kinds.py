"""The types of random programs, as the text of their annotations: `int`, `list[str]`, `dict[str, int]`, `p3_A | None`.

A text is enough: two types are the same where their annotations are, and a hole of a template names one as it is written.
"""

from __future__ import annotations

import random

PLAIN = ("int", "str", "float", "bool")
SIMPLE = ("int", "int", "int", "str", "str", "float", "bool")
KEYS = ("int", "str", "tuple[int, str]", "bool")
FIXED = ("u8", "i8", "i16", "u16", "i32", "u32", "i64", "u64", "w8", "w16", "w32", "w64")
SETS = ("set", "frozenset")


def head(kind: str) -> str:
    """`list[int]` -> `list`; a union is `|`."""
    if len(members(kind)) > 1:
        return "|"
    return kind.split("[", 1)[0]


def split(text: str, mark: str) -> list[str]:
    """The parts of a text between the marks that stand outside of brackets."""
    parts, depth, start = [], 0, 0
    for i, char in enumerate(text):
        depth += (char in "[(") - (char in "])")
        if depth == 0 and text.startswith(mark, i):
            parts.append(text[start:i])
            start = i + len(mark)
    return [*parts, text[start:]]


def members(kind: str) -> list[str]:
    """The members of a union; of another type itself."""
    return split(kind, " | ")


def arguments(kind: str) -> list[str]:
    """`dict[str, int]` -> `str`, `int`."""
    return split(kind[kind.index("[") + 1:-1], ", ") if "[" in kind else []


def is_ordered(kind: str) -> bool:
    """Whether values of it can be compared by `<` without an error."""
    if head(kind) in ("list", "tuple"):
        return all(is_ordered(k) for k in arguments(kind) if k != "...")
    return kind in ("int", "str", "float", "bool", "bytes", *FIXED)


def is_printed_the_same(kind: str) -> bool:
    """Whether its text does not depend on the order of sets or on an address."""
    return head(kind) not in (*SETS, "Callable", "Iterator") and all(is_printed_the_same(k) for k in
                                                                     (*arguments(kind), *members(kind)) if k != kind)


def is_mutable(kind: str) -> bool:
    return head(kind) in ("list", "dict", "set", "deque", "bytearray")


def palette(dice: random.Random) -> list[str]:
    """Types of containers that the programs of one file share: each is a part of the library that is compiled for it."""
    return [container_kind(dice, [], 2) for _ in range(9)] + ["list[int]", "list[str]", "dict[str, int]"]


def random_kind(dice: random.Random, classes: list[str], shared: list[str], depth: int = 2) -> str:
    """A type for a variable, a parameter or an item; `classes` are names of the unit's own, `shared` its file's containers."""
    roll = dice.random()
    if roll < 0.42 or depth <= 0:
        return dice.choice(SIMPLE)
    if roll < 0.56 and classes:
        return dice.choice(classes)
    if roll < 0.61:
        return dice.choice(("bytes", "bytearray", *FIXED))
    if roll < 0.94:
        return dice.choice(shared) if dice.random() < 0.8 else container_kind(dice, classes, depth)
    if roll < 0.98:
        inner = dice.choice(["int", "str", "list[int]", *classes])
        return f"{inner} | None"
    return dice.choice(("int | str", "str | list[int]", "int | str | None"))


def container_kind(dice: random.Random, classes: list[str], depth: int) -> str:
    """A type of containers; its items are never sets, whose text has no order, nor unions, which a literal does not tell."""
    def item(below: int = 1) -> str:
        roll = dice.random()
        if roll < 0.7 or depth <= below:
            return dice.choice(SIMPLE)
        return dice.choice(classes) if roll < 0.85 and classes else container_kind(dice, classes, depth - 1)

    shape = dice.choice(("list", "list", "list", "dict", "dict", "set", "tuple", "tuple", "vtuple", "deque"))
    match shape:
        case "dict":
            return f"dict[{dice.choice(KEYS)}, {item()}]"
        case "set":
            return f"{dice.choice(('set', 'set', 'frozenset'))}[{dice.choice(KEYS[:3])}]" if depth == 2 else "list[int]"
        case "tuple":
            return f"tuple[{item()}, {item()}]"
        case "vtuple":
            return f"tuple[{dice.choice(SIMPLE)}, ...]"
    return f"{shape}[{item()}]"
