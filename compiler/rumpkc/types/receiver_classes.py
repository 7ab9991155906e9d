"""`cls: type[T]` of a class method, the way to write `Self` before there was one: T is the class that is called.

    def make(cls: type[T], name: str) -> T:         ->      def make(cls, name: str) -> Self:
        made: T = cls(name)                                     made: Self = cls(name)
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import with_children
from rumpkc.types.symbols import ClassInfo, ImportRef, ModuleInfo, TypeVarInfo

SELF = "Self@"                          # a name of `typing.Self` that no program has


def written(module: ModuleInfo, node: t.FunctionDef, owner: ClassInfo) -> t.FunctionDef:
    """A class method with `Self` for the type variable of its first parameter."""
    first = next(iter((*node.args.posonly, *node.args.args)), None)
    name = _variable(first.annotation) if first is not None else ""
    own = [p for p in node.type_params if isinstance(p, t.TypeVarParam) and p.name == name]
    if not name or name in owner.type_params or not own and not isinstance(module.names.get(name), TypeVarInfo):
        return node
    module.names[SELF] = ImportRef("typing", "Self", node.name_span)
    assert first is not None
    plain = replace(first, annotation=None)
    rest = replace(node.args, posonly=tuple(plain if a is first else a for a in node.args.posonly),
                   args=tuple(plain if a is first else a for a in node.args.args))
    made = replace(node, args=rest, type_params=tuple(p for p in node.type_params if p not in own))
    return _named(made, name)   # type: ignore[no-any-return]


def _variable(note: t.Expr | None) -> str:
    """The T of `type[T]`, also in quotes."""
    note = _unquoted(note)
    match note:
        case t.Subscript(value=t.Name(id="type" | "Type") | t.Attribute(attr="Type"), slice=inner):
            inner = _unquoted(inner)
            return inner.id if isinstance(inner, t.Name) else ""
    return ""


def _unquoted(note: Any) -> Any:
    from rumpkc.types.annotations import parse_forward

    return parse_forward(note.value, note) if isinstance(note, t.Constant) and isinstance(note.value, str) else note


def _named(node: Any, name: str) -> Any:
    """`node` with `Self` for the variable `name`, also in quoted annotations."""
    match node:
        case t.Name(id=found) if found == name:
            return replace(node, id=SELF)
        case t.Arg(annotation=t.Constant(kind="str") as note) | t.AnnAssign(annotation=t.Constant(kind="str") as note):
            node = replace(node, annotation=_unquoted(note))
        case t.FunctionDef(returns=t.Constant(kind="str") as note):
            node = replace(node, returns=_unquoted(note))
    return with_children(node, lambda below: _named(below, name))
