"""Classes of the program below `list`, `dict` and `set`: they add methods and fields.

    class Stack(list[int]):                     s = Stack([1])      s = an empty Stack; s takes the items of list([1])
        def push(self, x: int) -> None: …       super().__init__(xs)                       the same, for self

What CPython has written in C reaches the items without asking the class: `d.update(…)` does not call a `__setitem__` of
the program, `d[k] = v` does. So do the modules below `BESIDE` here (`is_direct`). Only OrderedDict asks its class. What
other parts of CPython may call or not, such as `__iter__` and `__len__`, cannot be defined anew (E0407), nor can what a
class of the library keeps for itself.
"""

from __future__ import annotations

from dataclasses import replace

from rumpkc.diagnostics import fail
from rumpkc.ir import nodes as ir
from rumpkc.source import Span
from rumpkc.syntax import tree
from rumpkc.types import calls, constructors
from rumpkc.types.classes import assigns_field
from rumpkc.types.convert import coerce
from rumpkc.types.fx import Fx, PartialType
from rumpkc.types.scopes import make_function
from rumpkc.types.symbols import ClassInfo, FuncInfo
from rumpkc.types.synth import Build
from rumpkc.types.types import ClassInst, Type

TAKING = {"list": "_replace", "dict": "update", "set": "update"}        # the method that puts the items of another in
BASES = {f"builtins.{name}": name for name in TAKING} | {
    "typing.List": "list", "typing.Dict": "dict", "typing.Set": "set"}
ANEW = {                                                                # what such a class may define anew
    "list": ("append", "insert", "remove", "clear"),
    "dict": ("__getitem__", "__setitem__", "__delitem__", "__contains__", "clear"),
    "set": ("add", "discard", "remove", "clear", "__contains__"),
}
ORDERED = "OrderedDict"
MISSING = "_absent"                     # what `Dict.__getitem__` calls: the `__missing__` of a class of the program
OWN = ("__init__", "__repr__", "__str__", "__format__")
OF_ITS_CLASS = {                        # methods of `collections` that make another object of the class of theirs
    "deque": ("copy", "__copy__", "__add__", "__mul__", "__rmul__"), "OrderedDict": ("copy", "__or__", "__ror__"),
    "Counter": ("copy",),
}
BESIDE = ("lib.core.", "lib.collections", "lib.heapq", "lib.itertools", "lib.json")     # modules that CPython has in C


def base_of(cls: ClassInst | None) -> ClassInst | None:
    """The list, dict or set that an object of a class of the program is."""
    if cls is None or cls.info.module.library:
        return None
    while cls is not None and not (cls.info.module.library and cls.name in TAKING):
        cls = cls.base
    return cls


def list_of(t: Type) -> ClassInst | None:
    """The list that a value of type `t` is; None for other types."""
    if not isinstance(t, ClassInst):
        return None
    found = t if t.info.module.library else base_of(t)
    return found if found is not None and found.name == "list" and found.info.module.library else None


def has_below(t: ClassInst) -> bool:
    """Whether a value of the container `t` may be an object of a class of the program."""
    return t.name in TAKING and any(not info.module.library and info.kind != "typeddict" for info in t.info.subclasses)


def check(info: ClassInfo) -> None:
    """E0407 where a class below a container defines anew what the container has: methods, fields of the library."""
    base = next((a for a in info.ancestors() if a.module.library and a.shown_name in TAKING), None)
    if base is None or info.module.library:
        return
    missing = info.members.get("__missing__")
    if isinstance(missing, FuncInfo) and base.shown_name == "dict":
        info.members[MISSING] = replace(missing, name=MISSING)
    own = (*OWN, *ANEW[base.shown_name]) if _is_plain(info, base) else OWN
    for name in (*base.members, *base.declared):
        member = info.members.get(name)
        if name in own or name == MISSING:
            continue
        if member is not None or name in info.declared or assigns_field(info, name):
            place = member.node if isinstance(member, FuncInfo) else info.node
            raise fail("E0407", f"a class below `{base.shown_name}` cannot have a `{name}` of its own",
                       place.name_span, help=f"hold the {base.shown_name} in a field instead")


def check_private(info: ClassInfo) -> None:
    """E0407 where a class below one of the library has a name that is private there: CPython's class has none such."""
    if info.module.library:
        return
    methods = {stmt.name: stmt for stmt in info.node.body if isinstance(stmt, tree.FunctionDef)}
    assigns_field(info, "")
    private = [n for n in (*info.members, *(info.assigned or ())) if n[:1] == "_" != n[1:2] and n[-1] != "_"]
    for base in info.ancestors() if private else ():
        for name in private if base.module.library else ():
            if name in base.members or name in base.declared or assigns_field(base, name):
                shown = next(a.shown_name for a in info.ancestors() if a.module.library)
                raise fail("E0407", f"a class below `{shown}` cannot have a `{name}` of its own",
                           methods.get(name, info.node).name_span,
                           help=f"call it something else: rumpkc's `{shown}` uses the name itself")


def _is_plain(info: ClassInfo, base: ClassInfo) -> bool:
    """Whether all between `info` and the container is of the program or OrderedDict, and no Counter, whose methods call
    each other."""
    between = info.ancestors()[:info.ancestors().index(base)]
    return not any(a.module.library and a.shown_name != ORDERED for a in between)


def is_direct(fx: Fx, cls: ClassInst, name: str) -> bool:
    """Whether a call of method `name` in the library, of a container, is of the container's own whatever its class."""
    home, asks = fx.module.name, fx.inst.info.owner if fx.inst is not None else None
    if asks is not None and asks.module.library and asks.shown_name == ORDERED:
        return False                # its methods ask the class, as CPython's do
    own = cls.info.module.library and name in ANEW.get(cls.info.shown_name, ())
    return own and home.startswith(BESIDE) and not any(
        name in sub.members for sub in cls.info.subclasses if sub.module.library)


def check_result(fx: Fx, cls: ClassInst, home: ClassInst, name: str, span: Span) -> None:
    """E0407 for `q.copy()` where `q` is, or may be, a deque of a class of the program: CPython's is of that class."""
    if fx.module.library or not home.info.module.library:
        return
    base = next((a for a in cls.info.ancestors() if a.module.name == "lib.collections" and a.module.library), None)
    if base is None or name not in OF_ITS_CLASS.get(base.shown_name, ()):
        return
    below = next((i for i in (cls.info, *cls.info.subclasses) if not i.module.library), None)
    if below is not None:
        raise fail("E0407", f"`{name}` would make another `{below.shown_name}`, which is not compiled", span,
                   help=f"make it: `{below.shown_name}(…)`, and put the items in")


def add_repr(info: ClassInfo) -> None:
    """A set of a class below shows the class: `Tags({'a'})`, and `Tags()` where it is empty."""
    if info.base is None or not info.base.module.library or info.base.shown_name != "set" or info.module.library:
        return
    if "__repr__" in info.members:
        return
    build = Build(info.node.name_span)
    me, kind = build.name("self"), build.call(build.name("type"), build.name("self"))
    name = tree.Attribute(build.span, kind, "__name__", build.span)
    items = build.call(tree.Attribute(build.span, build.call(build.name("super")), "__repr__", build.span))

    def joined(*parts: tree.Expr) -> tree.Expr:
        out = parts[0]
        for part in parts[1:]:
            out = tree.BinOp(build.span, out, "+", part)
        return out

    full = joined(name, build.text("("), items, build.text(")"))
    value = tree.IfExp(build.span, me, full, joined(name, build.text("()")))
    made = build.define("__repr__", [], [build.ret(value)], build.name("str"))
    info.members["__repr__"] = make_function(info.module, made, info)


def construct(
    fx: Fx, cls: ClassInst, args: tuple[tree.Expr, ...], keywords: tuple[tree.Keyword, ...], span: Span
) -> ir.Expr | None:
    """`Stack(items)`; None where the class has an `__init__` or nothing is passed."""
    base, init = base_of(cls), cls.info.member("__init__")
    ordered = init is not None and sets_items(init[1])
    if base is None or not (args or keywords) or init is not None and not ordered:
        return None
    save, got = fx.save(constructors.construct(fx, cls, [], span))
    if ordered:
        return ir.Seq(span, cls, (save, set_items(fx, got, args, keywords, span)), got)
    return ir.Seq(span, cls, (save, fill(fx, got, base, args, keywords, span)), got)


def sets_items(init: object) -> bool:
    """Whether this is the `__init__` of OrderedDict, which asks the class to set each item."""
    return isinstance(init, FuncInfo) and init.owner is not None and init.module.library and (
        init.owner.shown_name == ORDERED)


def set_items(fx: Fx, me: ir.Expr, args: tuple[tree.Expr, ...], keywords: tuple[tree.Keyword, ...], span: Span
              ) -> ir.Stmt:
    """What `OrderedDict.__init__(me, …)` does."""
    from rumpkc.types.callees import value_method

    call = tree.Call(span, tree.Name(span, "update"), args, keywords)
    return ir.Eval(span, value_method(fx, me, "update", call, None))


def items_of(fx: Fx, cls: ClassInst, node: tree.Call) -> tuple[ClassInst, ir.Expr] | None:
    """The container that an object of `cls` is, and what the call `cls(…)` fills it with; None for other classes, and
    where that tells no type."""
    from rumpkc.types.conversions import CLASS_CALLS

    base = base_of(cls)
    if base is None or base.name not in CLASS_CALLS or not (node.args or node.keywords):
        return None
    call = tree.Call(node.span, tree.Name(node.span, base.name), node.args, node.keywords)
    made = CLASS_CALLS[base.name](fx, call, None)
    return None if made is None or isinstance(made.type, PartialType) else (base, made)


def fill(
    fx: Fx,
    me: ir.Expr,
    base: ClassInst,
    args: tuple[tree.Expr, ...],
    keywords: tuple[tree.Keyword, ...],
    span: Span,
) -> ir.Stmt:
    """What `base.__init__(me, …)` does to an object without items."""
    from rumpkc.types.conversions import CLASS_CALLS

    call = tree.Call(span, tree.Name(span, base.name), args, keywords)
    items = coerce(fx, CLASS_CALLS[base.name](fx, call, base), base, span)
    return ir.Eval(span, calls.call_method(fx, ir.Convert(span, base, me), TAKING[base.name], [items], span))
