"""`"…{}…{name:>8}".format(a, name=b)`: the text is a literal, so its fields are known while compiling. For others see
`format_late.py`.

    "{} is {:.2f}".format(x, y)         the parts "", x, " is ", y with the spec ".2f", joined like an f-string's
"""

from __future__ import annotations

from string import Formatter

from rumpkc.diagnostics import did_you_mean, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, format_late, names, text
from rumpkc.types.fx import Fx


def format_call(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """A call of `str.format`."""
    starred = any(isinstance(a, tree.Starred) for a in node.args) or any(k.name is None for k in node.keywords)
    if starred or not isinstance(receiver, ir.StrConst) or not isinstance(receiver.value, str):
        return format_late.format_call(fx, receiver, node)
    fields = _Fields(fx, node)
    parts = fields.parts(receiver.value, node.span, 0)
    out = text.concat(fx, parts, node.span)
    return ir.Seq(node.span, out.type, tuple(fields.saves), out)


def format_map_call(fx: Fx, receiver: ir.Expr, node: tree.Call, name: str) -> ir.Expr | None:
    """A call of `str.format_map`: each field is looked up in the mapping."""
    from rumpkc.types.exprs import expr

    if len(node.args) != 1 or node.keywords:
        raise fail("E0310", "`format_map` takes one mapping", node.span)
    if not isinstance(receiver, ir.StrConst) or not isinstance(receiver.value, str):
        return format_late.mapped(fx, receiver, node.args[0], False, node.span)
    save, mapping = fx.save(expr(fx, node.args[0]))
    fields = _Fields(fx, tree.Call(node.span, node.func, (), ()), mapping)
    out = text.concat(fx, fields.parts(receiver.value, node.span, 0), node.span)
    return ir.Seq(node.span, out.type, (save,), out)


class _Fields:
    """The arguments of one call, each evaluated once, and the number that the next `{}` takes."""

    def __init__(self, fx: Fx, node: tree.Call, mapping: ir.Expr | None = None) -> None:
        from rumpkc.types.exprs import expr
        self.mapping = mapping
        self.fx, self.node = fx, node
        self.saves: list[ir.Stmt] = []
        self.next = 0
        self.values: dict[str, ir.Expr] = {}
        named = ((k.name or "", k.value) for k in node.keywords)
        for key, arg in [*((str(i), a) for i, a in enumerate(node.args)), *named]:
            save, got = fx.save(expr(fx, arg))
            self.saves.append(save)
            self.values[key] = got

    def parts(self, template: str, span: Span, depth: int) -> list[ir.Expr]:
        """The pieces of `template`, each a str."""
        out: list[ir.Expr] = []
        try:
            pieces = list(Formatter().parse(template))
        except ValueError as error:
            raise fail("E0325", f"this format text is not well-formed: {error}", span) from error
        for literal, field, spec, conversion in pieces:
            if literal:
                out.append(text.str_const(self.fx, span, literal))
            if field is not None:
                out.append(self.field(field, spec or "", conversion or "", span, depth))
        return out

    def field(self, field: str, spec: str, conversion: str, span: Span, depth: int) -> ir.Expr:
        """One `{field!conversion:spec}`."""
        fx = self.fx
        value = self.value(field, span)
        if conversion == "r":
            value = text.to_repr(fx, value, span)
        elif conversion == "s":
            value = text.to_str(fx, value, span)
        elif conversion == "a":
            ascii_of = fx.world.library("text", "ascii_of")
            value = ir.Call(span, fx.world.cls("str"), ascii_of, (text.to_repr(fx, value, span),))
        elif conversion:
            raise fail("E0325", f"there is no conversion `!{conversion}`", span, help="`!r`, `!s` or `!a`")
        if not spec:
            return text.format_plain(fx, value, span)
        if "{" in spec and depth:
            raise fail("E0325", "a format spec is nested too deep", span)
        return text.format_value(fx, value, text.concat(fx, self.parts(spec, span, depth + 1), span), span)

    def value(self, field: str, span: Span) -> ir.Expr:
        """The argument that a field names, with `.attribute` and `[index]` behind it."""
        head = field.partition(".")[0].partition("[")[0]
        if self.mapping is not None:
            return self.steps(self.looked_up(head, span), field, span)
        if not head:
            head, self.next = str(self.next), self.next + 1
        if head not in self.values:
            known = ", ".join(f"`{n}`" for n in self.values) or "none"
            note, near = f"the arguments are: {known}", did_you_mean(head, self.values)
            raise fail("E0325", f"`format` has no argument `{head}`", span, note, help=near)
        return self.steps(self.values[head], field, span)

    def looked_up(self, head: str, span: Span) -> ir.Expr:
        """`{name}` of `format_map`."""
        from rumpkc.types.exprs import expr
        assert self.mapping is not None
        if not head or head.isdigit():
            raise fail("E0325", "`format_map` has no values by position", span, help="name the key: `{name}`")
        key = tree.Constant(span, head, "str")
        return expr(self.fx, tree.Subscript(span, calls.Evaluated(span, self.mapping), key))

    def steps(self, value: ir.Expr, field: str, span: Span) -> ir.Expr:
        """The attributes and indices behind a field's name."""
        for is_attribute, part in _steps(field):
            if is_attribute:
                value = names.get_attribute(self.fx, value, part, span)
            else:
                key = tree.Constant(span, int(part), "int") if part.isdigit() else tree.Constant(span, part, "str")
                from rumpkc.types.exprs import expr
                value = expr(self.fx, tree.Subscript(span, calls.Evaluated(span, value), key))
        return value


def _steps(field: str) -> list[tuple[bool, str]]:
    """`0.name[3]` -> [(True, "name"), (False, "3")]."""
    out: list[tuple[bool, str]] = []
    rest = field[len(field.partition(".")[0].partition("[")[0]):]
    while rest:
        if rest[0] == "[":
            part, _, rest = rest[1:].partition("]")
            out.append((False, part))
        else:
            part = rest[1:].partition(".")[0].partition("[")[0]
            out.append((True, part))
            rest = rest[1 + len(part):]
    return out
