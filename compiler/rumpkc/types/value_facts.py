"""Which of its few values a place is known not to have: members of an enumeration, values of a `Literal`, bools.

    if side is Side.BUY: return 1       from here on `side` is not BUY
    if side is Side.SELL: return -1     nor SELL: nothing is left, and the function does not end here

An enumeration has no other members, so no code is made for what is left. A `Literal` is only a promise of the type
checker: what is left is reached where the caller broke it (`State.swallowed`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rumpkc.syntax import tree
from rumpkc.syntax.walk import children
from rumpkc.types.annotations import Annotations, parse_forward
from rumpkc.types.fx import GONE, OWN_SCOPE, Fx, State
from rumpkc.types.scopes import dotted, is_literal
from rumpkc.types.symbols import AliasInfo, ClassInfo, FuncInfo, ModuleInfo, Special, VarInfo
from rumpkc.types.types import BOOL, NONE, ClassInst, OptionalType, Type, UnionType, is_number, is_object
from rumpkc.types.unions import make_union

Value = tuple[str, object]          # a constant: its kind and itself; a member: the enumeration and its first name
PROMISE = "an argument or a variable is none of its `Literal` values"


@dataclass(frozen=True, slots=True)
class Gone(Type):
    """A fact: the values that a place does not have. `of`: its type where that was found, `promised`: its `Literal`."""

    values: frozenset[Value]
    of: Type
    promised: frozenset[Value] | None


def met(a: Type, b: Type) -> Type:
    """What two paths with such facts both know."""
    assert isinstance(a, Gone) and isinstance(b, Gone)
    return Gone(a.values & b.values, a.of if a.of == b.of else make_union([a.of, b.of]), a.promised)


def told(fx: Fx, node: tree.Compare, true: dict[str, Type], false: dict[str, Type]) -> None:
    """Add to the facts of a test what `x is E.A`, `x == "a"`, `x in (E.A, E.B)` tell where they are false, and where
    they are true of a union with an enumeration."""
    from rumpkc.types.conditions import narrow_key
    from rumpkc.types.exprs import expr

    if len(node.ops) != 1:
        return
    op, left, right = node.ops[0], node.left, node.comparators[0]
    many = op in ("in", "not in")
    if many and not isinstance(right, (tree.Tuple, tree.List, tree.Set)):
        return
    listed = right.elts if isinstance(right, (tree.Tuple, tree.List, tree.Set)) and many else (right,)
    key = narrow_key(fx, left)
    if not key or op not in ("is", "is not", "==", "!=", "in", "not in"):
        return
    values = [value_of(fx, item, by_identity=op in ("is", "is not")) for item in listed]
    if None in values:
        return
    before = fx.state.narrow.get(key + GONE)
    found = frozenset(v for v in values if v is not None)
    if isinstance(before, Gone):
        found |= before.values
    known = expr(fx, left).type
    if op in ("is not", "!=", "not in"):
        true, false = false, true
    false[key + GONE] = Gone(found, known, literal_values(fx, left))
    for facts, parts in (
        (true, _parts_that_have(fx, known, [v for v in values if v is not None], op.startswith("is"))),
        (false, [part for part in _parts(known) if not _all_gone(fx, part, found)]),
    ):
        if parts and len(parts) < len(_parts(known)):
            facts.setdefault(key, make_union(parts))


def _all_gone(fx: Fx, t: Type, gone: frozenset[Value]) -> bool:
    """Whether no value of `t` is left, whatever a `Literal` says."""
    found = domain(fx, t, None)
    return found is not None and found[0] <= gone


def _parts_that_have(fx: Fx, t: Type, values: list[Value], by_identity: bool) -> list[Type]:
    """The members of the union `t` that can be, or be equal to, one of these members of enumerations; none where other
    values are among them."""
    kinds = {part.symbol: part for part in _parts(t) if isinstance(part, ClassInst) and part.info.kind == "enum"}
    if is_object(t) or not all(kind in kinds for kind, _ in values):
        return []
    named = [kinds[kind] for kind, _ in values]
    return [part for part in _parts(t)
            if any(part is kind or not by_identity and _may_equal_member(part, kind) for kind in named)]


def _may_equal_member(t: Type, kind: ClassInst) -> bool:
    from rumpkc.types.pattern_types import may_equal

    own = isinstance(t, ClassInst) and (_has_own_eq(t) if t.info.kind == "enum" else not t.info.module.library)
    return own or may_equal(t, kind)


def value_of(fx: Fx, node: tree.Expr, by_identity: bool = False) -> Value | None:
    """The value that a constant or the name of a member stands for. Text and numbers are compared by `==` only, members
    of a class with an `__eq__` of its own by `is` only."""
    if isinstance(node, tree.UnaryOp) and node.op == "-" and isinstance(node.operand, tree.Constant):
        inner = node.operand
        return (inner.kind, -inner.value) if inner.kind == "int" and isinstance(inner.value, int) else None
    if isinstance(node, tree.Constant):
        plain = node.kind == "bool" or node.kind in ("int", "str") and not by_identity
        return (node.kind, node.value) if plain else None
    if not isinstance(node, (tree.Name, tree.Attribute)):
        return None
    from rumpkc.types.enums import enum_named

    cls = enum_named(fx, node.value) if isinstance(node, tree.Attribute) else None
    if cls is None:
        return _of_constant(fx, node, by_identity)
    if not by_identity and _has_own_eq(cls):
        return None
    return member_of(fx, cls, node.attr)  # type: ignore[union-attr]


def _of_constant(fx: Fx, node: tree.Expr, by_identity: bool) -> Value | None:
    """The value of a module's or a class's `MISSING: Final = _Missing.TOKEN`."""
    from rumpkc.types.names import static_symbol

    symbol = static_symbol(fx, node)
    if isinstance(node, tree.Attribute) and isinstance(owner := static_symbol(fx, node.value), ClassInfo):
        symbol = (owner.member(node.attr) or (owner, None))[1]
    if not isinstance(symbol, VarInfo) or not symbol.final or symbol.value is None or symbol.folding:
        return None
    symbol.folding = True
    try:
        return value_of(Fx(fx.world, symbol.module, {}), symbol.value, by_identity)
    finally:
        symbol.folding = False


def _has_own_eq(cls: ClassInst) -> bool:
    return any("__eq__" in info.members for info in cls.info.ancestors() if not info.module.library)


def member_of(fx: Fx, cls: ClassInst, name: str) -> Value | None:
    """The member `name` of an enumeration, by the first name of its value."""
    from rumpkc.types.enums import values_of

    values = values_of(fx.world, cls.info)
    return (cls.symbol, next(n for n, v in values.items() if v == values[name])) if name in values else None


def domain(fx: Fx, t: Type, promised: frozenset[Value] | None) -> tuple[frozenset[Value], bool] | None:
    """All values of a type that has few, and whether that is certain; None for other types."""
    from rumpkc.types.enums import distinct, is_flag

    if isinstance(t, ClassInst) and t.info.kind == "enum":
        every, kind = None if is_flag(t) else frozenset((t.symbol, n) for n in distinct(fx.world, t)), t.symbol
    elif t is BOOL:
        every, kind = frozenset({("bool", True), ("bool", False)}), "bool"
    else:
        text = isinstance(t, ClassInst) and t.name == "str" and t.info.module.library
        every, kind = None, "int" if is_number(t) else "str" if text else ""
    own = frozenset(v for v in promised or () if v[0] == kind)
    if own:
        return own, own == every
    return None if every is None else (every, True)


def left_over(fx: Fx, state: State, facts: Iterable[str]) -> str:
    """What the facts that a test has just told leave of their places: "nothing", "a promise", or something ("")."""
    out = ""
    for key in {k.removesuffix(GONE) for k in facts}:
        gone = state.narrow.get(key + GONE)
        if not isinstance(gone, Gone):
            continue
        domains = [domain(fx, part, gone.promised) for part in _parts(state.narrow.get(key, gone.of))]
        if all(found is not None and found[0] <= gone.values for found in domains):
            if all(found is not None and found[1] for found in domains):
                return "nothing"
            out = "a promise"
    return out


def begin(fx: Fx, facts: dict[str, Type]) -> None:
    """Enter a branch where `facts` hold: nobody comes where no value is left."""
    fx.state.narrow.update(facts)
    left = left_over(fx, fx.state, facts)
    fx.state.dead = fx.state.dead or left == "nothing"
    if left == "a promise":
        fx.state.swallowed = fx.state.swallowed or PROMISE


def _parts(t: Type) -> tuple[Type, ...]:
    if isinstance(t, OptionalType):
        return (t.item, NONE)
    return t.members if isinstance(t, UnionType) else (t,)


# Declarations


def literal_values(fx: Fx, node: tree.Expr) -> frozenset[Value] | None:
    """The values of the `Literal` that a variable, an attribute or a result is declared with."""
    match node:
        case tree.Name(id=name):
            return _of_variable(fx, name)
        case tree.Attribute(value=value) | tree.Subscript(value=value, slice=tree.Constant(kind="str")):
            return _of_part(fx, value, node)
        case tree.Call(func=func):
            from rumpkc.types.names import static_symbol

            called = static_symbol(fx, func)
            if isinstance(called, FuncInfo) and called.node.returns is not None:
                return _of_note(fx, called.module, called.node.returns)
    return None


def _of_variable(fx: Fx, name: str) -> frozenset[Value] | None:
    if fx.inst is None or any(name in scope for scope in fx.scopes):
        return None
    if name not in fx.assigned and fx.outer is not None:
        return _of_variable(fx.outer, name)
    if name not in fx.assigned:
        found = fx.world.lookup(fx.module, name)
        return _of_note(fx, found.module, found.annotation) if isinstance(found, VarInfo) and found.annotation else None
    info = fx.inst.info
    arguments = info.node.args
    for arg in (*arguments.posonly, *arguments.args, *arguments.kwonly):
        if arg.name == name:
            return _of_note(fx, info.module, arg.annotation) if arg.annotation is not None else None
    bound = [s for s in _statements(info.node.body) if _binds(s, name)]
    noted = [s for s in bound if isinstance(s, tree.AnnAssign)]
    if noted:
        return _of_note(fx, info.module, noted[0].annotation)
    match bound:
        case [tree.Assign(value=tree.Attribute() | tree.Call() as value)]:
            return literal_values(fx, value)
    return None


def _statements(body: Iterable[tree.Node]) -> Iterable[tree.Node]:
    """All nodes of a body, without those of functions and classes inside."""
    for node in body:
        yield node
        if type(node) not in OWN_SCOPE:
            yield from _statements(children(node))


def _binds(node: tree.Node, name: str) -> bool:
    from rumpkc.syntax.walk import BINDING, bound_by

    return type(node) in BINDING and name in bound_by(node)


def _of_part(fx: Fx, value: tree.Expr, node: tree.Expr) -> frozenset[Value] | None:
    """Of `self.mode` and `d["mode"]`, `value` being what stands before; of a union if all its members have one."""
    from rumpkc.types.exprs import expr

    if not is_value(fx, value):
        return None
    return _joined([tag_values(fx, part, node) for part in _parts(expr(fx, value).type)])


def is_value(fx: Fx, node: tree.Expr) -> bool:
    """Whether `node` is no name of a module or class."""
    from rumpkc.types.names import static_symbol

    symbol = static_symbol(fx, node)
    return symbol is None or isinstance(symbol, VarInfo)


def tag_values(fx: Fx, t: Type, node: tree.Expr) -> frozenset[Value] | None:
    """The values that the key or attribute `node` has in a `t`."""
    match node:
        case tree.Subscript(slice=tree.Constant(value=str(name))):
            return key_values(fx, t, name)
        case tree.Attribute(attr=name):
            return _of_attribute(fx, t, name)
    return None


def key_values(fx: Fx, t: Type, name: str) -> frozenset[Value] | None:
    """The values of the `Literal` that a key of the typed dict `t` is declared with."""
    key = t.info.keys.get(name) if isinstance(t, ClassInst) else None
    return None if key is None else _of_note(fx, key.module, key.note)


def _of_attribute(fx: Fx, t: Type, attr: str) -> frozenset[Value] | None:
    """Of an attribute: by its annotation in the class, or by what `__init__` gives it."""
    if not isinstance(t, ClassInst):
        return None
    for info in t.info.ancestors():
        if attr in info.declared:
            return _of_note(fx, info.module, info.declared[attr].annotation)
        made = info.members.get("__init__")
        if not isinstance(made, FuncInfo):
            continue
        for stmt in _statements(made.node.body):
            match stmt:
                case tree.AnnAssign(target=tree.Attribute(value=tree.Name(), attr=name), annotation=note):
                    if name == attr:
                        return _of_note(fx, info.module, note)
                case tree.Assign(targets=(tree.Attribute(value=tree.Name(), attr=name),), value=tree.Name(id=given)):
                    notes = [a.annotation for a in (*made.node.args.args, *made.node.args.kwonly) if a.name == given]
                    if name == attr and notes and notes[0] is not None:
                        return _of_note(fx, info.module, notes[0])
    return None


def _of_note(fx: Fx, module: ModuleInfo, note: tree.Expr | None) -> frozenset[Value] | None:
    """The values of `Literal["a"]`, `Mode`, `Mode | None`; None for other types."""
    if isinstance(note, tree.Constant) and isinstance(note.value, str):
        note = parse_forward(note.value, note)
    notes = Annotations(fx.world, module, {})
    match note:
        case tree.Constant(kind="none"):
            return frozenset()
        case tree.BinOp(op="|", left=left, right=right):
            return _joined([_of_note(fx, module, part) for part in (left, right)])
        case tree.Subscript(value=head, slice=inner):
            parts = inner.elts if isinstance(inner, tree.Tuple) else (inner,)
            if is_literal(note):
                return _joined([_of_literal(fx, module, part) for part in parts])
            symbol = notes.symbol(head)
            name = symbol.name if isinstance(symbol, Special) else ""
            if name in ("typing.Optional", "typing.Union", "typing.Final", "typing.ClassVar"):
                return _joined([_of_note(fx, module, part) for part in parts])
        case tree.Name() | tree.Attribute() if dotted(note):
            symbol = notes.symbol(note)
            if isinstance(symbol, (AliasInfo, VarInfo)) and isinstance(symbol.value, (tree.Subscript, tree.BinOp)):
                return _of_note(fx, symbol.module, symbol.value)
    return None


def _of_literal(fx: Fx, module: ModuleInfo, node: tree.Expr) -> frozenset[Value] | None:
    """The value, or the values of the alias, that stands in a `Literal[…]`."""
    found = value_of(Fx(fx.world, module, {}), node, by_identity=isinstance(node, tree.Attribute))
    return _of_note(fx, module, node) if found is None else frozenset((found,))


def _joined(parts: list[frozenset[Value] | None]) -> frozenset[Value] | None:
    return None if None in parts else frozenset(v for part in parts if part is not None for v in part)
