"""Literals of the types of random programs."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.fuzz.programs import kinds

INTEGERS = ("0", "1", "2", "3", "5", "7", "10", "12", "-1", "-2", "-7", "100", "255", "-100", "1000", "65536", "-12345",
            "2147483647", "-2147483648", "4294967296", "4611686018427387904", "9223372036854775807", "-9223372036854775807")
SMALL = ("0", "1", "2", "3", "4", "-1", "-2")
FLOATS = ("0.0", "1.0", "-1.5", "0.5", "2.25", "3.0", "0.1", "-0.0", "100.0", "1e10", "123.456", "1e-3", "1e16", "7.0", "1e22", "5e-324", "1.5e308", "0.30000000000000004", "-2.5", "1e-5")
TEXTS = ("''", "'a'", "'b'", "'abc'", "'Hello'", "'x y z'", "'a,b,c'", "'12'", "'-5'", "'Zed'", "'héllo'", "'日本'", "'  pad '",
         "'aXbX'", "'tab'", "'0x1f'", "'-17'", "' 42 '", "'3.5e2'", "'1_000'", "'nan'", "'ß'", "'\\t.\\x00'", "'ÀÉ'", "'a-b-a'", "'😀!'", "'k1'", "'mno'", "'line\\n'", "'q\"q'")
CHARS = ("'a'", "'b'", "','", "' '", "'X'", "'é'", "'z'")
BYTES = ("b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'Zz,'", "b'12'")


def literal(dice: random.Random, kind: str, leaf: Callable[[str], str]) -> str:
    """A literal of a type, its items made by `leaf`; empty where the type has none."""
    plain = {"int": INTEGERS, "size": SMALL, "float": FLOATS, "str": TEXTS, "ch": CHARS, "bytes": BYTES,
             "bool": ("True", "False")}
    if kind in plain:
        choices = plain[kind]
        text = dice.choice(choices[:10] if kind == "int" and dice.random() < 0.7 else choices)
        return f"same({text})" if len(text) > 15 and kind == "int" else text     # what folds to too large a constant is refused
    if kind in kinds.FIXED:
        low = {"u8": 250, "i8": 120, "i16": 30000, "u16": 65000, "u32": 4000000000, "w8": 255, "w16": 65535, "i64": 10 ** 17, "u64": 2 ** 63 - 1}.get(kind, 10 ** 9)
        return f"{kind}({dice.choice((0, 1, 2, 3, 7, 100, low))})"
    if kind == "bytearray":
        return f"bytearray({dice.choice(BYTES)})"
    if kind == "None":
        return "None"
    head, arguments = kinds.head(kind), kinds.arguments(kind)
    return container(dice, head, arguments, leaf) if arguments else ""


def container(dice: random.Random, head: str, arguments: list[str], leaf: Callable[[str], str]) -> str:
    """A literal with one to three items: an empty one has no type of its own."""
    count = dice.choice((1, 2, 2, 3, 3, 4))
    if head == "dict":
        return "{" + ", ".join(f"{leaf(arguments[0])}: {leaf(arguments[1])}" for _ in range(count)) + "}"
    if head == "tuple":
        if arguments[-1] == "...":
            return "tuple([" + ", ".join(leaf(arguments[0]) for _ in range(count)) + "])"
        return "(" + ", ".join(leaf(k) for k in arguments) + ")"
    items = ", ".join(leaf(arguments[0]) for _ in range(count))
    return {"list": f"[{items}]", "set": f"{{{items}}}", "frozenset": f"frozenset([{items}])",
            "deque": f"deque([{items}])"}.get(head, "")
