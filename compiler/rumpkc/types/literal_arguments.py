"""`get_args` of a `Literal`: the tuple of its values, which programs test what they are given against.

    Mode = Literal["r", "w"]
    get_args(Mode)          ->      ("r", "w")
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls
from rumpkc.types.annotations import Annotations
from rumpkc.types.fx import Fx
from rumpkc.types.scopes import dotted, is_literal
from rumpkc.types.symbols import AliasInfo, ModuleInfo, NewTypeInfo, VarInfo
from rumpkc.types.types import Type

PLAIN = ("int", "bool", "str", "bytes", "none")
Known = tuple[ModuleInfo, tree.Expr]                # a value, and where its names are looked up


def get_args_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`get_args(Mode)`."""
    from rumpkc.types.conversions import no_keywords
    from rumpkc.types.exprs import expr

    no_keywords(node, "get_args", 1, 1)
    found = _values(fx, fx.module, node.args[0])
    if found is None:
        raise fail("E0435", "`get_args` is compiled of a `Literal` alone", node.args[0].span,
                   help="name what you mean: a program has no types to look at when it runs")
    values: dict[tuple[str, object], tree.Expr] = {}        # each once, as in CPython
    for module, value in found:
        plain = isinstance(value, tree.Constant) and value.kind in PLAIN
        key = ("", dotted(value)) if not plain else (value.kind, value.value)      # type: ignore[union-attr]
        if isinstance(value, tree.UnaryOp):
            key = (value.op, value.operand.value)           # type: ignore[union-attr]
        made = value if plain else calls.Evaluated(node.span, expr(Fx(fx.world, module, {}), value))
        values.setdefault(key, made)
    return expr(fx, tree.Tuple(node.span, tuple(values.values())), want)


def _values(fx: Fx, module: ModuleInfo, note: tree.Expr) -> list[Known] | None:
    """The values of `Literal[…]` or of the name of one; None of other types."""
    if isinstance(note, tree.Subscript) and is_literal(note):
        parts = note.slice.elts if isinstance(note.slice, tree.Tuple) else (note.slice,)
        return [known for part in parts for known in _values(fx, module, part) or [(module, part)]]
    if not isinstance(note, (tree.Name, tree.Attribute)) or not dotted(note):
        return None
    symbol = Annotations(fx.world, module, {}).symbol(note)
    if not isinstance(symbol, (AliasInfo, VarInfo)) or isinstance(symbol, NewTypeInfo) or symbol.value is None:
        return None
    if any(isinstance(s, tree.TypeAlias) and s.value is symbol.value for s in symbol.module.tree.body):
        return None                 # a `type X = …` has no arguments
    return _values(fx, symbol.module, symbol.value)
