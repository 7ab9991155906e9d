"""Two loops over a list of lists: the lengths of its rows are looked at once, before the outer loop.

    for j in range(n):                            least = the smallest len(b[k]) of all k in range(n)
        total = 0.0                               if n <= least and n <= len(row):
        for k in range(n):                  ->        both loops without checks
            total += row[k] * b[k][j]             else:
        sums.append(total)                            both loops as written

Nothing in the loops may change the length of a list or what a list of lists holds. A list that has just been made, of
which nobody else knows, may grow: it is none of the rows. The loops as written keep the meaning where the test fails.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from rumpkc.ir import nodes as ir
from rumpkc.ir.passes.accesses import (
    LIST,
    MAX_OFFSET,
    SET,
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
from rumpkc.ir.passes.loops import HEADER_FIELDS, MAX_NODES, Range, nodes_inside, range_of, rounds_at_once
from rumpkc.ir.passes.purity import Purity, has_effect
from rumpkc.ir.rewrite import with_children
from rumpkc.ir.walk import walk
from rumpkc.types.types import BOOL, F32, FLOAT, INT, NEVER, IntType

APPEND = "].append"
OFTEN = 4                             # turns of the outer loop from which a look at all rows pays
MAX_LENGTH = (1 << 63) - 1
OTHER_CODE = (ir.TryExcept, ir.TryFinally, ir.New, ir.NewArray, ir.CallVirtual, ir.CallIndirect, ir.Closure, ir.Yield,
              ir.Return)


@dataclass(slots=True)
class Nest:
    """A loop with loops directly inside, and what they do."""

    outer: ir.Loop
    ranges: dict[ir.Local, Range] = field(default_factory=dict)     # of the loops' own variables, said before the nest
    loops: dict[ir.Local, ir.Loop] = field(default_factory=dict)
    home: dict[ir.Node, ir.Loop] = field(default_factory=dict)      # the inner loop in whose body a call is
    sets: dict[ir.Local, list[ir.SetLocal]] = field(default_factory=dict)
    accesses: list[Access] = field(default_factory=list)
    growing: list[ir.Expr] = field(default_factory=list)            # lists that are appended to
    before: list[ir.Stmt] = field(default_factory=list)             # what looks at the rows
    tests: list[ir.Expr] = field(default_factory=list)
    row_tests: list[ir.Expr] = field(default_factory=list)          # take the others for granted
    calm: dict[ir.Call, Access] = field(default_factory=dict)
    looked: dict[tuple[ir.Local, ir.Local, int], ir.Local] = field(default_factory=dict)


def version_rows(function: ir.Function, purity: Purity) -> None:
    """Rewrite the nests of one function."""
    if function.kept is None and any(isinstance(n, ir.Loop) and any(isinstance(s, ir.Loop) for s in n.body)
                                     for n in walk(function.body or ())):
        function.body = _block(function.body or (), purity)


def _block(statements: tuple[ir.Stmt, ...], purity: Purity) -> tuple[ir.Stmt, ...]:
    """The statements of one block; a nest that is rewritten is not looked into any more."""
    out: list[ir.Stmt] = []
    for number, node in enumerate(statements):
        found = _versioned(node, statements[:number], purity) if isinstance(node, ir.Loop) else None
        out += found or [_below(node, purity)]
    return tuple(out) if any(a is not b for a, b in zip(out, statements)) else statements


def _below(node: Any, purity: Purity) -> Any:
    """`node` with the blocks below it rewritten."""
    node = with_children(node, lambda child: child if isinstance(child, ir.Stmt) else _below(child, purity))
    changed = {}
    for name in ("then", "orelse", "body"):
        block = getattr(node, name, None)
        if isinstance(block, tuple) and block and isinstance(block[0], ir.Stmt):
            new = _block(block, purity)
            if new is not block:
                changed[name] = new
    return replace(node, **changed) if changed else node


def _versioned(outer: ir.Loop, before: tuple[ir.Stmt, ...], purity: Purity) -> list[ir.Stmt] | None:
    """What takes the place of a nest; None where nothing is gained."""
    nest = _nest(outer, purity)
    if nest is None or not all(_is_new(nest, place, before) for place in nest.growing):
        return None
    for access in nest.accesses:
        if isinstance(access.container, ir.LocalGet):
            tests = _inside(nest, access, access.container)
            if tests is not None:
                nest.tests += tests
                nest.calm[access.call] = access
    if not sum(map(lambda access: _of_row(nest, access), nest.accesses)):
        return None
    fast = _without_checks(outer, nest.calm)
    return [*nest.before, ir.If(outer.span, all_of(nest.tests + nest.row_tests), (fast,), (outer,))]


# What a nest does

def _nest(outer: ir.Loop, purity: Purity) -> Nest | None:
    """The facts of a loop with a loop inside; None where something in it could change lists of lists or lengths."""
    nest = Nest(outer)
    inner = [node for node in outer.body if isinstance(node, ir.Loop)]
    nodes = nodes_inside(outer)
    if not inner or len(nodes) > MAX_NODES:
        return None
    for node in nodes:
        if isinstance(node, OTHER_CODE) or isinstance(node, ir.Loop) and node not in inner:
            return None
        if isinstance(node, ir.Prim) and has_effect(node):
            return None
        if isinstance(node, ir.SetField) and node.name in HEADER_FIELDS:
            return None
        if isinstance(node, ir.SetLocal):
            nest.sets.setdefault(node.local, []).append(node)
        elif isinstance(node, ir.Call) and not _allows(nest, node, purity):
            return None
    span = range_of(outer)
    if span is None or len(nest.sets.get(span.variable, ())) != 1 or not _stays(nest, outer):
        return None
    nest.ranges[span.variable], nest.loops[span.variable] = span, outer
    for loop in inner:
        if found := _range_before(nest, loop):
            nest.ranges[found.variable], nest.loops[found.variable] = found, loop
            nest.home.update(dict.fromkeys((n for n in walk(loop.body) if isinstance(n, ir.Call)), loop))
    return nest


def _allows(nest: Nest, node: ir.Call, purity: Purity) -> bool:
    """Notes a call; whether it leaves all lists that are rows or hold rows as they are."""
    if node.type == NEVER:
        return True
    if node.func.symbol.startswith(LIST) and node.func.symbol.endswith(APPEND):
        nest.growing.append(node.args[0])
        return True
    if access := access_of(node):
        nest.accesses.append(access)
        plain = isinstance(node.args[-1].type, IntType) or node.args[-1].type in (BOOL, FLOAT, F32)
        return plain or not node.func.symbol.endswith(SET)
    return purity.of(node.func)


def _stays(nest: Nest, outer: ir.Loop) -> bool:
    """Whether the outer loop counts by one, to what is the same in all turns."""
    assert isinstance(outer.test, ir.Prim)
    named = [n.local for n in walk([outer.test.args[1]]) if isinstance(n, ir.LocalGet)]
    return outer.test.op != "icmp.ne" and not any(local in nest.sets for local in named)


def _is_new(nest: Nest, place: ir.Expr, before: tuple[ir.Stmt, ...]) -> bool:
    """Whether a list that grows was made in the same block, and is named in the nest only where it grows."""
    if not isinstance(place, ir.LocalGet) or place.local in nest.sets:
        return False
    named = sum(isinstance(n, ir.LocalGet) and n.local is place.local for n in walk([nest.outer]))
    if named != sum(isinstance(p, ir.LocalGet) and p.local is place.local for p in nest.growing):
        return False
    for node in reversed(before):
        match node:
            case ir.SetLocal(local=local, value=ir.Seq(body=(ir.SetLocal(local=made, value=ir.New()),),
                                                       value=ir.LocalGet(local=given))) if local is place.local:
                return made is given and not any(getattr(n, "local", None) is made for n in walk([nest.outer]))
        if any(getattr(n, "local", None) is place.local for n in walk([node])):
            return False
    return False


def _range_before(nest: Nest, loop: ir.Loop) -> Range | None:
    """The values of an inner loop's variable, as expressions that may stand before the nest."""
    span = range_of(loop)
    if span is None or len(nest.sets.get(span.variable, ())) != 2:
        return None
    earlier = nest.outer.body[:nest.outer.body.index(loop)]
    unknown = False

    def change(node: Any) -> Any:
        nonlocal unknown
        if isinstance(node, ir.LocalGet) and (sets := nest.sets.get(node.local)):
            here = [s for s in sets if s in earlier]
            if len(here) == 1 and (len(sets) == 1 or node.local is span.variable) and _is_plain(nest, here[0].value):
                return here[0].value
            unknown = True
        return with_children(node, change)

    first, last = change(span.first), change(span.last)
    return None if unknown else Range(span.variable, first, last, [])


def _is_plain(nest: Nest, node: ir.Expr) -> bool:
    """A constant, a variable that stays the same, or the length of a list in one."""
    if isinstance(node, ir.FieldGet) and node.name == "_len":
        node = node.obj
    return isinstance(node, ir.Const) or isinstance(node, ir.LocalGet) and node.local not in nest.sets


# Tests before the nest

def _place(nest: Nest, access: Access) -> tuple[ir.Expr, ir.Expr, ir.Local | None, int] | None:
    """The least and the largest value of an index without its offset, the loop's variable in it, and the offset."""
    base, offset = split_offset(access.index)
    if isinstance(base, ir.Const) and isinstance(base.value, int) and offset == 0 and base.value >= 0:
        return base, base, None, 0
    if not isinstance(base, ir.LocalGet) or base.type != INT or abs(offset) >= MAX_OFFSET:
        return None
    sets = nest.sets.get(base.local)
    if sets is None:
        return base, base, base.local, offset
    # `j = .t5` is the first statement of a loop: the variable as it is written, and the loop's own. Behind the loop,
    # which may have no turn, nothing is known of it.
    source = sets[0].value
    if len(sets) == 1 and isinstance(source, ir.LocalGet) and source.local in nest.ranges:
        loop = nest.loops[source.local]
        if loop.body[:1] == (sets[0],) and (loop is nest.outer or nest.home.get(access.call) is loop):
            span = nest.ranges[source.local]
            return span.first, span.last, source.local, offset
    return None


def _inside(nest: Nest, access: Access, container: ir.Expr | None,
            length: ir.Expr | None = None) -> list[ir.Expr] | None:
    """Tests that a subscript lies in its container (of that length) in all turns."""
    found = _place(nest, access)
    if found is None or isinstance(container, ir.LocalGet) and container.local in nest.sets:
        return None
    low, high, _, offset = found
    offsets = [min(offset, 0), max(offset, 0)] if offset and low is high else [offset]
    return inside(low, high, offsets, length or length_of(replace(access, container=container)))


def _of_row(nest: Nest, access: Access) -> bool:
    """Whether a subscript of a row, `b[k][j]`, needs no check behind tests that it adds."""
    of = access_of(access.container) if access.container is not None else None
    if of is None or of.call not in nest.calm or not isinstance(of.container, ir.LocalGet):
        return False
    found = _place(nest, of)
    assert found is not None
    low, high, variable, offset = found
    if low is high:
        tests = _inside(nest, access, unchecked(of, of.call.args))
    else:
        assert variable is not None
        key = of.container.local, variable, offset
        least = nest.looked.get(key) or ir.Local(".least", INT)
        tests = _inside(nest, access, None, ir.LocalGet(access.call.span, INT, least))
        if tests is not None and key not in nest.looked:
            nest.looked[key] = least
            nest.before += _look(nest, of, least)
    if tests is None:
        return False
    nest.row_tests += tests
    nest.calm[access.call] = access
    return True


def _look(nest: Nest, of: Access, least: ir.Local) -> list[ir.Stmt]:
    """`least` = the smallest length of the rows that the nest comes to; 0 where one is missing or it would not pay."""
    span, found = of.call.span, _place(nest, of)
    assert found is not None and of.container is not None
    low, high, _, offset = found
    at = ir.Local(".at", INT)
    here = ir.LocalGet(span, INT, at)
    place = ir.Prim(span, INT, "add.wrap", (here, int_const(span, offset))) if offset else here
    row = unchecked(of, (of.container, place))
    length = ir.Prim(span, INT, "smin", (ir.LocalGet(span, INT, least), length_of(replace(of, container=row))))
    turns = next(iter(nest.ranges.values()))                # the outer loop's
    many = compare("sge", ir.Prim(span, INT, "sub.wrap", (turns.last, turns.first)), int_const(span, OFTEN - 1))
    loop = ir.Loop(span, ir.LoopId(), compare("sle", here, high), (ir.SetLocal(span, least, length),),
                   (ir.SetLocal(span, at, ir.Prim(span, INT, "add.wrap", (here, int_const(span, 1)))),), ())
    tests = _inside(nest, of, of.container) or []
    return [ir.SetLocal(span, least, int_const(span, 0)),
            ir.If(span, all_of([many, *tests]), (ir.SetLocal(span, least, int_const(span, MAX_LENGTH)),
                                                 ir.SetLocal(span, at, low), loop), ())]


# The nest without checks

def _without_checks(outer: ir.Loop, calm: dict[ir.Call, Access]) -> ir.Loop:
    """A copy of the nest, whose loops have identities of their own."""
    own: dict[ir.LoopId, ir.LoopId] = {}

    def change(node: Any) -> Any:
        if isinstance(node, (ir.Break, ir.Continue)) and node.loop in own:
            return type(node)(node.span, own[node.loop])
        if isinstance(node, ir.Loop):
            own[node.id] = ir.LoopId()
            copy = replace(with_children(node, change), id=own[node.id])
            innermost = not any(isinstance(s, ir.Loop) for s in copy.body)
            return replace(copy, unroll=rounds_at_once(copy)) if innermost else copy
        if isinstance(node, ir.Call) and node in calm:
            return unchecked(calm[node], tuple([change(arg) for arg in node.args]))
        return with_children(node, change)

    return change(outer)
