"""Objects that do not outlive the call that makes them lie in its stack frame.

    p = Point(x, y)                       New(Point)                New(Point, in_frame=True)
    return p.x * p.x + p.y * p.y    ->    p is only read, and its __init__ does not keep `self`

Where a reference goes is followed through variables, and through the parameters of every function that a call can
reach, over the whole program and without regard to order. It escapes where it is stored, returned, raised, captured,
put into a tuple, or given to code that is not known. What then still lies in the arena is listed with the reason.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import cast

from rumpkc.emit.classes import Hierarchy
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import CHILD_FIELDS, children, walk
from rumpkc.source import Span
from rumpkc.types.types import ArrayType, ClassInst, OptionalType, Type, is_reference

MOST_FIELDS = 12                         # of an object in a frame: stacks are small
BLOCKS = "lib.core.arena.allocate"       # what containers get the room for their items from
LOOKS = {"ref.eq", "ref.typeinfo"}       # operations that keep nothing of a reference

Holder = ir.Local | ir.New | ir.NewArray


@dataclass(frozen=True, slots=True)
class Remaining:
    """An allocation that stays, and why."""

    span: Span
    what: str
    reason: str


@dataclass(slots=True)
class Site:
    """Where an object is made: in which function, in a loop or a `try`, and what variable it is put into."""

    function: ir.Function
    loop: bool
    in_try: bool
    setter: ir.SetLocal | None


@dataclass(slots=True)
class Flows:
    """Where references go: from a holder to the next, or out (with a reason)."""

    into: dict[Holder, list[Holder]] = field(default_factory=dict)        # reversed: from where to where it came
    copies: dict[Holder, list[ir.Local]] = field(default_factory=dict)
    out: dict[Holder, str] = field(default_factory=dict)
    sites: dict[ir.New | ir.NewArray, Site] = field(default_factory=dict)
    sets: dict[ir.Local, list[ir.SetLocal]] = field(default_factory=dict)
    blocks: list[Remaining] = field(default_factory=list)


Sink = str | ir.Local | list[ir.Local] | None      # a reason to escape; a variable; parameters; nowhere


def place_objects(program: ir.Program) -> list[Remaining]:
    """Mark the objects of `program` that can lie in frames; gives the allocations that remain."""
    flows = Flows()
    hierarchy = Hierarchy(program)
    defined = {f.symbol: f for f in program.functions if f.body is not None}
    for function in program.functions:
        if function.body is not None:
            _Walk(flows, function, hierarchy, defined).block(function.body, False, False)
    escaped = _spread(flows)
    remaining = list(flows.blocks)
    moved: set[ir.Node] = set()
    for node, site in flows.sites.items():
        reason = escaped.get(node) or _no_place(flows, node, site)
        if reason is None:
            moved.add(node)
        else:
            remaining.append(Remaining(node.span, str(node.type), reason))
    for function in {site.function: None for node, site in flows.sites.items() if node in moved}:
        assert function.body is not None
        function.body = tuple(cast(ir.Stmt, _moved(statement, moved)) for statement in function.body)
    return remaining


def _spread(flows: Flows) -> dict[Holder, str]:
    """Everything that escapes: what goes out itself, and what goes to something that does."""
    found = dict(flows.out)
    queue = deque(found)
    while queue:
        holder = queue.popleft()
        for source in flows.into.get(holder, ()):
            if source not in found:
                found[source] = found[holder]
                queue.append(source)
    return found


def _no_place(flows: Flows, node: ir.New | ir.NewArray, site: Site) -> str | None:
    """Why an object that does not escape cannot lie in the frame nevertheless."""
    if isinstance(node, ir.NewArray):
        return "an array has its place by its declaration"
    assert isinstance(node.type, ClassInst)
    if node.extra is not None:
        return "its size is known at run time only"
    if site.function.kept is not None:
        return "a generator's variables outlive its calls"
    if len(node.type.fields) > MOST_FIELDS or any(isinstance(t, ArrayType) for t in node.type.fields.values()):
        return "it is too large for a frame"
    if site.in_try:
        return "it is made in the body of a `try`, whose frame ends before the function"
    if site.loop and not _renewed(flows, node, site):
        return "it is made in a loop, and the object of the round before may still be in use"
    return None


def _renewed(flows: Flows, node: ir.New, site: Site) -> bool:
    """Whether at most one variable has the object, gets no other one, and nothing reads it while the next is made."""
    reached: dict[ir.Local, None] = {}
    queue = deque(flows.copies.get(node, ()))
    while queue:
        local = queue.popleft()
        if local not in reached:
            reached[local] = None
            queue.extend(flows.copies.get(local, ()))
    named = [local for local in reached if not local.name.startswith(".")]
    if any(len(flows.sets.get(local, ())) != 1 for local in reached):
        return False
    if site.setter is None or not named:
        return not named
    inside = list(walk([site.setter.value]))
    made_there = {n.local for n in inside if isinstance(n, ir.SetLocal)}
    reads = {n.local for n in inside if isinstance(n, ir.LocalGet)}
    return named == [site.setter.local] and all(local in made_there or local in named for local in reached) and \
        named[0] not in reads


def _moved(node: ir.Node, moved: set[ir.Node]) -> ir.Node:
    """The tree with the objects of `moved` in the frame."""
    if node in moved:
        assert isinstance(node, ir.New)
        return replace(node, in_frame=True)
    changed = {}
    for name in CHILD_FIELDS[type(node)]:
        below = getattr(node, name)
        if isinstance(below, tuple):
            new = tuple(_moved(child, moved) for child in below)
            if any(a is not b for a, b in zip(new, below, strict=True)):
                changed[name] = new
        elif below is not None and (one := _moved(below, moved)) is not below:
            changed[name] = one
    return replace(node, **changed) if changed else node


class _Walk:
    """Notes where the references of one function go."""

    def __init__(self, flows: Flows, function: ir.Function, hierarchy: Hierarchy,
                 defined: dict[str, ir.Function]) -> None:
        self.flows, self.function, self.hierarchy, self.defined = flows, function, hierarchy, defined
        self.setter: ir.SetLocal | None = None
        self.loop = self.in_try = False

    def block(self, body: tuple[ir.Stmt, ...], loop: bool, in_try: bool) -> None:
        before = self.loop, self.in_try, self.setter
        for statement in body:
            self.loop, self.in_try = loop, in_try
            self.statement(statement)
        self.loop, self.in_try, self.setter = before

    def statement(self, node: ir.Stmt) -> None:
        loop, in_try, outer = self.loop, self.in_try, self.setter
        match node:
            case ir.SetLocal():
                self.flows.sets.setdefault(node.local, []).append(node)
                self.setter = node if outer is None or not node.local.name.startswith(".") else outer
                self.flow(node.value, node.local)
                self.setter = outer
            case ir.SetField():
                self.flow(node.obj, None)
                self.flow(node.value, f"it is stored in field `{node.name}`")
            case ir.SetGlobal():
                self.flow(node.value, f"it is stored in `{node.target.symbol.rpartition('.')[2]}`")
            case ir.Return():
                if node.value is not None:
                    self.flow(node.value, f"`{self.function.shown_name}` returns it")
            case ir.Raise():
                self.flow(node.value, "it is raised")
            case ir.Eval():
                self.flow(node.value, None)
            case ir.If():
                self.flow(node.test, None)
                self.block(node.then, loop, in_try)
                self.block(node.orelse, loop, in_try)
            case ir.Loop():
                self.loop = True
                self.flow(node.test, None)
                self.loop = loop
                self.block(node.body, True, in_try)
                self.block(node.step, True, in_try)
                self.block(node.orelse, loop, in_try)
            case ir.TryExcept():
                self.block(node.body, loop, True)
                for handler in node.handlers:
                    self.block(handler.body, loop, in_try)
                self.block(node.orelse, loop, in_try)
            case ir.TryFinally():
                self.block(node.body, loop, True)
                self.block(node.final, loop, in_try)
            case _:
                for child in children(node):
                    if isinstance(child, ir.Expr):
                        self.flow(child, "it is given to code that is not looked into")

    def flow(self, node: ir.Expr, sink: Sink) -> None:
        """A value goes to `sink`; what is inside of it goes where its node says."""
        match node:
            case ir.LocalGet():
                if _holds(node.type):
                    self.add(node.local, sink)
            case ir.New() | ir.NewArray():
                if isinstance(node, ir.New) and node.extra is not None:
                    self.flow(node.extra, None)
                if not node.in_frame:
                    self.flows.sites[node] = Site(self.function, self.loop, self.in_try, self.setter)
                    self.add(node, sink)
            case ir.Convert():
                same = _holds(node.type) and _holds(node.value.type)
                self.flow(node.value, sink if same else "it is put into a value of several words")
            case ir.IfExp():
                self.flow(node.test, None)
                self.flow(node.then, sink)
                self.flow(node.orelse, sink)
            case ir.Seq():
                self.block(node.body, self.loop, self.in_try)
                self.flow(node.value, sink)
            case ir.FieldGet():
                self.flow(node.obj, "a part of it is used by address" if isinstance(node.type, ArrayType) else None)
            case ir.Call():
                if node.func.symbol == BLOCKS and not self.function.exported:
                    owner = self.function.symbol.rpartition(".")[0]
                    self.flows.blocks.append(Remaining(node.span, f"a block of {owner}", "its size changes"))
                self.arguments(node.args, [self.defined.get(node.func.symbol, node.func)])
            case ir.CallVirtual():
                self.arguments(node.args, self.hierarchy.implementations(node))
            case ir.IsNone() | ir.IsInstance() | ir.And() | ir.Or():
                for child in children(node):
                    assert isinstance(child, ir.Expr)
                    self.flow(child, None)
            case ir.Prim() if node.op in LOOKS:
                for arg in node.args:
                    self.flow(arg, None)
            case ir.Prim(op="ptr.store"):
                self.flow(node.args[0], "its address is used")
                self.flow(node.args[1], "it is stored in a block of items")
            case _:
                for child in children(node):
                    if isinstance(child, ir.Expr):
                        self.flow(child, _REASONS.get(type(node), "its address is used"))
                    elif isinstance(child, ir.Stmt):
                        self.statement(child)

    def arguments(self, args: tuple[ir.Expr, ...], callees: list[ir.Function]) -> None:
        for number, arg in enumerate(args):
            if any(f.body is None or f.kept is not None for f in callees):
                self.flow(arg, f"`{callees[0].shown_name}` may keep it")
            else:
                self.flow(arg, [self.defined.get(f.symbol, f).params[number] for f in callees])

    def add(self, holder: Holder, sink: Sink) -> None:
        if isinstance(sink, str):
            self.flows.out.setdefault(holder, sink)
        elif isinstance(sink, ir.Local):
            self.flows.into.setdefault(sink, []).append(holder)
            self.flows.copies.setdefault(holder, []).append(sink)
        elif sink is not None:
            for param in sink:
                self.flows.into.setdefault(param, []).append(holder)


_REASONS: dict[type, str] = {
    ir.Aggregate: "it is put into a tuple", ir.Closure: "a nested function uses it",
    ir.CallIndirect: "it is given to a function that is a value",
}


def _holds(t: Type) -> bool:
    """Whether a value of `t` is one reference, or None."""
    return is_reference(t) or isinstance(t, OptionalType) and is_reference(t.item) or isinstance(t, ArrayType)


__all__ = ["Remaining", "place_objects"]
