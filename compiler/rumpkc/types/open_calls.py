"""`open(path, mode)`: which class of lib/files.py it gives stands in the mode, which is read here.

open(p)                   open_text(p)              a file of text
open(p, "rb")             open_reader(p, "rb")      of bytes: read, written (`wb ab xb`), both (`r+b` …)
open(p).read()            f = open(p); out = f.read(); f.close(); out
"""

from __future__ import annotations

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.syntax import tree
from rumpkc.types import calls
from rumpkc.types.fx import Fx
from rumpkc.types.names import static_symbol
from rumpkc.types.symbols import FuncInfo, VarInfo
from rumpkc.types.types import Type

HOME = ("lib.files", "open")
KEEPERS = frozenset("enter_context closing push".split())


def open_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """A call of the builtin `open`; its result has the class that the mode asks for."""
    maker = _maker(_modes(fx, node), node)
    for named in node.keywords:
        if named.name in ("closefd", "opener") or named.name is None:
            raise fail("E0311", f"`{named.name or '**'}` of `open` is not compiled", named.span)
        if named.name in ("encoding", "errors", "newline") and maker != "open_text" and not _is_none(named.value):
            raise fail("E0311", f"a file of bytes takes no `{named.name}`", named.span,
                       help="leave the `b` of the mode out")
    buffering = _argument(node, "buffering", 2)
    if isinstance(buffering, tree.Constant) and buffering.value in (0, 1):
        raise fail("E0311", "files are compiled with a buffer", buffering.span,
                   help="leave `buffering` out, and call `flush`")
    info = fx.world.function_of("lib.files", maker)
    return calls.call_function(fx, info, None, node.args, node.keywords, node.span, want)


def at_once(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr | None:
    """`open(…).method(…)`: nobody else has the file, so CPython closes it after the call."""
    from rumpkc.types.callees import value_method
    from rumpkc.types.exprs import expr

    func = node.func
    if not isinstance(func, tree.Attribute) or not _opens(fx, func.value) or func.attr == "__enter__":
        return None
    save, got = fx.save(expr(fx, func.value))
    keep, out = fx.save(value_method(fx, got, func.attr, node, want))
    close = ir.Eval(node.span, calls.call_method(fx, got, "close", [], node.span))
    return ir.Seq(node.span, out.type, (save, keep, close), out)


def no_lost_writers(fx: Fx, node: tree.Call) -> None:
    """E0303 of `f(open(path, "w"))`: CPython closes the file when f is done with it, here it would stay open."""
    name = node.func.attr if isinstance(node.func, tree.Attribute) else getattr(node.func, "id", "")
    for arg in (*node.args, *(k.value for k in node.keywords)):
        if _opens(fx, arg) and name not in KEEPERS and any(set(m) & set("wax+") for m in _modes(fx, arg)):  # type: ignore[arg-type]
            raise fail("E0303", "nobody closes this file, so what is written to it may come late", arg.span,
                       help="write `with open(…) as f:` around the call, and pass `f`")


def _opens(fx: Fx, node: tree.Expr) -> bool:
    """Whether `node` is a call of the builtin `open`."""
    if not isinstance(node, tree.Call) or not isinstance(node.func, tree.Name) or node.func.id != "open":
        return False
    symbol = static_symbol(fx, node.func)
    return isinstance(symbol, FuncInfo) and (symbol.module.name, symbol.name) == HOME


def _modes(fx: Fx, node: tree.Call) -> list[str]:
    """The modes that a call may mean: one, or those of `"a" if more else "w"`."""
    given = _argument(node, "mode", 1)
    return ["r"] if given is None else _literals(fx, given)


def _argument(node: tree.Call, name: str, place: int) -> tree.Expr | None:
    named = (k.value for k in node.keywords if k.name == name)
    return next(named, node.args[place] if len(node.args) > place else None)


def _literals(fx: Fx, node: tree.Expr) -> list[str]:
    if isinstance(node, tree.IfExp):
        return [*_literals(fx, node.body), *_literals(fx, node.orelse)]
    if isinstance(node, (tree.Name, tree.Attribute)):
        symbol = static_symbol(fx, node)
        if isinstance(symbol, VarInfo) and symbol.final and symbol.value is not None:
            return _literals(fx, symbol.value)
    if not isinstance(node, tree.Constant) or node.kind != "str":
        raise fail("E0303", "the mode of `open` is not known while compiling", node.span,
                   help="write it as a literal: it says whether text or bytes are read")
    mode = str(node.value)
    if sum(mode.count(c) for c in "rwax") != 1 or set(mode) - set("rwaxbt+") or {"b", "t"} <= set(mode) or (
            len(set(mode)) != len(mode)):
        raise fail("E0303", f"`{mode}` is no mode of `open`", node.span,
                   help="`r`, `w`, `a` or `x`, with `b` or `+` behind it")
    return [mode]


def _maker(modes: list[str], node: tree.Call) -> str:
    """The function of lib/files.py for `modes`."""
    makers = {"open_text" if "b" not in m else "open_both" if "+" in m else "open_reader" if "r" in m else "open_writer"
              for m in modes}
    if len(makers) > 1:
        raise fail("E0303", "these modes of `open` give files of several classes", node.span,
                   help="write a call for each")
    return makers.pop()


def _is_none(node: tree.Expr) -> bool:
    return isinstance(node, tree.Constant) and node.kind == "none"
