"""`print` and the other calls that give text."""

from __future__ import annotations

from dataclasses import dataclass

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, conversions, convert, loops, text
from rumpkc.types.exprs import expr, typed
from rumpkc.types.fx import Fx, is_nothing
from rumpkc.types.length_hints import Sized
from rumpkc.types.operators import usize_to_int
from rumpkc.types.symbols import Special
from rumpkc.types.types import (
    BOOL,
    INT,
    NONE,
    ClassInst,
    IntType,
    TupleType,
    Type,
)

Writer = ir.Function | ir.Expr      # a function of the library, or an object with a method `write`


def print_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`print(*values, sep=, end=, file=, flush=)`: all arguments are evaluated before the first byte goes out."""
    named = {k.name: k.value for k in node.keywords}
    unknown = sorted(n or "**" for n in named.keys() - {"sep", "end", "file", "flush"})
    if unknown:
        raise fail("E0311", f"`print` has no parameter `{unknown[0]}`", node.span)
    span = node.span
    stmts: list[ir.Stmt] = []
    values = [value for arg in node.args for value in _argument(fx, arg, stmts)]
    sep, end = (_print_option(fx, named.get(n), d, stmts, span) for n, d in (("sep", " "), ("end", "\n")))
    write = _writer(fx, named.get("file"), stmts)
    stmts += _line(fx, values, sep, write, span)
    stmts.append(_write(fx, write, end, span))
    if "flush" in named:
        from rumpkc.types.convert import truth

        flush = ir.Eval(span, ir.Call(span, NONE, fx.world.library("text", "flush_output"), ()))
        stmts.append(ir.If(span, truth(fx, expr(fx, named["flush"])), (flush,)))
    return ir.Seq(span, NONE, tuple(stmts), ir.Const(span, NONE, None))


@dataclass(frozen=True, slots=True)
class Items:
    """A list whose items are arguments."""

    value: ir.Expr


def _argument(fx: Fx, arg: tree.Expr, stmts: list[ir.Stmt]) -> list[ir.Expr | Items]:
    """An argument, evaluated; `*xs` is the list of its items, or the items of a tuple of known length."""
    if not isinstance(arg, tree.Starred):
        value = expr(fx, arg)
        if isinstance(value, (ir.Const, ir.StrConst)) or is_nothing(value):
            return [value]
        save, got = fx.save(value)
        stmts.append(save)
        return [got]
    source = arg.value
    if not loops.is_loop_call(fx, source):
        value = expr(fx, source)
        if isinstance(value.type, TupleType):
            save, got = fx.save(value)
            stmts.append(save)
            return [ir.TupleGet(arg.span, t, got, i) for i, t in enumerate(value.type.items)]
        source = calls.Evaluated(arg.span, value)
    save, got = fx.save(expr(fx, tree.List(arg.span, (tree.Starred(arg.span, source),))))
    stmts.append(save)
    return [Items(got)]


def _line(fx: Fx, values: list[ir.Expr | Items], sep: ir.Expr, write: Writer, span: Span) -> list[ir.Stmt]:
    """Write the values one after another, as CPython does: `str` of the second is asked for when the first is out."""
    stmts: list[ir.Stmt] = []
    begun: bool | ir.LocalGet = False           # whether a separator comes first, where that is known
    for value in values:
        if not isinstance(value, Items):
            stmts += _separator(fx, begun, sep, write, span)
            stmts.append(_write_value(fx, write, value, span))
            begun = True
            continue
        if begun is False:
            save, flag = fx.save(ir.Const(span, BOOL, False))
            assert isinstance(flag, ir.LocalGet)
            stmts.append(save)
            begun = flag
        before = begun

        def put(item: ir.Expr, before: bool | ir.LocalGet = before) -> list[ir.Stmt]:
            out = [*_separator(fx, before, sep, write, span), _write_value(fx, write, item, span)]
            if isinstance(before, ir.LocalGet):
                out.append(ir.SetLocal(span, before.local, ir.Const(span, BOOL, True)))
            return out

        stmts += loops.for_each(fx, Sized(span, calls.Evaluated(span, value.value)), put, span)
    return stmts


def _separator(fx: Fx, begun: bool | ir.LocalGet, sep: ir.Expr, write: Writer, span: Span) -> list[ir.Stmt]:
    if begun is False:
        return []
    out = _write(fx, write, sep, span)
    return [out] if begun is True else [ir.If(span, begun, (out,), ())]


def _print_option(fx: Fx, node: tree.Expr | None, default: str, stmts: list[ir.Stmt], span: Span) -> ir.Expr:
    if node is None or (isinstance(node, tree.Constant) and node.kind == "none"):
        return text.str_const(fx, span, default)
    save, got = fx.save(typed(fx, node, fx.world.cls("str"), "an option of `print`"))
    stmts.append(save)
    return got


def _writer(fx: Fx, file: tree.Expr | None, stmts: list[ir.Stmt]) -> Writer:
    """Where `print` writes: standard output, `file=sys.stderr`, or an object such as a StringIO."""
    if file is None or (isinstance(file, tree.Constant) and file.kind == "none"):
        return fx.world.output("print_write")
    from rumpkc.types.names import static_symbol

    symbol = static_symbol(fx, file)
    if isinstance(symbol, Special) and symbol.name in ("sys.stderr", "sys.stdout"):
        return fx.world.output("eprint_write" if symbol.name == "sys.stderr" else "print_write")
    value = expr(fx, file)
    if not isinstance(value.type, ClassInst) or not calls.has_method(value.type, "write"):
        raise fail("E0355", f"`print` writes to what has a method `write`, and {value.type} has none", file.span,
                   help="`sys.stdout`, `sys.stderr`, an `io.StringIO`")
    save, got = fx.save(value)
    stmts.append(save)
    return got


def _write(fx: Fx, to: Writer, value: ir.Expr, span: Span) -> ir.Stmt:
    if isinstance(to, ir.Function):
        return ir.Eval(span, ir.Call(span, NONE, to, (value,)))
    return ir.Eval(span, calls.call_method(fx, to, "write", [value], span))


def _write_value(fx: Fx, write: Writer, value: ir.Expr, span: Span) -> ir.Stmt:
    """One value; an integer goes straight into the buffer of standard output, without a str of its own."""
    if isinstance(value.type, IntType) and write is fx.world.library("text", "print_write"):
        wide = text.to_int64(value)
        return _write(fx, fx.world.library("text", "print_int" if wide.type is INT else "print_uint"), wide, span)
    return _write(fx, write, text.to_str(fx, value, value.span), span)


def stream_call(fx: Fx, stream: str, method: str, node: tree.Call) -> ir.Expr:
    """`sys.stdout.write(text)`: how many characters it has. `writelines`; `flush`: standard error holds nothing."""
    span = node.span
    count = 0 if method == "flush" else 1
    conversions.no_keywords(node, method, count, count)
    if method == "flush":
        flush = ir.Call(span, NONE, fx.world.library("text", "flush_output"), ())
        return flush if stream == "sys.stdout" else ir.Const(span, NONE, None)
    if method == "writelines":
        if fx.world.output("print_write") is not fx.world.library("text", "print_write"):
            raise fail("E0320", "`writelines` of a stream that is redirected is not compiled", span,
                       help="call `write` for each")
        to = fx.world.output("print_write" if stream == "sys.stdout" else "eprint_write")

        def put(item: ir.Expr) -> list[ir.Stmt]:
            line = convert.coerce(fx, item, fx.world.cls("str"), span, f"`{stream}.writelines`")
            return [ir.Eval(span, ir.Call(span, NONE, to, (line,)))]

        return ir.Seq(span, NONE, tuple(loops.for_each(fx, node.args[0], put, span)), ir.Const(span, NONE, None))
    save, got = fx.save(typed(fx, node.args[0], fx.world.cls("str"), f"`{stream}.write`"))
    write = fx.world.output("print_write" if stream == "sys.stdout" else "eprint_write")
    out = ir.Eval(span, ir.Call(span, NONE, write, (got,)))
    return ir.Seq(span, INT, (save, out), usize_to_int(calls.call_method(fx, got, "__len__", [], span)))


def repr_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    conversions.no_keywords(node, "repr", 1, 1)
    return text.to_repr(fx, expr(fx, node.args[0]), node.span)


def ascii_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    value = repr_call(fx, node, None)
    return ir.Call(node.span, fx.world.cls("str"), fx.world.library("text", "ascii_of"), (value,))


def format_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    conversions.no_keywords(node, "format", 1, 2)
    value = expr(fx, node.args[0])
    spec = typed(fx, node.args[1], fx.world.cls("str")) if len(node.args) > 1 else text.str_const(fx, node.span, "")
    return text.format_value(fx, value, spec, node.span)
