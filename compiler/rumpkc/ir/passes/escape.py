"""Objects and arrays that do not outlive the call that makes them lie in its stack frame.

    p = Point(x, y)                       New(Point)                New(Point, in_frame=True)
    return p.x * p.x + p.y * p.y    ->    p is only read, and its __init__ does not keep `self`

Where a reference goes is followed through variables, tuples, spans and addresses, and through the parameters and
results of every function that a call can reach, over the whole program and without regard to order. It escapes where
it is stored, raised, captured, returned by the function that made it, or given to code that is not known. What then
still lies in the arena is listed with the reason.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import cast

from rumpkc.emit.classes import Hierarchy
from rumpkc.emit.layout import Layout
from rumpkc.ir import nodes as ir
from rumpkc.ir.walk import CHILD_FIELDS, children, walk
from rumpkc.source import Span
from rumpkc.types.types import BOOL, F32, FLOAT, NEVER, NONE, ArrayType, ClassInst, IntType, Type, is_reference

MOST_BYTES = 512                         # of an object or array in a frame: stacks are small
BLOCKS = "lib.core.arena.allocate"       # what containers get the room for their items from
# Operations that keep nothing of a reference or address, and those whose result is it again.
LOOKS = {"ref.eq", "ref.typeinfo", "ptr.diff", "mem.copy", "mem.move", "mem.set", "icmp.eq", "icmp.ne"}
LOADS = {"ptr.load", "unaligned.load", "volatile.load"}
SAME = {"ptr.add", "ptr.addbytes", "ref.ptr", "ptr.ref", "obj.data"}


@dataclass(frozen=True, slots=True, eq=False)
class Passed:
    """An argument of one call: it goes to the parameters, and to where the result goes if one of them is returned."""

    params: tuple[ir.Local, ...]
    sink: Sink


Holder = ir.Local | ir.New | ir.NewArray | ir.Function | Passed      # a function holds what it returns
Sink = str | ir.Local | ir.Function | Passed | None                  # a reason to escape; a holder; nowhere


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
    loops: tuple[ir.Loop, ...]
    in_try: bool
    setter: ir.SetLocal | None


@dataclass(slots=True)
class Flows:
    """Where references go: from a holder to the next, or out (with a reason)."""

    into: dict[Holder, list[Holder]] = field(default_factory=dict)        # reversed: from where to where it came
    copies: dict[Holder, list[Holder]] = field(default_factory=dict)
    home: dict[ir.Local, ir.Function] = field(default_factory=dict)       # whose variable it is
    user: dict[Passed, ir.Function] = field(default_factory=dict)         # who passes it
    out: dict[Holder, str] = field(default_factory=dict)
    sites: dict[ir.New | ir.NewArray, Site] = field(default_factory=dict)
    sets: dict[ir.Local, list[tuple[ir.Loop, ...]]] = field(default_factory=dict)    # the loops around each
    passed: dict[ir.Local, list[Passed]] = field(default_factory=dict)               # by parameter
    blocks: list[Remaining] = field(default_factory=list)


    def add(self, holder: Holder, sink: Sink) -> None:
        """What `holder` has goes to `sink`."""
        if isinstance(sink, str):
            self.out.setdefault(holder, sink)
        elif sink is not None:
            self.into.setdefault(sink, []).append(holder)
            self.copies.setdefault(holder, []).append(sink)


@dataclass(frozen=True, slots=True)
class ParamFacts:
    """What functions do with their arguments: the parameters that escape, with the reason, and those that are returned.
    """

    out: dict[ir.Local, str]
    returned: set[ir.Local]

    def of(self, function: ir.Function) -> list[tuple[bool, bool]]:
        """For each parameter whether it escapes, and whether it is returned."""
        return [(param in self.out, param in self.returned) for param in function.params]


@dataclass(frozen=True, slots=True)
class Placed:
    """The allocations that remain, the functions that have changed, and what is known of parameters."""

    remaining: list[Remaining]
    changed: list[ir.Function]
    params: ParamFacts


def place_objects(program: ir.Program, only: list[ir.Function] | None = None,
                  known: ParamFacts = ParamFacts({}, set())) -> Placed:  # noqa: B008
    """Mark the objects of `program` that can lie in frames. `only`: in these functions; `known` tells what the others
    do with their arguments."""
    flows = Flows()
    hierarchy = Hierarchy(program)
    defined = {f.symbol: f for f in program.functions if f.body is not None}
    functions = list(defined.values()) if only is None else only
    inside = {param for f in functions for param in f.params}
    for function in program.functions if only is None else only:
        if function.body is not None:
            _Walk(flows, function, hierarchy, defined, known, inside).block(function.body, (), False)
    returned = _join_results(flows, functions)
    escaped = _spread(flows)
    out = {param: escaped[param] for f in functions for param in f.params if param in escaped}
    remaining, changed = _move(flows, escaped)
    return Placed(remaining, changed, ParamFacts(out, returned))


def _move(flows: Flows, escaped: dict[Holder, str]) -> tuple[list[Remaining], list[ir.Function]]:
    """Put into frames what can be there."""
    remaining = list(flows.blocks)
    moved: set[ir.Node] = set()
    layout = Layout()
    for node, site in flows.sites.items():
        reason = escaped.get(node) or _no_place(flows, node, site, layout)
        if reason is None:
            moved.add(node)
        else:
            remaining.append(Remaining(node.span, str(node.type), reason))
    changed = list({site.function: None for node, site in flows.sites.items() if node in moved})
    for function in changed:
        assert function.body is not None
        function.body = tuple(cast(ir.Stmt, _moved(statement, moved)) for statement in function.body)
    return remaining, changed


def _join_results(flows: Flows, functions: list[ir.Function]) -> set[ir.Local]:
    """A parameter that is returned goes where the results of the calls go, at each call on its own; all of them."""
    queue = deque(f for f in functions if f in flows.into)
    returned: set[ir.Local] = set()
    while queue:
        function = queue.popleft()
        for param in _returned(flows, function) - returned:
            returned.add(param)
            for passed in flows.passed.get(param, ()):
                flows.add(passed, passed.sink)
                user = flows.user[passed]
                if user in flows.into and user not in queue:
                    queue.append(user)
    return returned


def _returned(flows: Flows, function: ir.Function) -> set[ir.Local]:
    """The parameters that a function may return."""
    params = set(function.params)
    seen: set[Holder] = {function}
    found: set[ir.Local] = set()
    queue: deque[Holder] = deque([function])
    while queue:
        for source in flows.into.get(queue.popleft(), ()):
            if source in params:
                assert isinstance(source, ir.Local)
                found.add(source)
            elif source not in seen:
                seen.add(source)
                queue.append(source)
    return found


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


def _no_place(flows: Flows, node: ir.New | ir.NewArray, site: Site, layout: Layout) -> str | None:
    """Why an object that does not escape to other places cannot lie in the frame nevertheless."""
    if isinstance(node, ir.New) and node.extra is not None:
        return "its size is known at run time only"
    if site.function.kept is not None:
        return "a generator's variables outlive its calls"
    size = layout.object_size(node.type) if isinstance(node.type, ClassInst) else layout.size(node.type)
    if size > MOST_BYTES:
        return "it is too large for a frame"
    if site.in_try:
        return "it is made in the body of a `try`, whose frame ends before the function"
    reached = _reached(flows, node)
    if site.function in reached:
        return f"`{site.function.shown_name}` returns it"
    if site.loops and not _renewed(flows, site, [x for x in reached if isinstance(x, ir.Local)]):
        return "it is made in a loop, and the object of the round before may still be in use"
    return None


def _reached(flows: Flows, node: ir.New | ir.NewArray) -> dict[Holder, None]:
    """The variables that can have an object, and the functions that can return it."""
    reached: dict[Holder, None] = {}
    queue = deque(flows.copies.get(node, ()))
    while queue:
        holder = queue.popleft()
        if holder not in reached:
            reached[holder] = None
            queue.extend(flows.copies.get(holder, ()))
    return reached


def _renewed(flows: Flows, site: Site, reached: list[ir.Local]) -> bool:
    """Whether at most one variable has the object, gets no other one, and nothing reads it while the next is made.

    Besides it only temporaries may, of which no value outlives a round. Variables of other functions do not count:
    those calls have ended before the next round.
    """
    here = [local for local in reached if flows.home.get(local) is site.function]
    named = [local for local in here if not local.name.startswith(".")]
    for local in here:
        if local not in named and any(site.loops[-1] not in loops for loops in flows.sets[local]):
            return False
    if site.setter is None or not named:
        return not named
    reads = {n.local for n in walk([site.setter.value]) if isinstance(n, ir.LocalGet)}
    return named == [site.setter.local] and len(flows.sets[named[0]]) == 1 and named[0] not in reads


def _moved(node: ir.Node, moved: set[ir.Node]) -> ir.Node:
    """The tree with the objects of `moved` in the frame."""
    if node in moved:
        assert isinstance(node, (ir.New, ir.NewArray))
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
                 defined: dict[str, ir.Function], known: ParamFacts, inside: set[ir.Local]) -> None:
        self.flows, self.function, self.hierarchy, self.defined = flows, function, hierarchy, defined
        self.known, self.inside = known, inside     # what parameters do that are not among those of walked functions
        self.setter: ir.SetLocal | None = None
        self.loops: tuple[ir.Loop, ...] = ()
        self.between: tuple[ir.Loop, ...] = ()      # whose tests and steps this is
        self.in_try = False

    def block(self, body: tuple[ir.Stmt, ...], loops: tuple[ir.Loop, ...], in_try: bool) -> None:
        before = self.loops, self.in_try, self.setter
        for statement in body:
            self.loops, self.in_try = loops, in_try
            self.statement(statement)
        self.loops, self.in_try, self.setter = before

    def statement(self, node: ir.Stmt) -> None:
        loop, in_try, outer = self.loops, self.in_try, self.setter
        match node:
            case ir.SetLocal():
                self.flows.sets.setdefault(node.local, []).append(self.lasting)
                self.flows.home[node.local] = self.function
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
                    known = not self.function.exported and self.function.kept is None
                    self.flow(node.value, self.function if known else f"`{self.function.shown_name}` returns it")
            case ir.Raise():
                self.flow(node.value, "it is raised")
            case ir.Eval():
                self.flow(node.value, None)
            case ir.If():
                self.flow(node.test, None)
                self.block(node.then, loop, in_try)
                self.block(node.orelse, loop, in_try)
            case ir.Loop():
                self.loops = (*loop, node)
                self.between += (node,)
                self.flow(node.test, None)
                self.block(node.step, (*loop, node), in_try)
                self.between = self.between[:-1]
                self.loops = loop
                self.block(node.body, (*loop, node), in_try)
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

    @property
    def lasting(self) -> tuple[ir.Loop, ...]:
        """The loops around, without those whose test or step this is: what is set there is for the next round."""
        return tuple(loop for loop in self.loops if loop not in self.between)

    def flow(self, node: ir.Expr, sink: Sink) -> None:
        """A value goes to `sink`; what is inside of it goes where its node says."""
        match node:
            case ir.LocalGet():
                if _holds(node.type):
                    self.flows.add(node.local, sink)
            case ir.New() | ir.NewArray():
                if isinstance(node, ir.New) and node.extra is not None:
                    self.flow(node.extra, None)
                if not node.in_frame:
                    self.flows.sites[node] = Site(self.function, self.loops, self.in_try, self.setter)
                    self.flows.add(node, sink)
            case ir.Convert() | ir.TupleGet():
                self.flow(node.value, sink if _holds(node.type) else None)
            case ir.Aggregate():
                for item in node.items:
                    self.flow(item, sink)
            case ir.IfExp():
                self.flow(node.test, None)
                self.flow(node.then, sink)
                self.flow(node.orelse, sink)
            case ir.Seq():
                self.block(node.body, self.loops, self.in_try)
                self.flow(node.value, sink)
            case ir.FieldGet():
                inside = isinstance(node.type, ArrayType) or not is_reference(node.obj.type)
                self.flow(node.obj, sink if inside and _holds(node.type) else None)
            case ir.Call():
                if node.func.symbol == BLOCKS and not self.function.exported:
                    owner = self.function.symbol.rpartition(".")[0]
                    self.flows.blocks.append(Remaining(node.span, f"a block of {owner}", "its size changes"))
                self.call(node, [self.defined.get(node.func.symbol, node.func)], sink)
            case ir.CallVirtual():
                self.call(node, self.hierarchy.implementations(node), sink)
            case ir.IsNone() | ir.IsInstance() | ir.And() | ir.Or():
                for child in children(node):
                    assert isinstance(child, ir.Expr)
                    self.flow(child, None)
            case ir.Prim() if node.op in LOOKS:
                for arg in node.args:
                    self.flow(arg, None)
            case ir.Prim() if node.op in SAME:
                self.flow(node.args[0], sink)
                for arg in node.args[1:]:
                    self.flow(arg, None)
            case ir.Prim() if node.op in LOADS:
                self.flow(node.args[0], sink if isinstance(node.type, ArrayType) else None)
            case ir.Prim(op="ptr.store" | "unaligned.store" | "volatile.store"):
                self.flow(node.args[0], None)
                self.flow(node.args[1], "it is stored in a block of items")
            case _:
                for child in children(node):
                    if isinstance(child, ir.Expr):
                        self.flow(child, _REASONS.get(type(node), "its address is used"))
                    elif isinstance(child, ir.Stmt):
                        self.statement(child)

    def call(self, node: ir.Call | ir.CallVirtual, callees: list[ir.Function], sink: Sink) -> None:
        """What is given goes to the parameters, and to where the result goes if a callee returns it."""
        unknown = any(f.body is None or f.kept is not None for f in callees)
        for number, arg in enumerate(node.args):
            if not _holds(arg.type):
                self.flow(arg, None)
            elif unknown:
                self.flow(arg, f"`{callees[0].shown_name}` may keep it")
            else:
                params = tuple(self.defined.get(f.symbol, f).params[number] for f in callees)
                passed = Passed(params, sink if _holds(node.type) else None)
                self.flows.user[passed] = self.function
                self.flow(arg, passed)
                for param in params:
                    if param in self.inside:
                        self.flows.add(passed, param)
                        self.flows.passed.setdefault(param, []).append(passed)
                    else:
                        self._outside(passed, param)

    def _outside(self, passed: Passed, param: ir.Local) -> None:
        """What is passed goes where the parameter of a function that is not walked is known to go."""
        self.flows.add(passed, self.known.out.get(param))
        if param in self.known.returned:
            self.flows.add(passed, passed.sink)


_REASONS: dict[type, str] = {
    ir.Closure: "a nested function uses it", ir.CallIndirect: "it is given to a function that is a value",
}


def _holds(t: Type) -> bool:
    """Whether a value of `t` can have a reference or an address in it."""
    return not isinstance(t, IntType) and t not in (BOOL, FLOAT, F32, NONE, NEVER)


__all__ = ["ParamFacts", "Placed", "Remaining", "place_objects"]
