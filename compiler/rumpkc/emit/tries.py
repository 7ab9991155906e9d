"""`try` statements: the body becomes a function of its own, so that an exception can drop it as a whole.

    try:                      %code = call i64 @rt_try(ptr @f.try1, ptr %frame)     the body, under a handler record
        body                  switch %code: 0 fell through, 1 return (the value is in the frame),
    except E as e:                          2… a break or continue of a loop outside, -1 an exception
        handler               -1: test rt_current()'s class, run a handler, or rt_reraise

Locals that both the body and the code around it use lie in one struct of the function, the frame, whose address the
body gets. So do variables of a `try` inside a loop, which may live from one round to the next. `rt_try` and `rt_throw`
are assembly (boot/<arch>/try.S, targets/host): a raise restores the stack of the newest rt_try, which then gives -1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rumpkc.emit import convert, generators
from rumpkc.emit.body import Body, Handling
from rumpkc.emit.layout import Layout, quoted, struct_offsets
from rumpkc.ir import nodes as ir
from rumpkc.ir.suspend import yields
from rumpkc.ir.walk import CHILD_FIELDS, local_of, walk
from rumpkc.types.types import ArrayType, Type

if TYPE_CHECKING:
    from rumpkc.emit.alias import AliasTags

FELL_THROUGH, RETURN, FIRST_LOOP_EXIT, EXCEPTION = 0, 1, 2, -1
RETURN_KEY = ("return", None)


class Frame:
    """The struct of one function: the pending return value, then the locals that outlined bodies share."""

    def __init__(self, function: ir.Function, layout: Layout, shared: list[ir.Local]) -> None:
        self.struct = f"%{quoted('frame.' + function.symbol)}"
        self.itself = None                       # of a generator: the local that holds the object
        self.index = {local: number for number, local in enumerate(shared, 1)}
        result = layout.result(function.result)
        self.result_type = "i8" if result == "void" else result
        shapes = [self.result_type, *(layout.register(local.type) for local in shared)]
        layout.definitions.append(f"{self.struct} = type {{ {', '.join(shapes)} }}")
        types: list[Type] = [function.result, *(local.type for local in shared)]
        sizes = [(8, 8) if isinstance(t, ArrayType) else (layout.size(t), layout.align(t)) for t in types]
        self._offsets = struct_offsets(sizes)

    def offset(self, index: int) -> int:
        """Where a member lies, in bytes from the start of the frame."""
        return self._offsets[index]

    def tag(self, local: ir.Local, alias: AliasTags) -> str:
        """The alias tag of accesses to a local."""
        return alias.frame


def plan_frame(function: ir.Function, layout: Layout, has_try: bool) -> Frame | generators.ObjectFrame | None:
    """The frame of a function, or None if it has no `try`. A generator's is its object."""
    assert function.body is not None
    if function.kept is not None:
        return generators.ObjectFrame(function, layout, function.kept)
    if not has_try:
        return None
    uses: dict[ir.Local, set[int]] = {param: {0} for param in function.params}
    lasting: set[ir.Local] = set()
    regions = [0]

    def visit(node: ir.Node, region: int, in_loop: bool) -> None:
        if (local := local_of(node)) is not None:
            uses.setdefault(local, set()).add(region)
            if region and in_loop and not local.name.startswith("."):
                lasting.add(local)
        in_loop = in_loop or isinstance(node, ir.Loop)
        is_try = isinstance(node, (ir.TryExcept, ir.TryFinally))
        for name in CHILD_FIELDS[type(node)]:
            below = getattr(node, name)
            inner = region
            if is_try and name == "body":
                regions.append(len(regions))
                inner = regions[-1]
            for child in below if isinstance(below, tuple) else () if below is None else (below,):
                visit(child, inner, in_loop)

    for statement in function.body:
        visit(statement, 0, False)
    return Frame(function, layout, [local for local, where in uses.items() if len(where) > 1 or local in lasting])


# Leaving a statement early

def leave(body: Body, kind: str, loop: ir.LoopId) -> None:
    """Break or continue `loop`, which may lie outside the outlined body."""
    end_handlers(body, loop)
    if loop in body.loops:
        end, step = body.loops[loop]
        body.jump(end if kind == "break" else step)
    elif not body.dead:
        key = (kind, loop)
        code = body.exits.setdefault(key, FIRST_LOOP_EXIT + sum(1 for k in body.exits if k != RETURN_KEY))
        body.end(f"ret i64 {code}")


def leave_with(body: Body, value: str | None) -> None:
    """Return from the function with a value in register form (None: no result)."""
    if body.dead:
        return
    function = body.function
    shape = body.layout.result(function.result)
    if body.parent is None:
        end_handlers(body, None)
        body.end("ret void" if shape == "void" or value is None else f"ret {shape} {value}")
        return
    if shape != "void" and value is not None:
        body.do(f"store {shape} {value}, ptr {body.frame_field(0, 'result')}{body.module.alias.frame}")
    _leave_pending(body)


def _leave_pending(body: Body) -> None:
    """Return from the function with the value that is already in the frame."""
    end_handlers(body, None)
    if body.parent is not None:
        body.exits[RETURN_KEY] = RETURN
        body.end(f"ret i64 {RETURN}")
        return
    shape = body.layout.result(body.function.result)
    if shape == "void":
        body.end("ret void")
    else:
        value = body.value(f"load {shape}, ptr {body.frame_field(0, 'result')}{body.module.alias.frame}")
        body.end(f"ret {shape} {value}")


def _follow(body: Body, key: tuple[str, ir.LoopId | None]) -> None:
    """Go on with an early exit that an inner body asked for."""
    kind, loop = key
    if key == generators.YIELD_KEY:
        generators.suspend(body)
    elif loop is None:
        _leave_pending(body)
    else:
        leave(body, kind, loop)


# What is being handled: it becomes the context of exceptions that are raised meanwhile

def handled(body: Body) -> str:
    return body.value(f"call ptr @{body.module.runtime('rt_handled')}()")


def handle(body: Body, exception: str) -> None:
    body.do(f"call void @{body.module.runtime('rt_handle')}(ptr {exception})")


def end_handlers(body: Body, loop: ir.LoopId | None, suspended: bool = False) -> None:
    """Leave the handlers that lie within `loop`, or all of them: what was handled before the outermost goes on.

    `suspended`: a generator is left at a `yield`, and its handlers go on later.
    """
    for handling in body.handlers:
        if loop is None or loop in handling.loops or loop not in body.loops:
            if suspended:
                handle(body, _before(body, handling))
            else:
                _end(body, handling)
            break


def _end(body: Body, handling: Handling) -> None:
    """The handler is done. In a program that holds generators (types/closing.py), what its exception held ends."""
    name = "rt_handle_end" if "rt_handle_end" in body.module.whole.defined else "rt_handle"
    body.do(f"call void @{body.module.runtime(name)}(ptr {_before(body, handling)})")


def _before(body: Body, handling: Handling) -> str:
    return body.value(f"load ptr, ptr {handling.before}") if handling.kept else handling.before


# The statements

@dataclass(frozen=True, slots=True)
class Entered:
    """An outlined body that was entered: the code that came back, what its values stand for, what was handled before,
    and the generator that ran."""

    code: str
    exits: dict[tuple[str, ir.LoopId | None], int]
    before: str
    running: str


def _run(body: Body, statements: tuple[ir.Stmt, ...]) -> Entered:
    """Outline `statements` and enter them through rt_try."""
    from rumpkc.emit.stmt import emit_block

    module = body.module
    inner, symbol = module.outlined(body)
    dispatch = generators.Dispatch(inner) if body.function.kept is not None and yields(*statements) else None
    emit_block(inner, statements)
    inner.end(f"ret i64 {FELL_THROUGH}")
    if dispatch is not None:
        dispatch.finish()
        enter = body.new_label()
        body.jump(enter)
        body.place(generators.resume_label(body, [number for number, _ in inner.resumes]))
        generators.handle_again(body)
        body.place(enter)
    module.finish_outlined(inner, symbol)
    before = handled(body)
    running = body.value(f"call i64 @{module.runtime('rt_running')}()")
    position = body.dbg
    if body.scope is not None:
        body.dbg = body.scope.try_location(body.line_number)
    code = body.value(f"call i64 @{module.runtime('rt_try')}(ptr @{quoted(symbol)}, ptr %frame)")
    body.dbg = position
    exits = inner.exits
    if generators.YIELD_KEY in exits:
        left, went_on = body.new_label(), body.new_label()
        body.branch(body.value(f"icmp eq i64 {code}, {exits.pop(generators.YIELD_KEY)}"), left, went_on)
        body.place(left)
        generators.suspend(body)
        body.place(went_on)
    return Entered(code, exits, before, running)


def _caught(body: Body, entered: Entered) -> str:
    """The exception that came out of a body; it ends the generators that it has left."""
    return body.value(f"call ptr @{body.module.runtime('rt_current')}(i64 {entered.running})")


def emit_try_except(body: Body, node: ir.TryExcept) -> None:
    """`try … except … else …`."""
    from rumpkc.emit.stmt import emit_block

    entered = _run(body, node.body)
    code, exits = entered.code, entered.exits
    through, caught, end = body.new_label(), body.new_label(), body.new_label()
    labels = {key: body.new_label() for key in exits}
    body.switch(code, caught, [(FELL_THROUGH, through), *((exits[key], label) for key, label in labels.items())])
    for key, label in labels.items():
        body.place(label)
        _follow(body, key)
    body.place(caught)
    exception = _caught(body, entered)
    handling = _handling(body, node, exception, entered.before)
    for handler in node.handlers:
        _handler(body, handler, exception, handling, end)
    body.do(f"call void @{body.module.runtime('rt_reraise')}(ptr {exception}) #{body.module.cold_call}")
    body.end("unreachable")
    body.place(through)
    emit_block(body, node.orelse)
    body.place(end)


def _handling(body: Body, node: ir.TryExcept | ir.TryFinally, exception: str, before: str) -> Handling:
    """What the handlers or the final statements of `node` go by; in the object where a generator is left in them."""
    below = node.handlers if isinstance(node, ir.TryExcept) else node.final
    loops = frozenset(body.loops)
    if body.function.kept is None or not yields(*below):
        return Handling(before, exception, loops)
    places = generators.kept_places(body, node)
    body.do(f"store ptr {before}, ptr {places['before']}")
    body.do(f"store ptr {exception}, ptr {places['error']}")
    return Handling(places["before"], places["error"], loops, kept=True)


def _handler(body: Body, handler: ir.Handler, exception: str, handling: Handling, end: str) -> None:
    """Test the classes of one handler and run it; goes on to the next test otherwise."""
    from rumpkc.emit.stmt import emit_block

    body.at(handler.span)
    run, after = body.new_label(), body.new_label()
    for cls in handler.classes:
        other = body.new_label()
        body.branch(convert.reference_is_instance(body, exception, cls), run, other)
        body.place(other)
    body.jump(after if handler.classes else run)
    body.place(run)
    body.do(f"store ptr {exception}, ptr {body.slot(handler.local)}{body.frame_tag(handler.local)}")
    handle(body, exception)
    body.handlers.append(handling)
    emit_block(body, handler.body)
    body.handlers.pop()
    _end(body, handling)
    body.jump(end)
    body.place(after)


def emit_try_finally(body: Body, node: ir.TryFinally) -> None:
    """`try … finally …`: the final statements run once, on every way out, then the way out goes on."""
    from rumpkc.emit.stmt import emit_block

    entered = _run(body, node.body)
    code, exits = entered.code, entered.exits
    shape = body.layout.result(body.function.result)
    keeps_result = RETURN_KEY in exits and shape != "void" and _has_return_in_try(node.final)
    result = body.value(f"load {shape}, ptr {body.frame_field(0, 'result')}") if keeps_result else ""
    exception = body.alloca("ptr", "exception")
    body.do(f"store ptr null, ptr {exception}")
    raised, final = body.new_label(), body.new_label()
    body.branch(body.value(f"icmp eq i64 {code}, {EXCEPTION}"), raised, final)
    body.place(raised)
    current = _caught(body, entered)
    body.do(f"store ptr {current}, ptr {exception}")
    handle(body, current)
    body.place(final)
    pending = body.value(f"load ptr, ptr {exception}")
    handling = _handling(body, node, pending, entered.before)
    code_place = generators.kept_places(body, node)["code"] if handling.kept else ""
    if handling.kept:
        body.do(f"store i64 {code}, ptr {code_place}")
    body.handlers.append(handling)
    emit_block(body, node.final)
    body.handlers.pop()
    if handling.kept:
        code = body.value(f"load i64, ptr {code_place}")
        pending = body.value(f"load ptr, ptr {handling.error}")
    again, end = body.new_label(), body.new_label()
    labels = {key: body.new_label() for key in exits}
    body.switch(code, end, [(EXCEPTION, again), *((exits[key], label) for key, label in labels.items())])
    body.place(again)
    body.do(f"call void @{body.module.runtime('rt_reraise')}(ptr {pending}) #{body.module.cold_call}")
    body.end("unreachable")
    for key, label in labels.items():
        body.place(label)
        if keeps_result and key == RETURN_KEY:
            body.do(f"store {shape} {result}, ptr {body.frame_field(0, 'result')}")
        _follow(body, key)
    body.place(end)


def _has_return_in_try(statements: tuple[ir.Stmt, ...]) -> bool:
    """Whether a `return` inside a `try` of the final statements could overwrite the pending result."""
    tries = [node for node in walk(statements) if isinstance(node, (ir.TryExcept, ir.TryFinally))]
    return any(isinstance(node, ir.Return) for node in walk(tries))
