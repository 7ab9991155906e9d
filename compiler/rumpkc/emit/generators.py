"""Generators: one function makes the object go on, and everything that outlives a suspension lies in the object.

    def f(n):                  object f.generator: header, fields of lib.core.iterator.Generator, n, i
        for i in range(n):     f.resume(%frame):  switch %frame.state: 0 start, 1 resume1
            yield i            start:             …; item = i; state = 1; end with true
                               resume1:           raise what was thrown, if something was; …
                               finished:          state = -1; end with false

A `yield` in a `try` leaves the outlined body with a code of its own. To go on, the function around it enters rt_try
with the same body again, which jumps by the state as well. So nothing is on the stack of a suspended generator.
While it is suspended, what its caller handles is being handled; its own handlers' exceptions lie in the object.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rumpkc.emit.layout import Layout
from rumpkc.ir import nodes as ir
from rumpkc.ir.suspend import yields
from rumpkc.ir.walk import CHILD_FIELDS, local_of, walk
from rumpkc.types.generators import kept_type
from rumpkc.types.types import INT, ClassInst, OptionalType, Type

if TYPE_CHECKING:
    from rumpkc.emit.alias import AliasTags
    from rumpkc.emit.body import Body

FINISHED = -1
YIELD_KEY = ("yield", None)
Place = tuple[int, int]                  # a list of statements, and a place in it; -1: bound on entry
Path = tuple[Place, ...]


class ObjectFrame:
    """The generator object as the frame that the function and its outlined `try` bodies share."""

    def __init__(self, function: ir.Function, layout: Layout, fields: dict[ir.Local, str]) -> None:
        cls = function.params[0].type
        assert isinstance(cls, ClassInst)
        self.cls, self.itself, self.layout = cls, function.params[0], layout
        self.fields = fields
        self.struct = layout.object(cls)
        self.index = {local: layout.field_index(cls, name) for local, name in fields.items()}
        self._by_index = {layout.field_index(cls, name): name for name in cls.fields}

    def offset(self, index: int) -> int:
        """Where a member lies, in bytes from the start of the object."""
        return self.layout.field_offset(self.cls, self._by_index[index])

    def tag(self, local: ir.Local, alias: AliasTags) -> str:
        """The alias tag of accesses to a local."""
        return alias.field(self.cls, self.fields[local])


# Planning: what lies in the object

@dataclass(slots=True)
class _Uses:
    """Where the locals of a generator are used, and where it yields. A path leads through the lists of statements."""

    paths: dict[ir.Local, list[Path]] = field(default_factory=dict)
    regions: dict[ir.Local, set[int]] = field(default_factory=dict)
    yields: list[Path] = field(default_factory=list)
    sets: dict[Place, ir.SetLocal] = field(default_factory=dict)
    blocks: int = 0
    tries: int = 0

    def block(self, body: tuple[ir.Node, ...], path: Path, region: int, bound: ir.Local | None = None) -> None:
        self.blocks += 1
        here = self.blocks
        if bound is not None:
            self._use(bound, (*path, (here, -1)), region)
        for index, node in enumerate(body):
            if isinstance(node, ir.SetLocal):
                self.sets[here, index] = node
            self.node(node, (*path, (here, index)), region)

    def node(self, node: ir.Node, path: Path, region: int) -> None:
        if isinstance(node, ir.Yield):
            self.yields.append(path)
        if (local := local_of(node)) is not None and not isinstance(node, ir.Handler):
            self._use(local, path, region)
        for name in CHILD_FIELDS[type(node)]:
            below = getattr(node, name)
            inner = region
            if isinstance(node, (ir.TryExcept, ir.TryFinally)) and name == "body":
                self.tries += 1
                inner = self.tries
            if isinstance(below, tuple) and (not below or isinstance(below[0], ir.Stmt)):
                self.block(below, path, inner, node.local if isinstance(node, ir.Handler) else None)
            else:
                for child in below if isinstance(below, tuple) else () if below is None else (below,):
                    self.node(child, path, inner)

    def _use(self, local: ir.Local, path: Path, region: int) -> None:
        self.paths.setdefault(local, []).append(path)
        self.regions.setdefault(local, set()).add(region)

    def outlives(self, local: ir.Local) -> bool:
        """Whether the value of a local may be needed after a suspension, or in another function."""
        if len(self.regions[local]) > 1:
            return True
        paths = self.paths[local]
        depth = 0
        while all(len(p) > depth + 1 and p[depth] == paths[0][depth] for p in paths):
            depth += 1
        if any(len(p) <= depth or p[depth][0] != paths[0][depth][0] for p in paths):
            depth -= 1                    # uses in several lists below one statement
            if depth < 0:
                return True
        block = paths[0][depth][0]
        first, last = min(p[depth][1] for p in paths), max(p[depth][1] for p in paths)
        around = paths[0][:depth]
        if any(y[:depth] == around and len(y) > depth and y[depth][0] == block and first <= y[depth][1] <= last
               for y in self.yields):
            return True
        setter = self.sets.get((block, first))
        begins = first == -1 or setter is not None and setter.local is local and not _reads(setter.value, local)
        return not begins and not local.name.startswith(".t")


def _reads(node: ir.Node, local: ir.Local) -> bool:
    return any(local_of(below) is local for below in walk([node]))


def plan(function: ir.Function) -> None:
    """Give the object of a generator a field for everything that outlives a suspension."""
    assert function.body is not None and function.kept is not None
    cls = function.params[0].type
    assert isinstance(cls, ClassInst)
    uses = _Uses()
    uses.block(function.body, (), 0)
    for local in uses.paths:
        if local is not cls and local not in function.kept and local is not function.params[0] and \
                uses.outlives(local):
            function.kept[local] = f"{local.name}.{len(function.kept)}"
            cls.fields[function.kept[local]] = kept_type(local.type)
    error = _error_type(cls)
    for number, node in enumerate(walk(function.body)):
        if isinstance(node, ir.TryExcept) and any(map(yields, node.handlers)) or \
                isinstance(node, ir.TryFinally) and yields(*node.final):
            for name, t in (("before", error), ("error", error), ("code", INT)):
                cls.fields[f".{name}.{number}"] = t


def _error_type(cls: ClassInst) -> Type:
    found = cls.fields["_it_thrown"]
    assert isinstance(found, OptionalType)
    return found


def kept_places(body: Body, node: ir.TryExcept | ir.TryFinally) -> dict[str, str]:
    """The addresses of the fields that `plan` made for the handlers or the final statements of `node`."""
    function = body.function
    assert function.body is not None and isinstance(body.frame, ObjectFrame)
    number = next(n for n, other in enumerate(walk(function.body)) if other is node)
    cls = body.frame.cls
    return {name: body.frame_field(body.layout.field_index(cls, f".{name}.{number}"), name)
            for name in ("before", "error", "code")}


# Going on and leaving

def field_address(body: Body, name: str) -> tuple[str, str]:
    """Address and alias tag of one of the object's own fields."""
    assert isinstance(body.frame, ObjectFrame)
    cls = body.frame.cls
    return body.frame_field(body.layout.field_index(cls, name), name), body.module.alias.field(cls, name)


def set_state(body: Body, number: int) -> None:
    address, tag = field_address(body, "_it_state")
    body.do(f"store i64 {number}, ptr {address}{tag}")


class Dispatch:
    """The jump to where the generator goes on; its targets are known when the code behind it has been written."""

    def __init__(self, body: Body) -> None:
        self.body = body
        address, tag = field_address(body, "_it_state")
        self.state = body.value(f"load i64, ptr {address}{tag}")
        self.start = body.new_label("start")
        self.at = len(body.lines)
        body.jump(self.start)
        body.place(self.start)

    def finish(self) -> None:
        """Write the jump."""
        rows = " ".join(f"i64 {number}, label %{label}" for number, label in self.body.resumes)
        position = self.body.lines[self.at].partition(f"%{self.start}")[2]
        self.body.lines[self.at] = f"  switch i64 {self.state}, label %{self.start} [ {rows} ]{position}"


def emit_suspendable(body: Body, node: ir.Suspendable) -> None:
    """The body of a generator."""
    from rumpkc.emit.stmt import emit_block

    finished, end = body.new_label("finished"), body.new_label()
    body.loops[node.id] = (finished, finished)
    body.suspended = end
    dispatch = Dispatch(body)
    emit_block(body, node.body)
    body.place(finished)
    set_state(body, FINISHED)
    dispatch.finish()
    body.place(end)


def emit_yield(body: Body, node: ir.Yield) -> None:
    """Leave the generator, and the place where it goes on."""
    number = body.module.next_state(body.function)
    set_state(body, number)
    suspend(body)
    body.place(resume_label(body, [number]))
    if body.parent is not None:
        set_state(body, 0)               # the next time that this `try` is entered, it starts at its beginning
    handle_again(body)
    if not node.delegates:
        _raise_thrown(body)


def resume_label(body: Body, numbers: list[int]) -> str:
    """A label that the dispatch of `body` jumps to in these states."""
    label = body.new_label("resume")
    body.resumes += [(number, label) for number in numbers]
    body.name_target(label)
    return label


def suspend(body: Body) -> None:
    """Leave the function, or the outlined body, with the state as it is."""
    from rumpkc.emit.tries import FIRST_LOOP_EXIT, RETURN_KEY, end_handlers

    end_handlers(body, None, suspended=True)
    if body.parent is None:
        body.jump(body.suspended)
        return
    code = body.exits.setdefault(YIELD_KEY, FIRST_LOOP_EXIT + sum(1 for k in body.exits if k != RETURN_KEY))
    body.end(f"ret i64 {code}")


def handle_again(body: Body) -> None:
    """Where the generator goes on inside of handlers: theirs is what is being handled."""
    from rumpkc.emit.tries import handle, handled

    if not body.handlers:
        return
    outer = body.parent
    while outer is not None and not outer.handlers:
        outer = outer.parent
    first, last = body.handlers[0], body.handlers[-1]
    if outer is None:
        body.do(f"store ptr {handled(body)}, ptr {first.before}")
    error = body.value(f"load ptr, ptr {last.error}")
    before = body.value(f"load ptr, ptr {last.before}")
    handle(body, body.value(f"select i1 {body.value(f'icmp eq ptr {error}, null')}, ptr {before}, ptr {error}"))


def _raise_thrown(body: Body) -> None:
    """What `throw` or `close` brought is raised where the generator goes on."""
    if not body.module.throws:
        return
    address, tag = field_address(body, "_it_thrown")
    thrown = body.value(f"load ptr, ptr {address}{tag}")
    go, stop = body.new_label(), body.new_label()
    body.branch(body.value(f"icmp eq ptr {thrown}, null"), go, stop)
    body.place(stop)
    body.do(f"store ptr null, ptr {address}{tag}")
    body.do(f"call void @{body.module.runtime('rt_raise')}(ptr {thrown}) #{body.module.cold_call}")
    body.end("unreachable")
    body.place(go)
