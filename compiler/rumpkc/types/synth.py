"""Methods that a class gets without writing them: those of dataclasses and named tuples.

@dataclass                     def __init__(self, x: int, y: int = 0) -> None: self.x = x; self.y = y
class P:                       def __repr__(self) -> str: return f"P(x={self.x!r}, y={self.y!r})"
    x: int                     def __eq__(self, other: object) -> bool:
    y: int = 0                     if type(self) is not type(other): return NotImplemented …
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rumpkc.diagnostics import fail
from rumpkc.source import Span
from rumpkc.syntax import tree as t
from rumpkc.syntax.walk import children
from rumpkc.types import default_factories
from rumpkc.types.scopes import dotted, make_function
from rumpkc.types.symbols import ClassInfo, FuncInfo

if TYPE_CHECKING:
    from rumpkc.types.types import ClassInst
    from rumpkc.types.world import World

WORD = re.compile(r"\w+")
LEAD_NOWHERE = frozenset("""int float bool str bytes None list dict set frozenset tuple List Dict Set FrozenSet Tuple
Optional Union typing""".split())       # names in the types of fields that cannot lead back to the object
OF_EVERY_CLASS = frozenset(("_full_name_", "_qualified_name_", "_traceback_title_"))     # what `_add_names` adds


class Build:
    """Tree nodes at one place."""

    def __init__(self, span: Span) -> None:
        self.span = span

    def name(self, text: str) -> t.Expr:
        return t.Name(self.span, text)

    def field(self, obj: str, attr: str) -> t.Expr:
        return t.Attribute(self.span, self.name(obj), attr, self.span)

    def text(self, value: str) -> t.Expr:
        return t.Constant(self.span, value, "str")

    def call(self, func: t.Expr, *args: t.Expr) -> t.Expr:
        return t.Call(self.span, func, args, ())

    def tuple(self, items: list[t.Expr]) -> t.Expr:
        return t.Tuple(self.span, tuple(items))

    def ret(self, value: t.Expr | None) -> t.Stmt:
        return t.Return(self.span, value)

    def compare(self, left: t.Expr, op: str, right: t.Expr) -> t.Expr:
        return t.Compare(self.span, left, (op,), (right,))

    def define(
        self, name: str, args: list[t.Arg], body: list[t.Stmt], returns: t.Expr | None, kwonly: tuple[t.Arg, ...] = ()
    ) -> t.FunctionDef:
        me = t.Arg(self.span, "self", None, None)
        arguments = t.Arguments(self.span, (), (me, *args), None, kwonly, None)
        return t.FunctionDef(self.span, name, arguments, tuple(body), (), returns, (), self.span)


def dataclass_fields(info: ClassInfo) -> list[tuple[str, t.AnnAssign]]:
    """The fields that `__init__` takes, inherited ones first; a redeclared field keeps its place."""
    out: dict[str, t.AnnAssign] = {}
    for cls in reversed(info.ancestors()):
        if cls.kind in ("dataclass", "namedtuple"):
            out.update(cls.declared)
    return [(name, stmt) for name, stmt in out.items() if "@" not in name]      # those are the compiler's own


def is_init_var(stmt: t.AnnAssign) -> bool:
    """Whether the field is only a parameter: `x: InitVar[int]`."""
    note = stmt.annotation
    return isinstance(note, t.Subscript) and dotted(note.value).rpartition(".")[2] == "InitVar"


def is_parameter(stmt: t.AnnAssign) -> bool:
    """Whether `__init__` takes the field."""
    return option(stmt, "init", True)


def match_names(info: ClassInfo) -> list[str]:
    """What the positions of a class pattern stand for: `__match_args__`, or the fields of `__init__` in order."""
    found = info.member("__match_args__")
    value = getattr(found[1], "value", None) if found is not None else None
    if isinstance(value, t.Tuple):
        return [str(e.value) for e in value.elts if isinstance(e, t.Constant)]
    if not info.options.get("match_args", True):
        return []
    return [n for n, s in dataclass_fields(info) if is_parameter(s) and not is_keyword_only(info, n, s)]


def is_keyword_only(info: ClassInfo, name: str, stmt: t.AnnAssign) -> bool:
    """Whether `__init__` takes the field by its name alone."""
    home = next((cls for cls in info.ancestors() if cls.declared.get(name) is stmt), info)
    return option(stmt, "kw_only", name in home.keyword_only or bool(home.options.get("kw_only", False)))


def add_methods(world: World, info: ClassInfo) -> None:
    """Give `info` the methods that its kind promises and its body lacks."""
    _add_names(world, info)
    if info.kind not in ("dataclass", "namedtuple"):
        _add_repr_below(info)
        return
    on = info.options.get
    build = Build(info.node.name_span)
    every = dataclass_fields(info)
    fields = [(n, s) for n, s in every if not is_init_var(s)]
    made: list[t.FunctionDef] = []
    if on("init", True):
        made.append(_init(world, build, info, every))
    if on("repr", True):
        made.append(_repr(build, info, [n for n, s in fields if option(s, "repr", True)], info.kind))
    compared = [n for n, s in fields if option(s, "compare", True)]
    if on("eq", True):
        made.append(_eq(build, info, compared))
        if info.frozen or on("unsafe_hash", False) or info.kind == "namedtuple":
            made.append(_hash(build, [n for n, s in fields if option(s, "hash", n in compared)]))
    if on("order", False) or info.kind == "namedtuple":
        made += [
            _order(build, info, compared, name, op)
            for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">="))
        ]
    for node in made:
        if node.name not in info.members:
            info.members[node.name] = make_function(info.module, node, info)


def _add_names(world: World, info: ClassInfo) -> None:
    """`def _full_name_(self) -> str: return "errors.Door.Stuck"`: what the object's own class is called, and where.

    An exception's is `_traceback_title_`, too, without the module that is run."""
    from rumpkc.types.class_values import full_name

    if info.by_value or info.kind not in ("plain", "dataclass"):
        return
    full = full_name(world, info)
    names = {"_full_name_": full} if full != info.shown_name else {}
    if any(cls.name != cls.shown_name for cls in info.ancestors() if not cls.module.library):
        names["_qualified_name_"] = info.name
    root = next((cls for cls in info.ancestors() if cls.name == "BaseException" and cls.module.library), None)
    if root is not None and info.module is not root.module:
        names["_traceback_title_"] = full.removeprefix("__main__.")
    build = Build(info.node.name_span)
    for method, shown in names.items():
        if method not in info.members:
            node = build.define(method, [], [build.ret(build.text(shown))], build.name("str"))
            info.members[method] = make_function(info.module, node, info)


def _add_repr_below(info: ClassInfo) -> None:
    """A plain class below a named tuple shows itself."""
    shown = next((cls for cls in info.ancestors()[1:] if "__repr__" in cls.members), None)
    if shown is None or "__repr__" in info.members or shown.module.library:
        return
    if any(isinstance(stmt, t.FunctionDef) and stmt.name == "__repr__" for stmt in shown.node.body):
        return
    kind = next((cls for cls in shown.ancestors() if cls.kind in ("dataclass", "namedtuple")), None)
    if kind is not None and not _asks_its_name(kind):
        fields = [n for n, s in dataclass_fields(kind) if not is_init_var(s) and option(s, "repr", True)]
        node = _repr(Build(info.node.name_span), info, fields, kind.kind)
        info.members[node.name] = make_function(info.module, node, info)


def _asks_its_name(info: ClassInfo) -> bool:
    """Whether the `__repr__` made for a class begins with the name of the object's class, which may be one below."""
    return info.kind == "dataclass" and not info.by_value


def _field_call(stmt: t.AnnAssign) -> t.Call | None:
    value = stmt.value
    if isinstance(value, t.Call) and dotted(value.func) in ("field", "dataclasses.field"):
        return value
    return None


def option(stmt: t.AnnAssign, name: str, default: bool) -> bool:
    """What `field(name=…)` says, a literal; None (of `hash`) says nothing."""
    call = _field_call(stmt)
    for keyword in call.keywords if call else ():
        if keyword.name == name and isinstance(keyword.value, t.Constant) and keyword.value.value is not None:
            return bool(keyword.value.value)
    return default


def _keyword(stmt: t.AnnAssign, name: str) -> t.Expr | None:
    call = _field_call(stmt)
    return next((k.value for k in call.keywords if k.name == name), None) if call else None


def has_factory(stmt: t.AnnAssign) -> bool:
    """Whether a field has a `default_factory`."""
    return _keyword(stmt, "default_factory") is not None


def _init(world: World, build: Build, info: ClassInfo, fields: list[tuple[str, t.AnnAssign]]) -> t.FunctionDef:
    args: list[t.Arg] = []
    kwonly: list[t.Arg] = []
    body: list[t.Stmt] = []
    seen_default = ""
    for name, stmt in fields:
        factory, call = _keyword(stmt, "default_factory"), _field_call(stmt)
        default = _keyword(stmt, "default") if call else stmt.value
        value: t.Expr = build.name(name)
        if option(stmt, "init", True):
            kw = is_keyword_only(info, name, stmt)
            if factory is not None:
                made = default_factories.made_by(info.module, name, factory, {name for name, _ in fields})
                arg, value = default_factories.argument(world, info.module, name, stmt, made)
            else:
                note = stmt.annotation
                arg = t.Arg(stmt.span, name, note.slice if is_init_var(stmt) else note, default)  # type: ignore[attr-defined]
            if arg.default is None and seen_default and not kw:
                raise fail(
                    "E0315", f"field `{name}` without a default follows `{seen_default}`, which has one", stmt.span
                )
            seen_default = name if arg.default is not None and not kw else seen_default
            (kwonly if kw else args).append(arg)
        elif factory is not None:
            value = default_factories.made_by(info.module, name, factory, {name for name, _ in fields})
        elif default is not None:
            value = default_factories.unasked(info.module, name, default)
        else:
            continue
        if not is_init_var(stmt):
            target = t.Attribute(build.span, build.name("self"), name, build.span, unguarded=True)
            body.append(t.Assign(stmt.span, (target,), value))
    if info.member("__post_init__"):
        passed = [build.name(n) for n, s in fields if is_init_var(s)]
        body.append(t.ExprStmt(build.span, build.call(build.field("self", "__post_init__"), *passed)))
    return build.define("__init__", args, body or [t.Pass(build.span)], None, tuple(kwonly))


def _repr(build: Build, info: ClassInfo, names: list[str], kind: str) -> t.FunctionDef:
    parts: list[t.Expr] = []
    shown = info.shown_name if kind == "namedtuple" else info.name       # `__name__`, `__qualname__`
    if _asks_its_name(info):
        shown = ""
        parts.append(t.FormattedValue(build.span, build.call(build.field("self", "_qualified_name_")), "", None))
    for index, name in enumerate(names):
        parts.append(build.text(f"{', ' if index else shown + '('}{name}="))
        parts.append(t.FormattedValue(build.span, build.field("self", name), "r", None))
    parts.append(build.text(")" if names else f"{shown}()"))
    body = build.ret(t.JoinedStr(build.span, tuple(parts)))
    if kind == "dataclass" and not info.by_value and any(map(_may_lead_back, dict(dataclass_fields(info)).values())):
        again = t.UnaryOp(build.span, "not", build.call(build.field("self", "_repr_begins")))
        ends = t.ExprStmt(build.span, build.call(build.field("self", "_repr_ends")))
        guarded = t.Try(build.span, (body,), (), (), (ends,))
        return build.define("__repr__", [], [t.If(build.span, again, (build.ret(build.text("...")),), ()), guarded],
                            build.name("str"))
    return build.define("__repr__", [], [body], build.name("str"))


def _may_lead_back(stmt: t.AnnAssign) -> bool:
    """Whether a field may hold what holds the object: its type is more than numbers, texts, containers of them."""
    return not LEAD_NOWHERE.issuperset(_names(stmt.annotation))


def _names(note: t.Node) -> list[str]:
    """The names in an annotation, which may be a text."""
    if isinstance(note, t.Constant):
        return WORD.findall(str(note.value))
    return [note.id] if isinstance(note, t.Name) else [name for below in children(note) for name in _names(below)]


def _eq(build: Build, info: ClassInfo, names: list[str]) -> t.FunctionDef:
    """In a generic class `other` may be of another instance, which is one class in CPython: its fields are compared,
    too, whatever they hold. Without fields its class alone counts, so that `other` is taken for no more than it is."""
    other = t.Arg(build.span, "other", build.name("object"), None)
    mine, theirs = (build.call(build.name("type"), build.name(side)) for side in ("self", "other"))
    same = build.compare(mine, "is", theirs) if names and not info.type_params else build.compare(theirs, "is", mine)
    if names and info.type_params:
        known = build.call(build.name("isinstance"), build.name("other"), build.name(info.name))
        same = t.BoolOp(build.span, "and", (known, same))
    result: t.Expr = t.Constant(build.span, True, "bool")
    if names:                           # as tuples, which take one object in both for equal without asking it
        mine, theirs = (build.tuple([build.field(side, n) for n in names]) for side in ("self", "other"))
        result = build.compare(mine, "==", theirs)
    body: list[t.Stmt] = [t.If(build.span, same, (build.ret(result),), ()), build.ret(build.name("NotImplemented"))]
    return build.define("__eq__", [other], body, build.name("bool"))


def _hash(build: Build, names: list[str]) -> t.FunctionDef:
    items = build.tuple([build.field("self", n) for n in names])
    return build.define("__hash__", [], [build.ret(build.call(build.name("hash"), items))], build.name("int"))


def _order(build: Build, info: ClassInfo, names: list[str], name: str, op: str) -> t.FunctionDef:
    """Of a dataclass only objects of one class have an order, while named tuples are tuples to each other."""
    mine = build.tuple([build.field("self", n) for n in names])
    theirs = build.tuple([build.field("other", n) for n in names])
    answer = build.ret(build.compare(mine, op, theirs))
    other = t.Arg(build.span, "other", _ordered(build, info), None)
    body: list[t.Stmt] = [answer]
    if info.kind == "dataclass" and not info.by_value:
        self_class, its_class = (build.call(build.name("type"), build.name(side)) for side in ("self", "other"))
        same = build.compare(self_class, "is", its_class)
        body = [t.If(build.span, same, (answer,), ()), build.ret(build.name("NotImplemented"))]
    return build.define(name, [other], body, build.name("bool"))


def _ordered(build: Build, info: ClassInfo) -> t.Expr:
    """What a dataclass is compared with: objects of the class itself, or of the highest one above it with an order."""
    above = [cls for cls in info.ancestors() if cls.kind == "dataclass" and cls.options.get("order")]
    if above and not any(cls.type_params for cls in above):
        return build.name(above[-1].name)
    own: t.Expr = build.name(info.name)
    if info.type_params:
        params = [build.name(p) for p in info.type_params]
        own = t.Subscript(build.span, own, build.tuple(params) if len(params) > 1 else params[0])
    return own


def may_not_fit(owner: ClassInst | None, info: FuncInfo) -> bool:
    """Whether `info` is a generated method that some field may not have (a function has no text form, a union
    no order): an error only where something calls it."""
    return owner is not None and info.node.name_span == owner.info.node.name_span and info.name != "__init__"
