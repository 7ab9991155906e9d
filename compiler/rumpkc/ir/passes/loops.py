"""Inner loops whose subscripts all lie inside their containers run without checks: one test before the loop decides.

    for m in range(a, b, n):              if 0 <= a and b - 1 < len(prime) …:  loop with ptr.store(prime._data + m, …)
        prime[m] = False          ->      else:                                the loop as written

The same test shows that a counter (`total += 1`) cannot leave the integers. The loop as written keeps the meaning where
the test fails: it raises in the round in which CPython would.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rumpkc.ir import nodes as ir
from rumpkc.ir.passes.accesses import (
    MAX_OFFSET,
    Access,
    access_of,
    all_of,
    compare,
    inside,
    int_const,
    length_of,
    split_offset,
    unchecked,
)
from rumpkc.ir.passes.purity import Purity, has_effect
from rumpkc.ir.rewrite import block, with_children
from rumpkc.ir.walk import children, walk
from rumpkc.types.types import BOOL, INT, NEVER, USIZE

MAX_NODES = 250                       # of a loop that is copied
MAX_TURNS = 1 << 47                   # MEMORY_LIMIT, so a length passes; twice as many turns stay below COUNTER_LIMIT
COUNTER_LIMIT = 1 << 62
ROUNDS_AT_ONCE = 4                    # of a loop without checks that is short: counting costs as much as its work
SHORT = 40                            # nodes of such a loop
FEW_ROUNDS = 16
MAX_STEPS = 1 << 14                   # that a counter grows in one turn
STORES = {"ptr.store", "mem.copy", "mem.move", "mem.set"}       # never to the header of a container (emit/alias.py)
HEADER_FIELDS = {"_len", "_data"}     # of containers: only the library sets them
NESTED = (ir.Loop, ir.TryExcept, ir.TryFinally, ir.New, ir.NewArray, ir.CallVirtual, ir.CallIndirect, ir.Closure,
          ir.Yield)


@dataclass(slots=True)
class Range:
    """The values of the loop's own variable: `first` and `last` as expressions before the loop, and `tests` that show
    that the turns are few (for counters)."""

    variable: ir.Local
    first: ir.Expr
    last: ir.Expr
    tests: list[ir.Expr]


@dataclass(slots=True)
class Facts:
    """What one loop does."""

    loop: ir.Loop
    range: Range
    sets: dict[ir.Local, list[ir.SetLocal]] = field(default_factory=dict)
    first_use: dict[ir.Local, int] = field(default_factory=dict)
    set_at: dict[ir.Local, int] = field(default_factory=dict)
    fields_set: set[str] = field(default_factory=set)
    accesses: list[Access] = field(default_factory=list)


def version_loops(function: ir.Function, purity: Purity) -> None:
    """Rewrite the inner loops of one function."""
    assert function.body is not None

    def change(node: Any) -> Any:
        if isinstance(node, ir.Loop):
            facts = _facts(node, purity)
            if facts is not None:
                return _versioned(facts) or node
        return with_children(node, change)

    if any(isinstance(node, ir.Loop) for node in walk(function.body)):
        function.body = block(function.body, change)


# What a loop does

def _facts(loop: ir.Loop, purity: Purity) -> Facts | None:
    """The facts of an inner loop over a range or a list; None where it does something that they would not survive."""
    span_of_values = range_of(loop)
    if span_of_values is None:
        return None
    facts = Facts(loop, span_of_values)
    for number, node in enumerate(nodes_inside(loop)):
        if number > MAX_NODES or isinstance(node, NESTED):
            return None
        if isinstance(node, ir.Prim) and has_effect(node) and node.op not in STORES:
            return None
        if isinstance(node, ir.SetField):
            if node.name in HEADER_FIELDS:
                return None
            facts.fields_set.add(node.name)
        elif isinstance(node, ir.SetLocal):
            facts.sets.setdefault(node.local, []).append(node)
            facts.set_at.setdefault(node.local, number)
        elif isinstance(node, ir.LocalGet):
            facts.first_use.setdefault(node.local, number)
        elif isinstance(node, ir.Call):
            if access := access_of(node):
                facts.accesses.append(access)
            elif node.type != NEVER and not purity.of(node.func):
                return None
    return facts


def nodes_inside(loop: ir.Loop) -> list[ir.Node]:
    """The nodes of a loop in order, but for those of exceptions that are raised."""
    out: list[ir.Node] = []
    stack: list[ir.Node] = [*reversed((loop.test, *loop.body, *loop.step))]
    while stack and len(out) <= MAX_NODES:
        node = stack.pop()
        out.append(node)
        if not isinstance(node, ir.Raise) and not (isinstance(node, ir.Call) and node.type == NEVER):
            stack.extend(reversed(list(children(node))))
    return out


def range_of(loop: ir.Loop) -> Range | None:
    """The loop's variable and its values, for the shapes that the checker gives to `for`."""
    test = loop.test
    if not isinstance(test, ir.Prim) or not isinstance(test.args[0], ir.LocalGet):
        return None
    variable, span = test.args[0], test.span
    steps = {s.local: s.value for s in loop.step if isinstance(s, ir.SetLocal)}
    if len(steps) != len(loop.step):
        return None
    limit = test.args[1]
    if test.op == "icmp.slt" and _is_step(steps.get(variable.local), variable.local, 1):
        last = ir.Prim(span, INT, "sub.wrap", (limit, int_const(span, 1)))
        few = [compare("slt", limit, int_const(span, MAX_TURNS)), compare("sgt", variable, int_const(span, -MAX_TURNS))]
        return Range(variable.local, variable, last, few) if _is_fixed(limit) else None
    if test.op == "icmp.ult" and variable.type == USIZE and _is_step(steps.get(variable.local), variable.local, 1):
        as_int = ir.Prim(span, INT, "zext", (variable,))
        last = ir.Prim(span, INT, "sub.wrap", (ir.Prim(span, INT, "zext", (limit,)), int_const(span, 1)))
        return Range(variable.local, as_int, last, []) if _is_fixed(limit) else None
    if test.op == "icmp.ne" and _is_step(steps.get(variable.local), variable.local, -1):
        return _counted(variable, steps, span)
    return None


def _is_step(value: ir.Expr | None, local: ir.Local, by: int) -> bool:
    """Whether `value` is `local + by`, modulo 2^64."""
    return isinstance(value, ir.Prim) and value.op == "add.wrap" and isinstance(value.args[0], ir.LocalGet) and \
        value.args[0].local is local and isinstance(value.args[1], ir.Const) and value.args[1].value == by


def _is_fixed(node: ir.Expr) -> bool:
    """A constant, a local or the length of a container in one; that it is not set in the loop is checked later."""
    if isinstance(node, ir.FieldGet):
        return node.name == "_len" and isinstance(node.obj, ir.LocalGet)
    return isinstance(node, (ir.Const, ir.LocalGet))


def _counted(turns: ir.LocalGet, steps: dict[ir.Local, ir.Expr], span: Any) -> Range | None:
    """`range` with a step: an index that grows by `by` and the number of turns that are left."""
    for local, value in steps.items():
        if local is turns.local or not isinstance(value, ir.Prim) or value.op != "add.wrap":
            continue
        first, by = value.args
        if isinstance(first, ir.LocalGet) and first.local is local and _is_fixed(by):
            rest = ir.Prim(span, INT, "sub.wrap", (turns, int_const(span, 1)))
            last = ir.Prim(span, INT, "add.wrap", (first, ir.Prim(span, INT, "mul.wrap", (rest, by))))
            low, high = (ir.Prim(span, INT, op, (first, last)) for op in ("smin", "smax"))
            return Range(local, low, high, [compare("ult", turns, int_const(span, MAX_TURNS))])
    return None


# What is known of an expression in the loop

def _alias(facts: Facts, node: ir.Expr) -> ir.Expr:
    """What a local stands for that is set once, before its uses, to another local."""
    while isinstance(node, ir.LocalGet):
        local = node.local
        sets = facts.sets.get(local, [])
        if len(sets) != 1 or sets[0] not in facts.loop.body or facts.first_use.get(local, 0) < facts.set_at[local]:
            break
        if not isinstance(sets[0].value, (ir.LocalGet, ir.FieldGet)):
            break
        node = sets[0].value
    return node


def _is_invariant(facts: Facts, node: ir.Expr) -> bool:
    """Whether a container or limit stays the same in all turns."""
    if isinstance(node, ir.Const):
        return True
    if isinstance(node, ir.LocalGet):
        return node.local not in facts.sets
    if isinstance(node, ir.FieldGet):
        return node.name not in facts.fields_set and _is_invariant(facts, node.obj)
    return False


def _container(facts: Facts, access: Access) -> ir.Expr | None:
    """The container as an expression that may stand before the loop."""
    assert access.container is not None
    container = _alias(facts, access.container)
    if isinstance(container, ir.FieldGet):
        obj = _alias(facts, container.obj)
        if obj is not container.obj:
            container = ir.FieldGet(container.span, container.type, obj, container.name)
    return container if _is_invariant(facts, container) else None


def _tests_of(facts: Facts, access: Access, container: ir.Expr | None) -> list[ir.Expr] | None:
    """Tests before the loop that put the access inside its container in every turn; None where none would."""
    base, offset = split_offset(access.index)
    base = _alias(facts, base)
    if isinstance(base, ir.Prim) and base.op == "zext" and base.args[0].type == USIZE:
        base = _alias(facts, base.args[0])
    base, more = split_offset(base)
    offset += more
    if abs(offset) >= MAX_OFFSET:
        return None
    length = length_of(Access(access.call, container, access.index))
    if isinstance(base, ir.LocalGet) and base.local is facts.range.variable:
        return inside(facts.range.first, facts.range.last, [offset], length)
    if isinstance(base, ir.LocalGet) and base.type == INT and base.local not in facts.sets:
        return inside(base, base, [min(offset, 0), max(offset, 0)] if offset else [0], length)
    if isinstance(base, ir.Const) and offset == 0 and isinstance(base.value, int) and base.value >= 0:
        return [compare("sgt", length, base)]
    return None


def _counters(facts: Facts) -> dict[ir.Local, list[ir.SetLocal]]:
    """INT locals of the loop that only ever change by small constants."""
    found = {}
    for local, sets in facts.sets.items():
        if local.type == INT and not local.name.startswith(".") and all(_growth(s) is not None for s in sets) and \
                sum(_growth(s) or 0 for s in sets) <= MAX_STEPS:
            found[local] = sets
    return found


def _growth(node: ir.SetLocal) -> int | None:
    """By how much `x = x + c` changes x, at most."""
    value = node.value
    if not isinstance(value, ir.Prim) or value.op not in ("add.checked", "sub.checked"):
        return None
    left, right = value.args
    if not isinstance(left, ir.LocalGet) or left.local is not node.local:
        return None
    if isinstance(right, ir.Const) and isinstance(right.value, int):
        return abs(right.value)
    return 1 if isinstance(right, ir.Prim) and right.op == "zext" and right.args[0].type == BOOL else None


# The two versions

def _versioned(facts: Facts) -> ir.If | None:
    """The choice between the loop without checks and the loop as written; None where nothing is gained."""
    loop = facts.loop
    limit = loop.test.args[1] if isinstance(loop.test, ir.Prim) else loop.test
    if not _is_invariant(facts, limit) or len(facts.sets.get(facts.range.variable, [])) != 1:
        return None
    by = next((s.value.args[1] for s in loop.step if isinstance(s, ir.SetLocal) and isinstance(s.value, ir.Prim)
               and s.local is facts.range.variable), None)
    if by is None or not _is_invariant(facts, by):
        return None
    tests: list[ir.Expr] = []
    calm: dict[ir.Call, Access] = {}
    for access in facts.accesses:
        container = None if access.container is None else _container(facts, access)
        if access.container is not None and container is None:
            continue
        found = _tests_of(facts, access, container)
        if found is not None:
            tests += found
            calm[access.call] = access
    counters = _counters(facts)
    if not calm and not counters:
        return None
    if counters:
        tests += facts.range.tests
    for local in counters:
        value = ir.LocalGet(loop.span, INT, local)
        shifted = ir.Prim(loop.span, INT, "add.wrap", (value, int_const(loop.span, COUNTER_LIMIT)))
        tests.append(compare("ult", shifted, int_const(loop.span, 2 * COUNTER_LIMIT - 1)))
    fast = _without_checks(loop, calm, {s for sets in counters.values() for s in sets})
    return ir.If(loop.span, all_of(tests), (fast,), (loop,))


def _without_checks(loop: ir.Loop, calm: dict[ir.Call, Access], counting: set[ir.SetLocal]) -> ir.Loop:
    """A copy of the loop, with an identity of its own."""
    copy = ir.LoopId()

    def change(node: Any) -> Any:
        if isinstance(node, (ir.Break, ir.Continue)) and node.loop is loop.id:
            return type(node)(node.span, copy)
        if isinstance(node, ir.SetLocal) and node in counting and isinstance(node.value, ir.Prim):
            value = node.value
            op = value.op.replace("checked", "wrap")
            return ir.SetLocal(node.span, node.local, ir.Prim(value.span, value.type, op, value.args))
        if isinstance(node, ir.Call) and node in calm:
            return unchecked(calm[node], tuple([change(arg) for arg in node.args]))
        return with_children(node, change)

    changed = with_children(loop, change)
    return ir.Loop(loop.span, copy, changed.test, changed.body, changed.step, changed.orelse, rounds_at_once(changed))


def rounds_at_once(loop: ir.Loop) -> int:
    """How many rounds of a loop without checks LLVM writes out; 0: as it sees fit, which is all where they are few."""
    limit = loop.test.args[1] if isinstance(loop.test, ir.Prim) else loop.test
    few = isinstance(limit, ir.Const) and isinstance(limit.value, int) and 0 < limit.value <= FEW_ROUNDS
    return loop.unroll or (ROUNDS_AT_ONCE if not few and len(nodes_inside(loop)) <= SHORT else 0)
