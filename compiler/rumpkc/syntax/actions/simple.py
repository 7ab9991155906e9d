"""Statements of one line."""

from __future__ import annotations

from typing import Any

from rumpkc.syntax import tree
from rumpkc.syntax.actions.builder import Builder, action
from rumpkc.syntax.actions.targets import check_target, describe


@action("expression_statement")
def expression_statement(build: Builder, v: list[Any], s: int, e: int) -> tree.ExprStmt:
    """An expression for its effect."""
    return tree.ExprStmt(build.span(s, e), v[0])


@action("assign_first")
def assign_first(build: Builder, v: list[Any], s: int, e: int) -> list[Any]:
    """`target = value`, perhaps the beginning of `a = b = c`."""
    check_target(build, v[0], "assign")
    return [v[0], v[2]]


@action("assign_next")
def assign_next(build: Builder, v: list[Any], s: int, e: int) -> list[Any]:
    """One more `=`: what was the value is a target."""
    check_target(build, v[0][-1], "assign")
    v[0].append(v[2])
    return v[0]


@action("assign")
def assign(build: Builder, v: list[Any], s: int, e: int) -> tree.Assign:
    """`a = b = value`."""
    return tree.Assign(build.span(s, e), tuple(v[0][:-1]), v[0][-1])


@action("augmented")
def augmented(build: Builder, v: list[Any], s: int, e: int) -> tree.AugAssign:
    """`target += value`; `op` is the operator without the `=`."""
    target = v[0]
    if type(target) not in (tree.Name, tree.Attribute, tree.Subscript):
        mark = build.tokens[v[1]][1]
        raise build.error("E0108", f"`{mark}` cannot assign to {describe(target)}", s, v[1] - 1)
    return tree.AugAssign(build.span(s, e), target, build.tokens[v[1]][1][:-1], v[2])


@action("declare")
def declare(build: Builder, v: list[Any], s: int, e: int) -> tree.AnnAssign:
    """`target: annotation` or `target: annotation = value`."""
    target = v[0]
    if type(target) not in (tree.Name, tree.Attribute, tree.Subscript):
        what = describe(target)
        message = f"only a single target can be annotated, not {what}" if type(target) in (tree.Tuple, tree.List) \
            else f"{what} cannot be annotated"
        raise build.error("E0108", message, s, v[1] - 1)
    simple = type(target) is tree.Name and v[1] == s + 1
    return tree.AnnAssign(build.span(s, e), target, v[2], v[4] if len(v) == 5 else None, simple)


@action("return_")
def return_(build: Builder, v: list[Any], s: int, e: int) -> tree.Return:
    """`return` with or without a value."""
    return tree.Return(build.span(s, e), v[1] if len(v) == 2 else None)


@action("raise_")
def raise_(build: Builder, v: list[Any], s: int, e: int) -> tree.Raise:
    """`raise`, `raise exc`, `raise exc from cause`."""
    return tree.Raise(build.span(s, e), v[1] if len(v) > 1 else None, v[3] if len(v) > 3 else None)


@action("pass_")
def pass_(build: Builder, v: list[Any], s: int, e: int) -> tree.Pass:
    """`pass`."""
    return tree.Pass(build.span(s, e))


@action("break_")
def break_(build: Builder, v: list[Any], s: int, e: int) -> tree.Break:
    """`break`."""
    return tree.Break(build.span(s, e))


@action("continue_")
def continue_(build: Builder, v: list[Any], s: int, e: int) -> tree.Continue:
    """`continue`."""
    return tree.Continue(build.span(s, e))


@action("delete")
def delete(build: Builder, v: list[Any], s: int, e: int) -> tree.Delete:
    """`del a, b`."""
    for node in v[1]:
        check_target(build, node, "delete")
    return tree.Delete(build.span(s, e), tuple(v[1]))


@action("assert_")
def assert_(build: Builder, v: list[Any], s: int, e: int) -> tree.Assert:
    """`assert test, message`."""
    return tree.Assert(build.span(s, e), v[1], v[3] if len(v) == 4 else None)


@action("global_")
def global_(build: Builder, v: list[Any], s: int, e: int) -> tree.Global:
    """`global names`."""
    return tree.Global(build.span(s, e), tuple(build.tokens[index][1] for index in v[1]))


@action("nonlocal_")
def nonlocal_(build: Builder, v: list[Any], s: int, e: int) -> tree.Nonlocal:
    """`nonlocal names`."""
    return tree.Nonlocal(build.span(s, e), tuple(build.tokens[index][1] for index in v[1]))


@action("type_alias")
def type_alias(build: Builder, v: list[Any], s: int, e: int) -> tree.TypeAlias:
    """`type Name[parameters] = value`."""
    name = tree.Name(build.span(v[1], v[1]), build.tokens[v[1]][1])
    return tree.TypeAlias(build.span(s, e), name, tuple(v[2]), v[4])


# Imports

@action("dotted_one")
def dotted_one(build: Builder, v: list[Any], s: int, e: int) -> str:
    """The first part of a module's name."""
    return build.tokens[s][1]


@action("dotted_next")
def dotted_next(build: Builder, v: list[Any], s: int, e: int) -> str:
    """One more part of a module's name."""
    return f"{v[0]}.{build.tokens[e][1]}"


@action("alias")
def alias(build: Builder, v: list[Any], s: int, e: int) -> tree.Alias:
    """`module` or `module as name` of `import`."""
    return tree.Alias(build.span(s, e), v[0], build.tokens[e][1] if len(v) == 3 else None)


@action("alias_name")
def alias_name(build: Builder, v: list[Any], s: int, e: int) -> tree.Alias:
    """`name` or `name as other` of `from`."""
    return tree.Alias(build.span(s, e), build.tokens[s][1], build.tokens[e][1] if len(v) == 3 else None)


@action("alias_star")
def alias_star(build: Builder, v: list[Any], s: int, e: int) -> list[tree.Alias]:
    """`*` of `from`."""
    return [tree.Alias(build.span(s, e), "*", None)]


@action("from_trailing")
def from_trailing(build: Builder, v: list[Any], s: int, e: int) -> list[Any]:
    """A comma behind the last name, without brackets."""
    raise build.error("E0101", "a trailing comma needs brackets around the names", e, e,
                      help="remove the comma, or write `from m import (a, b,)`")


@action("import_")
def import_(build: Builder, v: list[Any], s: int, e: int) -> tree.Import:
    """`import modules`."""
    return tree.Import(build.span(s, e), tuple(v[1]))


@action("dots_one")
def dots_one(build: Builder, v: list[Any], s: int, e: int) -> int:
    """The first dots of a relative import."""
    return len(build.tokens[s][1])


@action("dots_next")
def dots_next(build: Builder, v: list[Any], s: int, e: int) -> int:
    """More dots."""
    return v[0] + len(build.tokens[e][1])


@action("from_absolute")
def from_absolute(build: Builder, v: list[Any], s: int, e: int) -> tuple[str | None, int]:
    """The module of `from module`."""
    return v[0], 0


@action("from_relative")
def from_relative(build: Builder, v: list[Any], s: int, e: int) -> tuple[str | None, int]:
    """The module and level of `from ..module`."""
    return v[1] if len(v) == 2 else None, v[0]


@action("import_from")
def import_from(build: Builder, v: list[Any], s: int, e: int) -> tree.ImportFrom:
    """`from module import names`."""
    module, level = v[1]
    return tree.ImportFrom(build.span(s, e), module, tuple(v[3]), level)
