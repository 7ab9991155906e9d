"""Writes expressions: a type, a depth and what is in scope become the text of an expression.

    expression("int", 2, scope)   ->   "(v3.size + len(v1)) * 2"

Every expression is in parentheses; the unit's text goes through `ast.unparse`, which leaves those that are needed.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace

from tests.fuzz.programs import kinds, literals, rows, rows_library, rows_text
from tests.fuzz.value_programs import _spec as format_spec

HOLE = re.compile(r"«(\$?)([^«»:]+)(?::([^«»]*))?»")
PSEUDO = {"width": ("0", "6", "9", "11"), "nonzero": ("1", "2", "-1", "3", "-2"), "part": ("0", "1", "2"),
          "base": ("10", "2", "16", "36", "0", "8", "1")}
OPERATORS = {"LT": "<", "LE": "<=", "GT": ">", "GE": ">="}
MISSING = "missing"                     # a variable that a template asks for and the scope does not have
HEAVY = re.compile(r"\b(permutations|combinations|cycle|zip_longest|pairwise|compress|takewhile|dropwhile|filterfalse|islice|repeat|chain)\b")
ATOM = re.compile(r"[A-Za-z_]\w*(\.\w+)*|'[^'\\]*'|\[\]|\{\}")


@dataclass(frozen=True, slots=True)
class Variable:
    """A name in scope; `fixed` ones (loop variables, parameters of lambdas) are not assigned."""

    name: str
    kind: str
    fixed: bool = False
    narrowed: bool = False                  # by a test: a function that is called later does not know of it


@dataclass(slots=True)
class Scope:
    """What an expression may use: variables, own templates by type (`self.x`), and whether `:=` and f-strings may stand."""

    variables: list[Variable] = field(default_factory=list)
    templates: dict[str, list[str]] = field(default_factory=dict)
    walrus: bool = True
    fstring: bool = True

    def inner(self, *variables: Variable) -> Scope:
        return replace(self, variables=[*self.variables, *variables])

    def of(self, kind: str, assigned: bool = False) -> list[str]:
        return [v.name for v in self.variables if v.kind == kind and not (assigned and v.fixed)]


def tables(*texts: dict[str, str]) -> dict[str, list[str]]:
    """The rows of several tables by the type that they belong to."""
    out: dict[str, list[str]] = {}
    for text in texts:
        for kind, lines in text.items():
            out.setdefault(kind, []).extend(row.replace("||", "|") for row in lines.strip().splitlines())
    return out


EXPRESSION_ROWS = tables(rows.EXPRESSIONS, rows_text.EXPRESSIONS, rows_library.EXPRESSIONS)
STATEMENT_ROWS = tables(rows.STATEMENTS, rows_text.STATEMENTS, rows_library.STATEMENTS)


def rows_for(tables: dict[str, list[str]], kind: str) -> list[str]:
    """The rows of a type, those of its constructor, and those of all types, with T, K and V filled in."""
    head, arguments = kinds.head(kind), kinds.arguments(kind)
    if head == "tuple" and arguments[-1:] == ["..."]:
        head, arguments = "vtuple", arguments[:1]
    if head == "tuple" and len(arguments) != 2:
        head = "other"
    names = {"T": kind if head not in ("list", "set", "frozenset", "deque", "tuple", "vtuple") else arguments[0]}
    if head == "dict":
        names = dict(zip("KV", arguments, strict=True))
    elif head == "tuple":
        names["V"] = arguments[1]
    shared = tables.get(head, []) if head != kind else []
    if arguments and arguments[-1] not in kinds.PLAIN:
        shared = [row for row in shared if not HEAVY.search(row)]
    return [filled(row, names) for row in shared] + tables.get(kind, [])


def rows_for_any(tables: dict[str, list[str]], kind: str) -> list[str]:
    rows = list(tables["any"])
    if kinds.is_ordered(kind):
        rows += tables.get("ordered", [])
    if not kinds.is_printed_the_same(kind) or kinds.head(kind) == "|":
        rows = [row for row in rows if "show(" not in row and "print(" not in row]
    if not hashable_in_set(kind):
        rows = [row for row in rows if "set[T]" not in row]
    if kind not in kinds.PLAIN:             # another part of the library for each type
        rows = [row for row in rows if "dict[" not in row and "{«" not in row]
    return [filled(row, {"T": kind}) for row in rows]


def hashable_in_set(kind: str) -> bool:
    return kind in ("int", "str", "bool", "tuple[int, str]")


def filled(row: str, names: dict[str, str]) -> str:
    """A row with its type letters replaced inside of holes."""
    return re.sub(r"(?<=«)[^«»]*(?=»)",
                  lambda hole: re.sub(r"\b[TKV]\b", lambda m: names.get(m[0], m[0]), hole[0]), row)


@dataclass(slots=True)
class Writer:
    """The dice of one program, and what the program defines so far, as templates by the type that they give."""

    dice: random.Random
    prefix: str
    ints_in_floats: bool                                        # whether an int may stand where a float is asked for
    shared: list[str]                                           # types of containers, the same in all programs of a file
    classes: list[str] = field(default_factory=list)            # usable as types
    templates: dict[str, list[str]] = field(default_factory=dict)
    effects: list[str] = field(default_factory=list)            # templates of statements
    below: dict[str, list[str]] = field(default_factory=dict)   # a class and the classes below it
    wideners: dict[str, str] = field(default_factory=dict)
    fresh: int = 0

    def name(self, stem: str) -> str:
        self.fresh += 1
        return f"{stem}{self.fresh}"

    def kind(self, depth: int = 2) -> str:
        return kinds.random_kind(self.dice, self.classes, self.shared, depth)

    def printed_kind(self) -> str:
        while True:
            kind = self.kind()
            if kinds.is_printed_the_same(kind):
                return kind

    def expression(self, kind: str, depth: int, scope: Scope) -> str:
        """The text of an expression of a type."""
        kind = kind.replace(" or ", " | ")
        if kind in PSEUDO:
            return self.dice.choice(PSEUDO[kind])
        if kind == "float" and self.ints_in_floats and self.dice.random() < 0.12:
            return self.expression("int", depth, scope)
        if kinds.head(kind) == "Callable":
            return self.function(kind, depth, scope)
        if kinds.head(kind) == "|":
            return self.union(kind, depth, scope)
        own = scope.of(kind)
        if own and self.dice.random() < (0.35 if depth > 0 else 0.8):
            return self.dice.choice(own)
        if depth <= 0:
            return self.leaf(kind, scope)
        return self.fill(self.row(kind, scope), depth, scope)

    def row(self, kind: str, scope: Scope) -> str:
        """One template for a type: of the unit's own definitions, of the type, or of all types."""
        own = [*self.templates.get(kind, ()), *scope.templates.get(kind, ()), *scope.templates.get(kind, ())]
        typed = rows_for(EXPRESSION_ROWS, kind)
        anything = rows_for_any(EXPRESSION_ROWS, kind) if kind not in ("size", "ch") else []
        while True:
            roll = self.dice.random()
            if own and roll < 0.3:
                row = self.dice.choice(own)
            elif typed and roll < 0.8:
                row = self.dice.choice(typed)
            elif anything and roll > 0.8:
                row = self.dice.choice(anything)
            elif not typed and not own:
                row = f"«{kind}»"
            else:
                continue
            if (":=" in row and not scope.walrus) or (row.startswith("f'") and not scope.fstring):
                continue
            return row

    def fill(self, row: str, depth: int, scope: Scope) -> str:
        """A template with its holes filled."""
        number = self.name("")
        row = re.sub(r"(?<=[a-z1-3])@", f"_{number}" if "'" not in row else number, row)
        row = re.sub(r"SPEC[IFS]", lambda m: self.spec(m[0]), row)
        row = re.sub(r"\b(LT|LE|GT|GE)\b", lambda m: OPERATORS[m[0]], row)
        u = self.dice.choice(("int", "str", "float", "bool", "list[int]", "tuple[int, str]"))
        row = re.sub(r"(?<=«)[^«»]*(?=»)", lambda hole: re.sub(r"\bU\b", u, hole[0]), row)
        in_fstring = row.startswith(("f'", "print(f'"))
        if in_fstring:
            row = re.sub(r"f'(.*)'(?=\)?$)", r'f"""\1"""', row)
        shadow = "lambda" in row or " for " in row

        def hole(match: re.Match[str]) -> str:
            kind = match[2]
            if match[1]:
                return self.dice.choice(scope.of(kind, assigned=True) or [MISSING])
            inner = scope
            if match[3]:
                named = [Variable(*item.split("=", 1), fixed=True) for item in kinds.split(match[3], ",")]
                inner = scope.inner(*named, *named, *named)
            if in_fstring or shadow:
                inner = replace(inner, walrus=False, fstring=inner.fstring and not in_fstring)
            if shadow:                          # `super()` takes the first argument of the function that it stands in
                inner.templates = {k: [t for t in ts if "super()" not in t] for k, ts in inner.templates.items()}
            for _ in range(20):
                text = self.expression(kind, depth - 1, inner)
                if not in_fstring or not ("\\" in text or '"' in text or "{" in text or "lambda" in text or ":=" in text):
                    break
            else:
                text = self.leaf("int", inner) if kind == "int" else "'q'"
            return text if ATOM.fullmatch(text) else f"({text})"

        return HOLE.sub(hole, row)

    def spec(self, kind: str) -> str:
        """A format specification without braces and quotes."""
        return format_spec(self.dice, kind)

    def leaf(self, kind: str, scope: Scope) -> str:
        """A variable or a literal."""
        own = scope.of(kind)
        if own and self.dice.random() < 0.75:
            return self.dice.choice(own)
        if text := literals.literal(self.dice, kind, lambda k: self.leaf(k, scope)):
            return text
        own = self.templates.get(f"new {kind}", [])
        return self.fill(self.dice.choice(own), 1, scope) if own else "None"

    def union(self, kind: str, depth: int, scope: Scope) -> str:
        own = scope.of(kind)
        if own and self.dice.random() < 0.6:
            return self.dice.choice(own)
        member = self.dice.choice(kinds.members(kind))
        text = "None" if member == "None" else self.expression(member, depth - 1, scope)
        return f"{self.widener(kind)}({text})"

    def widener(self, kind: str) -> str:
        """A function that gives its argument as a union: a literal alone would be one of the members."""
        if kind not in self.wideners:
            self.wideners[kind] = f"{self.prefix}_{self.name('u')}"
        return self.wideners[kind]

    def function(self, kind: str, depth: int, scope: Scope) -> str:
        """A value of a `Callable` type: a variable, a named function, or a lambda."""
        own = [*scope.of(kind), *self.templates.get(kind, ())]
        if own and self.dice.random() < 0.7:
            return self.fill(self.dice.choice(own), 1, scope)
        *_, result = kinds.arguments(kind)
        parameters = kinds.arguments(kinds.arguments(kind)[0].join(("x", "")))
        names = [self.name("q") for _ in parameters]
        inner = scope.inner(*[Variable(n, k, fixed=True) for n, k in zip(names, parameters, strict=True) for _ in "12"])
        inner.walrus = False
        return f"lambda {', '.join(names)}: {self.expression(result, depth, inner)}"
