"""Removes overflow checks that cannot fail: what values a variable can have at each place follows from the code.

    while low < high:                       low < high, so low is not the largest int:
        low = add.checked(low, 1)     ->        low = add.fits(low, 1)
    total = add.checked(items[i], …)        behind items[i], i lies within memory: `i + 1` needs no check

A walk in evaluation order carries an interval for each integer variable. Tests narrow it, assignments set it, and where
paths meet it widens to the smallest interval around both. A loop is walked until its beginning holds for its own end:
what grows from round to round is first taken to be as large as the type allows, then narrowed by the loop's test.
Rejected: leaving this to LLVM. It forgets what a subscript proves as soon as the length is loaded outside the loop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from rumpkc.ir import nodes as ir
from rumpkc.ir.lengths import is_length
from rumpkc.ir.passes.accesses import MAX_OFFSET, access_of, split_offset
from rumpkc.ir.passes.arguments import Arguments
from rumpkc.ir.passes.intervals import (
    BINARY,
    EXACT,
    LENGTHS,
    MIRRORED,
    OPPOSITE,
    Interval,
    below,
    common,
    floor_divide,
    holds,
    modulo,
    range_of,
    union,
)
from rumpkc.ir.rewrite import with_children
from rumpkc.ir.walk import walk
from rumpkc.types.types import NEVER, ClassInst, IntType, PtrType, Type

DEEP = 2                               # loops nested deeper are walked once, with nothing known of what they change
FLOOR_DIVIDE, MODULO = "lib.core.int.int_floordiv", "lib.core.int.int_mod"
SUMMARY_NODES = 40
# Where objects lie: below the middle of the address space on every machine. LLVM 22 does not know it, and on aarch64
# aborts where it compares the address of a thread-local one with 0 (analyzeCompare takes the relocation for a number).
ADDRESSES = (0, (1 << 63) - 1)
Env = dict[ir.Local, Interval]


@dataclass(slots=True)
class Turns:
    """Where control leaves the rounds of a loop."""

    breaks: list[Env] = field(default_factory=list)
    continues: list[Env] = field(default_factory=list)


class Summaries:
    """What the library's short functions give, such as `len(xs)`."""

    def __init__(self) -> None:
        self._found: dict[ir.Function, Interval | None] = {}

    def of(self, function: ir.Function) -> Interval | None:
        """The interval of the result, None where nothing is known."""
        if function not in self._found:
            self._found[function] = None                   # a function that calls itself is not short
            self._found[function] = self._compute(function)
        return self._found[function]

    def _compute(self, function: ir.Function) -> Interval | None:
        match function.body:
            case (ir.Return(value=ir.Expr() as value),) if isinstance(function.result, IntType):
                nodes = [node for node, _ in zip(walk([value]), range(SUMMARY_NODES + 1))]
                wraps = "unchecked" in function.attrs and any(isinstance(n, ir.Prim) and n.op.endswith(".checked")
                                                              for n in nodes)
                if len(nodes) <= SUMMARY_NODES and not wraps:
                    return _Walk(self).expr(value)[1]
        return None


def remove_checks(program: ir.Program) -> None:
    """Rewrite the checks of all functions: first by what each function says, then by what its callers give it."""
    summaries, arguments = Summaries(), Arguments(program)
    checked = [f for f in program.functions if f.body is not None and "unchecked" not in f.attrs]
    for function in checked:
        function.body = _Walk(summaries, arguments).block(function.body or ())
    for function in checked:
        if known := arguments.of(function):
            function.body = _Walk(summaries, None, known).block(function.body or ())


class _Walk:
    """One walk through a function. `env` is what is known here; None where control does not come."""

    def __init__(self, summaries: Summaries, arguments: Arguments | None = None, known: Env | None = None) -> None:
        self.summaries = summaries
        self.arguments = arguments
        self.env: Env | None = dict(known or {})
        self.turns: dict[ir.LoopId, Turns] = {}
        self.finals: list[set[ir.Local]] = []
        self.depth = 0
        self._changed: dict[int, tuple[object, set[ir.Local]]] = {}

    # What is known

    def get(self, local: ir.Local) -> Interval | None:
        if not isinstance(local.type, IntType):
            return None
        found = (self.env or {}).get(local)
        return range_of(local.type) if found is None else found

    def put(self, local: ir.Local, found: Interval | None) -> None:
        if self.env is not None and isinstance(local.type, IntType):
            if found is None or found == range_of(local.type):
                self.env.pop(local, None)
            else:
                self.env[local] = found

    def changed(self, parts: tuple[ir.Node, ...]) -> set[ir.Local]:
        """The variables that `parts` assign."""
        cached = self._changed.get(id(parts))
        if cached is None or cached[0] is not parts:
            cached = self._changed[id(parts)] = (parts, {n.local for n in walk(parts) if isinstance(n, ir.SetLocal)})
        return cached[1]

    # Statements

    def block(self, statements: tuple[ir.Stmt, ...]) -> tuple[ir.Stmt, ...]:
        new = tuple([self.statement(s) for s in statements])
        return new if any(a is not b for a, b in zip(new, statements)) else statements

    def statement(self, node: Any) -> Any:
        rule = STATEMENTS.get(type(node))
        if rule is not None:
            return rule(self, node)
        new = with_children(node, self.below)
        self._forget(self.changed((node,)) if type(node) not in PLAIN else ())
        return new

    def below(self, node: Any) -> Any:
        return self.expr(node)[0] if isinstance(node, ir.Expr) else self.statement(node)

    def _forget(self, names: Iterable[ir.Local]) -> None:
        for local in names:
            self.put(local, None)

    def set_local(self, node: ir.SetLocal) -> ir.Stmt:
        value, found = self.expr(node.value)
        self.put(node.local, found)
        return node if value is node.value else replace(node, value=value)

    def leave(self, node: Any) -> Any:
        """Return and Raise."""
        new = with_children(node, self.below)
        self.env = None
        return new

    def jump(self, node: Any) -> Any:
        """Break and Continue. `finally` blocks on the way may change something yet."""
        turns = self.turns.get(node.loop)
        if turns is not None and self.env is not None:
            left = {k: v for k, v in self.env.items() if not any(k in names for names in self.finals)}
            (turns.breaks if isinstance(node, ir.Break) else turns.continues).append(left)
        self.env = None
        return node

    def if_(self, node: ir.If) -> ir.Stmt:
        test, yes, no = self.condition(node.test)
        self.env = yes
        then = self.block(node.then)
        after, self.env = self.env, no
        orelse = self.block(node.orelse)
        self.env = meet([after, self.env])
        if test is node.test and then is node.then and orelse is node.orelse:
            return node
        return replace(node, test=test, then=then, orelse=orelse)

    def try_except(self, node: ir.TryExcept) -> ir.Stmt:
        before = dict(self.env or {})
        for local in self.changed(node.body):
            before.pop(local, None)
        body = self.block(node.body)
        orelse = self.block(node.orelse)
        ends = [self.env]
        handlers: list[ir.Handler] = []
        for handler in node.handlers:
            self.env = dict(before)
            inner = self.block(handler.body)
            handlers.append(handler if inner is handler.body else replace(handler, body=inner))
            ends.append(self.env)
        self.env = meet(ends)
        return replace(node, body=body, handlers=tuple(handlers), orelse=orelse)

    def try_finally(self, node: ir.TryFinally) -> ir.Stmt:
        before = dict(self.env or {})
        for local in self.changed(node.body):
            before.pop(local, None)
        self.finals.append(self.changed(node.final))
        body = self.block(node.body)
        self.finals.pop()
        self.env = before
        return replace(node, body=body, final=self.block(node.final))

    # Loops

    def loop(self, node: ir.Loop) -> ir.Stmt:
        parts = (node.test, *node.body, *node.step)
        entry: Env = dict(self.env or {})
        names = {n.local for n in walk(parts) if isinstance(n, ir.SetLocal) and isinstance(n.local.type, IntType)}
        self.depth += 1
        if self.depth > DEEP:
            for local in names:
                entry.pop(local, None)
            head = entry
        else:
            head = self._head(node, entry, names)
        new, _, outs = self._round(node, head)
        self.depth -= 1
        self.env = outs[0]
        orelse = self.block(node.orelse)
        self.env = meet([self.env, *outs[1:]])
        return new if orelse is node.orelse else replace(new, orelse=orelse)

    def _head(self, node: ir.Loop, entry: Env, names: set[ir.Local]) -> Env:
        """What holds at the beginning of every round."""
        head = dict(entry)
        for _ in range(3):
            back = self._round(node, dict(head))[1]
            if back is None:
                return head
            if not _widen(head, back, names):
                for local in names:             # it holds at the end of every round: now as narrow as the test makes it
                    head[local] = union(_of(entry, local), _of(back, local))
                return head
        return {local: found for local, found in entry.items() if local not in names}

    def _round(self, node: ir.Loop, head: Env) -> tuple[ir.Loop, Env | None, list[Env | None]]:
        """One walk through the loop: its new form, what holds at the end of a round, and on each way out."""
        turns = self.turns[node.id] = Turns()
        self.env = dict(head)
        test, yes, no = self.condition(node.test)
        self.env = yes
        body = self.block(node.body)
        self.env = meet([self.env, *turns.continues])
        step = self.block(node.step)
        back = self.env
        del self.turns[node.id]
        changed = test is not node.test or body is not node.body or step is not node.step
        return (replace(node, test=test, body=body, step=step) if changed else node), back, [no, *turns.breaks]

    # Conditions

    def condition(self, node: ir.Expr) -> tuple[ir.Expr, Env | None, Env | None]:
        """A BOOL expression: its new form, what is known where it holds and where it does not."""
        if isinstance(node, (ir.And, ir.Or)):
            left, yes, no = self.condition(node.left)
            self.env = yes if isinstance(node, ir.And) else no
            right, yes_too, no_too = self.condition(node.right)
            new = node if left is node.left and right is node.right else replace(node, left=left, right=right)
            if isinstance(node, ir.And):
                return new, yes_too, meet([no, no_too])
            return new, meet([yes, yes_too]), no_too
        if isinstance(node, ir.Prim) and node.op in ("not", "likely", "unlikely"):
            inner, yes, no = self.condition(node.args[0])
            new = node if inner is node.args[0] else replace(node, args=(inner,))
            return (new, no, yes) if node.op == "not" else (new, yes, no)
        if isinstance(node, ir.Prim) and node.op.startswith("icmp."):
            return self._comparison(node)
        new, _ = self.expr(node)
        if isinstance(node, ir.Const):
            return (new, self.env, None) if node.value else (new, None, self.env)
        return new, _copy(self.env), self.env

    def _comparison(self, node: ir.Prim) -> tuple[ir.Expr, Env | None, Env | None]:
        (left, a), (right, b) = self.expr(node.args[0]), self.expr(node.args[1])
        new = node if left is node.args[0] and right is node.args[1] else replace(node, args=(left, right))
        comparison = node.op.removeprefix("icmp.")
        yes, no = _copy(self.env), self.env
        if a is not None and b is not None and _reads_alike(comparison, left.type, a, b):
            for env, word in ((yes, comparison), (no, OPPOSITE[comparison])):
                if env is not None:
                    for side, mine, other, how in ((left, a, b, word), (right, b, a, MIRRORED[word])):
                        if isinstance(side, ir.LocalGet):
                            env[side.local] = common(below(how, mine, other), mine)
        return new, yes, no

    # Expressions

    def expr(self, node: Any) -> tuple[Any, Interval | None]:
        """The new form of an expression, and the interval of an integer."""
        t = node.type
        rule = EXPRESSIONS.get(type(node))
        if rule is not None:
            new, found = rule(self, node)
        else:
            new, found = with_children(node, self.below), None
            if type(node) not in PLAIN:
                self._forget(self.changed((node,)))
        if t is NEVER:
            self.env = None
        if found is None and isinstance(t, IntType):
            found = range_of(t)
        return new, found

    def const(self, node: ir.Const) -> tuple[ir.Expr, Interval | None]:
        value = node.value
        return node, (value, value) if isinstance(value, int) and isinstance(node.type, IntType) else None

    def local_get(self, node: ir.LocalGet) -> tuple[ir.Expr, Interval | None]:
        return node, self.get(node.local)

    def field_get(self, node: ir.FieldGet) -> tuple[ir.Expr, Interval | None]:
        new = with_children(node, self.below)
        return new, LENGTHS if isinstance(node.obj.type, ClassInst) and is_length(node.obj.type, node.name) else None

    def if_exp(self, node: ir.IfExp) -> tuple[ir.Expr, Interval | None]:
        test, yes, no = self.condition(node.test)
        self.env = yes
        then, a = self.expr(node.then)
        after, self.env = self.env, no
        orelse, b = self.expr(node.orelse)
        self.env = meet([after, self.env])
        found = union(a, b) if a is not None and b is not None else None
        if test is node.test and then is node.then and orelse is node.orelse:
            return node, found
        return replace(node, test=test, then=then, orelse=orelse), found

    def both(self, node: ir.And | ir.Or) -> tuple[ir.Expr, Interval | None]:
        new, yes, no = self.condition(node)
        self.env = meet([yes, no])
        return new, None

    def seq(self, node: ir.Seq) -> tuple[ir.Expr, Interval | None]:
        body = self.block(node.body)
        value, found = self.expr(node.value)
        return (node if body is node.body and value is node.value else replace(node, body=body, value=value)), found

    def call(self, node: ir.Call) -> tuple[ir.Expr, Interval | None]:
        pairs = [self.expr(arg) for arg in node.args]
        args = tuple([new for new, _ in pairs])
        new = node if all(a is b for a, b in zip(args, node.args)) else replace(node, args=args)
        if access := access_of(node):
            self._passed(access.index, node.args)
        if self.arguments is not None:
            self.arguments.note(node.func, [found for _, found in pairs])
        found = self.summaries.of(node.func)
        if node.func.symbol in (FLOOR_DIVIDE, MODULO):
            a, b = pairs[0][1], pairs[1][1]
            if a is not None and b is not None:
                found = floor_divide(a, b) if node.func.symbol == FLOOR_DIVIDE else modulo(a, b)
                found = common(range_of(node.type), found) if found and isinstance(node.type, IntType) else None
        return new, found

    def _passed(self, index: ir.Expr, args: tuple[ir.Expr, ...]) -> None:
        """A subscript did not raise: its index is a place in memory, or such a place from the end."""
        base, offset = split_offset(index)
        if isinstance(base, ir.LocalGet) and abs(offset) <= MAX_OFFSET and base.local not in self.changed(args):
            mine = self.get(base.local)
            if mine is not None and self.env is not None:
                self.env[base.local] = common(mine, (-LENGTHS[1] - offset, LENGTHS[1] - offset))

    def prim(self, node: ir.Prim) -> tuple[ir.Expr, Interval | None]:
        pairs = [self.expr(arg) for arg in node.args]
        args = tuple([new for new, _ in pairs])
        new = node if all(a is b for a, b in zip(args, node.args)) else replace(node, args=args)
        t = node.type
        if node.op == "ptr.int" and _is_object(args[0]):
            return new, ADDRESSES
        if not isinstance(t, IntType) or not pairs or any(found is None for _, found in pairs):
            return new, None
        found = [interval for _, interval in pairs if interval is not None]
        name, _, kind = node.op.partition(".")
        if kind in ("checked", "wrap", "fits") and (name in EXACT or name == "neg"):
            return _exact(new, t, EXACT[name](*found) if name in EXACT else (-found[0][1], -found[0][0]))
        if node.op == "int.checked":
            return _conversion(new, t, found[0])
        if node.op in ("zext", "sext", "trunc"):
            source = node.args[0].type
            reads_bits = node.op == "zext" and found[0][0] < 0 or node.op == "sext" and isinstance(source, IntType) \
                and not source.signed
            return new, found[0] if holds(t, found[0]) and not reads_bits else None
        rule = BINARY.get(node.op)
        result = rule(found[0], found[1], t) if rule is not None and len(found) == 2 else None
        return new, result if result is not None and holds(t, result) else None


def _is_object(pointer: ir.Expr) -> bool:
    """Whether it is a reference, now taken for a pointer: the number of a pointer may be any."""
    while isinstance(pointer, ir.Convert):
        pointer = pointer.value
    return isinstance(pointer, ir.GlobalAddr) or not isinstance(pointer.type, PtrType)


def _reads_alike(comparison: str, t: Type, a: Interval, b: Interval) -> bool:
    """Whether a comparison of integers sees the numbers that they are: a signed one of large unsigned ones does not."""
    if not isinstance(t, IntType):
        return False
    return t.signed or not comparison.startswith("s") or max(a[1], b[1]) < 1 << (t.bits - 1)


def _exact(node: ir.Prim, t: IntType, exact: Interval) -> tuple[ir.Expr, Interval | None]:
    """A sum, difference or product whose mathematical value lies in `exact`."""
    name, _, kind = node.op.partition(".")
    checked = kind == "checked" and not t.modular
    if holds(t, exact):
        return (replace(node, op=f"{name}.fits") if checked else node), exact
    return node, common(range_of(t), exact) if checked else None


def _conversion(node: ir.Prim, t: IntType, found: Interval) -> tuple[ir.Expr, Interval]:
    """`int.checked`: a plain conversion where every value fits."""
    source = node.args[0].type
    if not holds(t, found) or not isinstance(source, IntType) or t.modular:
        return node, common(range_of(t), found)
    op = "trunc" if source.bits > t.bits else "sext" if source.signed and source.bits < t.bits else "zext"
    return replace(node, op=op), found


def _of(env: Env, local: ir.Local) -> Interval:
    assert isinstance(local.type, IntType)
    return env.get(local, range_of(local.type))


def _widen(head: Env, back: Env, names: set[ir.Local]) -> bool:
    """Let `head` hold for `back` as well: an end that a round has moved goes as far as the type. Whether one moved."""
    grown = False
    for local in names:
        assert isinstance(local.type, IntType)
        (low, high), (new_low, new_high) = _of(head, local), _of(back, local)
        if new_low < low or new_high > high:
            grown = True
            head[local] = (low if new_low >= low else local.type.low, high if new_high <= high else local.type.high)
    return grown


def _copy(env: Env | None) -> Env | None:
    return None if env is None else dict(env)


def meet(envs: list[Env | None]) -> Env | None:
    """What is known where several paths meet."""
    live = [env for env in envs if env is not None]
    if not live:
        return None
    out = dict(live[0])
    for other in live[1:]:
        out = {local: union(found, other[local]) for local, found in out.items() if local in other}
    return out


# Nodes that assign nothing themselves: what lies below them is walked in order.
PLAIN = {
    ir.Eval, ir.SetGlobal, ir.SetField, ir.StrConst, ir.GlobalGet, ir.GlobalAddr, ir.FuncAddr, ir.Closure, ir.FieldAddr,
    ir.Aggregate, ir.TupleGet, ir.Convert, ir.IsNone, ir.IsInstance, ir.CallVirtual, ir.CallIndirect, ir.New,
    ir.TypeInfo, ir.SizeOf,
}
STATEMENTS: dict[type, Callable[[_Walk, Any], Any]] = {
    ir.SetLocal: _Walk.set_local, ir.Return: _Walk.leave, ir.Raise: _Walk.leave, ir.Break: _Walk.jump,
    ir.Continue: _Walk.jump, ir.If: _Walk.if_, ir.Loop: _Walk.loop, ir.TryExcept: _Walk.try_except,
    ir.TryFinally: _Walk.try_finally,
}
EXPRESSIONS: dict[type, Callable[[_Walk, Any], tuple[Any, Interval | None]]] = {
    ir.Const: _Walk.const, ir.LocalGet: _Walk.local_get, ir.FieldGet: _Walk.field_get, ir.IfExp: _Walk.if_exp,
    ir.And: _Walk.both, ir.Or: _Walk.both, ir.Seq: _Walk.seq, ir.Call: _Walk.call, ir.Prim: _Walk.prim,
}
