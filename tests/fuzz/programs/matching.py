"""Patterns of `match` that fit a subject's type, the names that they bind, and `_` at the end."""

from __future__ import annotations

import re

from tests.fuzz.programs import kinds
from tests.fuzz.programs.writer import Variable, Writer

Case = tuple[str, list[Variable]]


def subject_kind(writer: Writer) -> str:
    return writer.dice.choice(["int", "str", "list[int]", "tuple[int, str]", "dict[str, int]", "int | str", "list[str]", "bool",
                               "int | None", "tuple[int, int]", "list[tuple[int, str]]", "list[list[int]]", *writer.classes, *writer.classes, *writer.classes])


def cases(writer: Writer, kind: str) -> list[Case]:
    """Two or three patterns and one that takes everything."""
    found = [pattern(writer, kind) for _ in range(writer.dice.randint(1, 3))]
    found = [case for case in found if not catches_all(case[0])]
    found.sort(key=lambda case: re.match(r"\(*(int|str|bool)\(", case[0]) is not None)     # a literal behind its type is refused
    if writer.dice.random() < 0.3:
        name = writer.name("p")
        return [*found, (name, [Variable(name, kind, True)])]
    return [*found, ("_", [])]


def catches_all(text: str) -> bool:
    return text.isidentifier() and text not in ("None", "True", "False")


def pattern(writer: Writer, kind: str) -> Case:
    """One pattern for a value of a type."""
    dice = writer.dice
    name = writer.name("p")
    if dice.random() < 0.12:
        return name, [Variable(name, kind, True)]
    if dice.random() < 0.1:
        inner, variables = pattern(writer, kind)
        if " as " not in inner and not catches_all(inner):
            return f"({inner}) as {name}", [*variables, Variable(name, kind, True)]
    head = kinds.head(kind)
    if head == "list":
        return sequence(writer, kinds.arguments(kind)[0], name)
    if head == "tuple":
        parts = [pattern(writer, k) for k in kinds.arguments(kind)]
        return f"({', '.join(p for p, _ in parts)})", [v for _, vs in parts for v in vs]
    if head == "dict":
        inner, variables = pattern(writer, kinds.arguments(kind)[1])
        rest = f", **{name}" if dice.random() < 0.4 else ""
        return f"{{'{dice.choice('abk')}': {inner}{rest}}}", [*variables, *([Variable(name, kind, True)] if rest else [])]
    if head == "|":
        text, variables = pattern(writer, dice.choice(kinds.members(kind)))
        return ("_", []) if catches_all(text) or "(_)" in text or " as " in text else (text, variables)
    if patterns := writer.templates.get(f"match {kind}"):
        return of_class(writer, dice.choice(patterns))
    return plain(writer, kind, name)


def plain(writer: Writer, kind: str, name: str) -> Case:
    dice = writer.dice
    if kind == "int":
        return dice.choice([("0", []), ("1 | 2", []), ("-1", []), ("int()", []), (f"int({name})", [Variable(name, "int", True)]), (f"(3 | 4) as {name}", [Variable(name, "int", True)])])
    if kind == "str":
        return dice.choice([("'a'", []), ("'abc' | ''", []), ("str()", []), (f"str({name})", [Variable(name, "str", True)]), (f"('b' | 'Zed') as {name}", [Variable(name, "str", True)])])
    if kind in ("bool", "None"):
        return dice.choice(("True", "False")) if kind == "bool" else "None", []
    return "_", []


def sequence(writer: Writer, item: str, name: str) -> Case:
    first, variables = pattern(writer, item)
    second, more = pattern(writer, item)
    rest = Variable(name, f"list[{item}]", True)
    return writer.dice.choice([
        ("[]", []), (f"[{first}]", variables), (f"[{first}, {second}]", [*variables, *more]), (f"[{first}, *{name}]", [*variables, rest]),
        (f"[*{name}, {first}]", [*variables, rest]), (f"[{first}, *_]", variables), (f"[{first}, *{name}, {second}]", [*variables, rest, *more]),
    ])


def of_class(writer: Writer, template: str) -> Case:
    """`Point(x=«int», y=«str»)` with patterns in the holes; not every field is asked for."""
    if "(" not in template:
        return template, []
    name, inner = template.rstrip(")").split("(", 1)
    variables: list[Variable] = []
    parts = []
    for field in kinds.split(inner, ", ") if inner else []:
        key, kind = field.split("=", 1)
        if writer.dice.random() < 0.7:
            text, bound = pattern(writer, kind)
            parts.append(f"{key}={text}")
            variables += bound
    return f"{name}({', '.join(parts)})", variables
