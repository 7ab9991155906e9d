"""The IR as text, for `--dump ir`: one statement a line, expressions in prefix form.

    def apps.demo.f(n: int) -> int
        s = 0
        loop icmp.slt(i, n)
            s = add.checked(s, i)
          step
            i = add.wrap(i, 1)
        return s
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rumpkc.ir import nodes as ir


def show_program(program: ir.Program) -> str:
    """All globals and functions, in the program's order."""
    parts = [f"{'const' if g.constant else 'var'} {g.symbol}: {g.type}" for g in program.globals]
    for function in program.functions:
        parts += ["", *_function(function)]
    return "\n".join(parts)


def _function(function: ir.Function) -> list[str]:
    params = ", ".join(f"{p.name}: {p.type}" for p in function.params)
    words = "".join(f"@{attr} " for attr in sorted(function.attrs)) + ("export " if function.exported else "")
    head = f"{words}def {function.symbol}({params}) -> {function.result}"
    return [f"{head}  (external)"] if function.body is None else [head, *_block(function.body)]


def _block(statements: tuple[ir.Stmt, ...]) -> list[str]:
    lines = [line for statement in statements for line in _STATEMENTS[type(statement)](statement)]
    return ["    " + line for line in lines or ["pass"]]


def show_expr(node: ir.Expr) -> str:
    """One expression on one line; statements inside it are shown in braces."""
    return _EXPRESSIONS[type(node)](node)


def _args(nodes: tuple[ir.Expr, ...]) -> str:
    return f"({', '.join(map(show_expr, nodes))})"


def _named(label: str) -> Callable[[Any], str]:
    """A node with one operand `value` as `label(value)`."""
    return lambda node: f"{label}({show_expr(node.value)})"


def _seq(node: ir.Seq) -> str:
    inside = "; ".join(line.strip() for line in _block(node.body))
    return f"{{{inside}; {show_expr(node.value)}}}"


_EXPRESSIONS: dict[type, Callable[[Any], str]] = {
    ir.Const: lambda n: repr(n.value), ir.StrConst: lambda n: repr(n.value),
    ir.LocalGet: lambda n: n.local.name, ir.GlobalGet: lambda n: n.target.symbol,
    ir.GlobalAddr: lambda n: f"&{n.target.symbol}", ir.FuncAddr: lambda n: f"&{n.target.symbol}",
    ir.Closure: lambda n: f"closure({n.target.symbol}, {show_expr(n.env)})",
    ir.FieldGet: lambda n: f"{show_expr(n.obj)}.{n.name}", ir.FieldAddr: lambda n: f"&{show_expr(n.obj)}.{n.name}",
    ir.Aggregate: lambda n: f"{n.type}{_args(n.items)}", ir.TupleGet: lambda n: f"{show_expr(n.value)}.{n.index}",
    ir.Convert: lambda n: f"({n.type}){show_expr(n.value)}", ir.IsNone: _named("is_none"),
    ir.IsInstance: lambda n: f"isinstance({show_expr(n.value)}, {n.cls})", ir.Prim: lambda n: f"{n.op}{_args(n.args)}",
    ir.Call: lambda n: f"{n.func.symbol}{_args(n.args)}",
    ir.CallVirtual: lambda n: f"virtual {n.method.symbol}[{n.slot.index}]{_args(n.args)}",
    ir.CallIndirect: lambda n: f"({show_expr(n.callee)}){_args(n.args)}",
    ir.NewArray: lambda n: f"new {n.type}" + (" in frame" if n.in_frame else ""),
    ir.New: lambda n: f"new {n.type}" + (" in frame" if n.in_frame else "") +
    (f"[+{show_expr(n.extra)}]" if n.extra is not None else ""),
    ir.TypeInfo: lambda n: f"typeinfo({n.cls})", ir.SizeOf: lambda n: f"sizeof({n.of})",
    ir.HasReferences: lambda n: f"has_references({n.of})",
    ir.IfExp: lambda n: f"({show_expr(n.then)} if {show_expr(n.test)} else {show_expr(n.orelse)})",
    ir.And: lambda n: f"({show_expr(n.left)} and {show_expr(n.right)})",
    ir.Or: lambda n: f"({show_expr(n.left)} or {show_expr(n.right)})", ir.Seq: _seq,
}


def _if(node: ir.If) -> list[str]:
    lines = [f"if {show_expr(node.test)}", *_block(node.then)]
    return [*lines, "else", *_block(node.orelse)] if node.orelse else lines


def _loop(node: ir.Loop) -> list[str]:
    lines = [f"loop {show_expr(node.test)}", *_block(node.body)]
    if node.step:
        lines += ["  step", *_block(node.step)]
    return [*lines, "else", *_block(node.orelse)] if node.orelse else lines


def _try_except(node: ir.TryExcept) -> list[str]:
    lines = ["try", *_block(node.body)]
    for handler in node.handlers:
        classes = ", ".join(map(str, handler.classes)) or "everything"
        lines += [f"except {classes} as {handler.local.name}", *_block(handler.body)]
    return [*lines, "else", *_block(node.orelse)] if node.orelse else lines


_STATEMENTS: dict[type, Callable[[Any], list[str]]] = {
    ir.Eval: lambda n: [show_expr(n.value)], ir.SetLocal: lambda n: [f"{n.local.name} = {show_expr(n.value)}"],
    ir.SetGlobal: lambda n: [f"{n.target.symbol} = {show_expr(n.value)}"],
    ir.SetField: lambda n: [f"{show_expr(n.obj)}.{n.name} = {show_expr(n.value)}"], ir.If: _if, ir.Loop: _loop,
    ir.Break: lambda n: ["break"], ir.Continue: lambda n: ["continue"],
    ir.Return: lambda n: ["return" if n.value is None else f"return {show_expr(n.value)}"],
    ir.Raise: lambda n: [f"{'reraise' if n.again else 'raise'} {show_expr(n.value)}"], ir.TryExcept: _try_except,
    ir.Suspendable: lambda n: ["resume", *_block(n.body)], ir.Yield: lambda n: ["yield"],
    ir.TryFinally: lambda n: ["try", *_block(n.body), "finally", *_block(n.final)],
}
