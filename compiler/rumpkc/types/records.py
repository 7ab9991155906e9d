"""Named tuples where a tuple is wanted, their own methods, and `dataclasses.replace`.

p[0], *p, x in p, p + q      of a NamedTuple: those of the tuple of its fields
p._replace(x=1)              P(x=1, y=p.y)
P._make(xs)                  P(xs[0], xs[1]) of `xs` as a tuple, whose length is tested
replace(d, x=1)              D(x=1, y=d.y), of the object's own class
"""

from __future__ import annotations

from rumpkc.diagnostics import did_you_mean, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, constructors, late, synth
from rumpkc.types.unions import make_union
from rumpkc.types.classes import fields_of, find_member, find_method
from rumpkc.types.fx import Fx
from rumpkc.types.types import BOOL, NEVER, ClassInst, TupleType, Type


def is_named_tuple(t: Type) -> bool:
    return isinstance(t, ClassInst) and t.info.kind == "namedtuple"


def as_tuple(fx: Fx, value: ir.Expr) -> ir.Expr:
    """A named tuple as the tuple of its fields; other values as they are."""
    t = value.type
    if not isinstance(t, ClassInst) or t.info.kind != "namedtuple":
        return value
    fields = fields_of(fx.world, t)
    items = [(n, fields[n]) for n, _ in synth.dataclass_fields(t.info)]
    save, got = fx.save(value)
    whole = TupleType(tuple(f for _, f in items))
    parts = tuple(ir.FieldGet(value.span, f, got, n) for n, f in items)
    return ir.Seq(value.span, whole, (save,), ir.Aggregate(value.span, whole, parts))


def named(fx: Fx, value: ir.Expr, cls: Type) -> ir.Expr:
    """A tuple as the `cls` that it equals, if that is a named tuple of such fields; other values as they are."""
    if not isinstance(cls, ClassInst) or cls.info.kind != "namedtuple" or not isinstance(value.type, TupleType):
        return value
    fields = fields_of(fx.world, cls)
    own = any(isinstance(stmt, tree.FunctionDef) and stmt.name in ("__new__", "__eq__", "__hash__")
              for info in cls.info.ancestors() if not info.module.library for stmt in info.node.body)
    if own or tuple(fields[n] for n, _ in synth.dataclass_fields(cls.info)) != value.type.items:
        return value
    save, got = fx.save(value)
    parts: list[ir.Expr] = [ir.TupleGet(value.span, t, got, at) for at, t in enumerate(value.type.items)]
    made = constructors.construct_call(fx, cls, calls.evaluated(parts), (), value.span)
    return ir.Seq(value.span, cls, (save,), made)


def method(fx: Fx, receiver: ir.Expr, name: str, node: tree.Call, want: Type | None) -> ir.Expr | None:
    """The methods that every named tuple has."""
    from rumpkc.types import callees
    from rumpkc.types.exprs import expr

    t = receiver.type
    if not isinstance(t, ClassInst) or t.info.kind != "namedtuple":
        return None
    if name == "_replace" and not node.args:
        return _replaced(fx, receiver, node.keywords, node.span)
    if name == "_asdict" and not node.args and not node.keywords:
        save, got = fx.save(receiver)
        names = [n for n, _ in synth.dataclass_fields(t.info)]
        keys = tuple(tree.Constant(node.span, n, "str") for n in names)
        fields = fields_of(fx.world, t)
        values = calls.evaluated([ir.FieldGet(node.span, fields[n], got, n) for n in names])
        goal = make_union([fields[n] for n in names]) if names else fx.world.cls("object")
        text = fx.world.cls("str")
        if want is fx.world.cls("dict", text, fx.world.cls("object")):
            goal = fx.world.cls("object")
        made = expr(fx, tree.Dict(node.span, keys, values), fx.world.cls("dict", text, goal))
        return ir.Seq(node.span, made.type, (save,), made)
    if name in ("index", "count") and find_member(t, name) is None:
        return callees.value_method(fx, as_tuple(fx, receiver), name, node, None)
    return made_of(fx, t, node) if name == "_make" else None


def made_of(fx: Fx, cls: ClassInst, node: tree.Call) -> ir.Expr:
    """`P._make(items)`: one item for each field, else a TypeError."""
    from rumpkc.types import text
    from rumpkc.types.exprs import expr
    from rumpkc.types.tries import raise_new

    span = node.span
    if len(node.args) != 1 or node.keywords or isinstance(node.args[0], tree.Starred):
        raise fail("E0310", f"`{cls}._make` takes one iterable", span)
    count = len(synth.dataclass_fields(cls.info))
    value = as_tuple(fx, expr(fx, node.args[0]))
    if not isinstance(value.type, TupleType) or len(value.type.items) != count:
        items = tree.Tuple(span, (tree.Starred(span, calls.Evaluated(span, value)),))
        value = expr(fx, items)
    if isinstance(value.type, TupleType):
        if len(value.type.items) != count:
            raise fail("E0310", f"`{cls}` has {count} fields, and these are {len(value.type.items)} items", span)
        save, row = fx.save(value)
        stmts = [save]
    else:
        save, row = fx.save(value)
        length = calls.call_method(fx, row, "__len__", [], span)
        words = [text.str_const(fx, span, f"Expected {count} arguments, got "), text.to_str(fx, length, span)]
        error = raise_new(fx, "TypeError", [text.concat(fx, words, span)], NEVER, span)
        wrong = ir.Prim(span, BOOL, "icmp.ne", (length, ir.Const(span, length.type, count)))
        stmts = [save, ir.If(span, wrong, (ir.Eval(span, error),))]
    held = calls.Evaluated(span, row)
    parts = tuple(tree.Subscript(span, held, tree.Constant(span, at, "int")) for at in range(count))
    made = constructors.construct_call(fx, cls, parts, (), span)
    return ir.Seq(span, cls, tuple(stmts), made)


def field_names(fx: Fx, cls: ClassInst, span: Span) -> ir.Expr:
    """`P._fields`."""
    return _texts(fx, [n for n, _ in synth.dataclass_fields(cls.info)], span)


def field_defaults(fx: Fx, cls: ClassInst, span: Span, want: Type | None) -> ir.Expr:
    """`P._field_defaults`: the names of the fields that may be left out, and their values."""
    from rumpkc.types.exprs import expr

    found = find_method(cls, "__init__")
    assert found is not None
    home, info = found
    rest = [p for p in fx.world.func(info, home).params[1:] if p.default is not None]
    keys = tuple(tree.Constant(span, p.name, "str") for p in rest)
    text, item = fx.world.cls("str"), fx.world.cls("object")
    if rest and want is not fx.world.cls("dict", text, item):
        item = make_union([p.type for p in rest])
    values = calls.evaluated([calls.default_value(fx, info, p) for p in rest])
    return expr(fx, tree.Dict(span, keys, values), fx.world.cls("dict", text, item))


def match_args(fx: Fx, cls: ClassInst, span: Span) -> ir.Expr:
    """`P.__match_args__`."""
    return _texts(fx, synth.match_names(cls.info), span)


def _texts(fx: Fx, names: list[str], span: Span) -> ir.Expr:
    text = fx.world.cls("str")
    whole = TupleType((text,) * len(names))
    return ir.Aggregate(span, whole, tuple(ir.StrConst(span, text, n) for n in names))


def replace_call(fx: Fx, node: tree.Call, want: Type | None) -> ir.Expr:
    """`dataclasses.replace(obj, field=value, …)`."""
    from rumpkc.types.exprs import expr

    if len(node.args) != 1 or any(k.name is None for k in node.keywords):
        spread = len(node.args) == 1
        words = "`**` in a call of `replace`" if spread else "`replace` takes one object, and fields by name"
        raise fail("E0404" if spread else "E0310", words, node.span,
                   help="name the fields: `replace(self, size=size, …)`")
    value = expr(fx, node.args[0])
    t = value.type
    if not isinstance(t, ClassInst) or t.info.kind != "dataclass":
        raise fail("E0303", f"`replace` takes an object of a dataclass, not {t}", node.args[0].span)
    return _replaced(fx, value, node.keywords, node.span)


def _replaced(fx: Fx, value: ir.Expr, keywords: tuple[tree.Keyword, ...], span: Span) -> ir.Expr:
    """A new object with the fields of `value`, but for those in `keywords`."""
    from rumpkc.types.exprs import expr

    cls = value.type
    assert isinstance(cls, ClassInst)
    save, got = fx.save(value)
    fields = fields_of(fx.world, cls)
    stmts: list[ir.Stmt] = [save]
    given: dict[str, tree.Expr] = {}
    for keyword in keywords:
        name = keyword.name or ""
        stmt = dict(synth.dataclass_fields(cls.info)).get(name)
        if stmt is None:
            raise fail("E0311", f"`{cls}` has no field `{name}`", keyword.span, help=did_you_mean(name, list(fields)))
        if not synth.is_parameter(stmt):
            raise fail("E0311", f"`{name}` is no parameter of `{cls}`, so it cannot be replaced", keyword.span)
        keep, one = fx.save(expr(fx, keyword.value, fields.get(name)))
        stmts.append(keep)
        given[name] = calls.Evaluated(keyword.value.span, one)

    def own(it: ir.Expr) -> ir.Expr:
        t = it.type
        assert isinstance(t, ClassInst)
        made = _built(fx, t, it, given, span)
        return made if t is cls else ir.Convert(span, cls, made)

    out = late.of_its_class(fx, got, own, span)
    return ir.Seq(span, cls, tuple(stmts), out)


def _built(fx: Fx, cls: ClassInst, old: ir.Expr, given: dict[str, tree.Expr], span: Span) -> ir.Expr:
    fields = fields_of(fx.world, cls)
    keywords: list[tree.Keyword] = []
    for name, stmt in synth.dataclass_fields(cls.info):
        if not synth.is_parameter(stmt):
            continue
        if name not in given and synth.is_init_var(stmt):
            raise fail("E0311", f"`replace` needs a value for `{name}`, which is only a parameter", span)
        kept = given.get(name) or calls.Evaluated(span, ir.FieldGet(span, fields[name], old, name))
        keywords.append(tree.Keyword(span, name, kept))
    return constructors.construct_call(fx, cls, (), tuple(keywords), span)
