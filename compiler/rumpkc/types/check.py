"""The type checker: from trees to the typed IR of everything that the roots reach.

    def half(x: int) -> int:            Function half(x: int) -> int
        return x // 2            ->         Return Call int_floordiv(LocalGet x, Const 2)

Function bodies are checked when something first calls them, once for each list of type arguments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from rumpkc.diagnostics import CompileError, Diagnostic, Diagnostics, fail
from rumpkc.ir import nodes as ir
from rumpkc.source import NOWHERE, Span
from rumpkc.syntax import tree
from rumpkc.targets.target import TARGET_NAMES
from rumpkc.types import (
    calls,
    class_decorators,
    class_facts,
    class_values,
    classes,
    closing,
    closures,
    frozen_tests,
    function_identity,
    function_names,
    generators,
    implied,
    iterators,
    kept_members,
    one_class,
    lambdas,
    object_new,
    own_types,
    scopes,
    structural,
    synth,
    tries,
    vtables,
    wide_literals,
)
from rumpkc.types.bindings import declared
from rumpkc.types.convert import coerce, unknown_lambda
from rumpkc.types.entries import check_symbols
from rumpkc.types.function_identity import FunctionsCompared
from rumpkc.types.fx import Deferred, Fx, Hints, Restart, bound_names, partials
from rumpkc.types.globals import initialise_later
from rumpkc.types.literals import fold_test
from rumpkc.types.open_shapes import Place, Shape
from rumpkc.types.signature import own_type_params
from rumpkc.types.symbols import ClassInfo, FuncInfo, FuncInst, ImportRef, ModuleInfo, VarInfo
from rumpkc.types.types import BOOL, INT, NEVER, NONE, USIZE, ClassInst, OptionalType
from rumpkc.types.unions import holds_none
from rumpkc.types.world import World

MAX_ATTEMPTS = 200
ANY_MEANT = re.compile(r" takes (?:list|dict)\[.*\bobject\b.*, not ")
READINGS = ("ints_in_floats", "sequences_mixed", "texts_in_sequences", "any_held")
RUNTIME = ("rt_new", "rt_alloc", "rt_bytes", "rt_begin", "rt_raise", "rt_reraise", "rt_current", "rt_handled",
           "rt_handle", "rt_uncaught", "rt_overflow", "rt_running")


def typecheck(unit: Any) -> ir.Program:
    """Check `unit` (a Compilation) and build its program. Every error that was found is in `unit.diagnostics`.

    A program that gives an int where `float` is written is read a second time (`real.py`), and so is one that keeps a
    tuple, a text or a range where another place of a `Sequence[T]` keeps a list, and one that gives something else of
    the same kind where `dict[str, Any]` is written, which is an `Any` then. Where that fails as well, the errors that
    both readings have are the program's; where they share none, those of the reading that has fewer.
    """
    from rumpkc.comptime.globals import FrozenGlobals

    comptime = FrozenGlobals(unit)
    first = Diagnostics()
    world = _read(unit, comptime, first)
    unit.ints_for_floats = tuple(d.span for d in first.items if d.is_error and "float" in d.message)
    for wider in _wider_readings(first):
        second = Diagnostics()
        again = _read(unit, comptime, second, **wider)
        if not second.has_errors():
            world, first = again, second
            break
        known = {(d.code, d.span) for d in second.items}
        shared = [d for d in first.items if (d.code, d.span) in known]
        broken = [d for d in second.items if d.code.startswith("E09")]
        first.items = broken or shared or min(first.items, second.items, key=len)
    unit.diagnostics.add(*first.items)
    unit.warnings += world.warnings.items
    unit.world = world
    return world.program


def _wider_readings(found: Diagnostics) -> Iterator[dict[str, bool]]:
    """What else the types of a program may mean whose first reading has found these errors. An error that only one of
    the readings could mend makes that one part of all that are tried."""
    explained = [_could_mend(d.message) for d in found.items if d.is_error]
    needed = frozenset().union(*(names for names in explained if len(names) == 1))
    every = [name for name in READINGS if any(name in e for e in explained)]
    for count in range(1, len(every) + 1):
        for names in combinations(every, count):
            if needed.issubset(names):
                yield dict.fromkeys(names, True)


def _could_mend(words: str) -> frozenset[str]:
    """The readings in which there might be no such error."""
    sequences = " takes list[" in words and (", not tuple[" in words or "set[" in words) or (
        " takes set[" in words and re.search(r", not (?:frozenset|DictKeys|DictItems|KeysView)\[", words) is not None)
    texts = " takes list[" in words and words.endswith((", not str", ", not bytes", ", not range"))
    told = (("ints_in_floats", "float" in words), ("sequences_mixed", sequences), ("texts_in_sequences", texts),
            ("any_held", ANY_MEANT.search(words) is not None))
    return frozenset(name for name, could in told if could)


def _read(unit: Any, comptime: Any, found: Diagnostics, ints_in_floats: bool = False,
          sequences_mixed: bool = False, texts_in_sequences: bool = False, any_held: bool = False) -> World:
    """One reading; a program that compares functions is walked anew, for its closures have to be made for that, and so
    is one of which a walk has found more of its `Callable[..., R]` (`open_shapes.py`)."""
    compared: Span | None = None
    shapes: dict[Place, Shape] | None = None
    tells_all = False
    while True:
        world = World(unit.loader, unit.config, found, unit.target.name, ints_in_floats=ints_in_floats,
                      sequences_mixed=sequences_mixed, texts_in_sequences=texts_in_sequences, any_held=any_held,
                      shapes=shapes)
        world.tells_all = tells_all
        world.refused, world.tainted, world.functions_compared = unit.refused, unit.tainted, compared
        try:
            done = _reading(unit, world, comptime)
        except FunctionsCompared:
            compared = NOWHERE
        else:
            learned = world.shapes.learned()
            if learned is None and done.unsaid and not (tells_all or unit.refused or found.has_errors()):
                tells_all = True
            elif learned is None:
                found.add(*(d for error in world.shapes.waiting for d in error.diagnostics))
                return done
            else:
                shapes = learned
        found.items.clear()


def _reading(unit: Any, world: World, comptime: Any) -> World:
    """One walk over everything that the program reaches. The errors are in `world.diagnostics`."""
    world.comptime = comptime
    if not unit.options.app:
        world.boards = frozenset(part for f in unit.files for part in f.name.split(".")[1:2] if part in TARGET_NAMES)
    if unit.options.app and unit.files:
        world.main_module = unit.files[0].name
    if unit.only_files:
        world.only = frozenset(loaded.name for loaded in unit.files)
    named = [_module(world, loaded) for loaded in unit.files]
    for loaded in unit.roots:
        _roots(world, _module(world, loaded))
    _attempt(world, lambda: _runtime(world))
    if unit.options.app and named:
        _attempt(world, lambda: _app_main(world, named[0]))
    for module in named:
        check_everything(world, module)
    _drain(world)
    _attempt(world, lambda: check_symbols(world, has_start=unit.options.app))
    for module in list(world.modules.values()):
        _attempt(world, lambda module=module: _static_asserts(world, module))
    if not (unit.diagnostics.has_errors() or world.diagnostics.has_errors()):
        _attempt(world, lambda: _finish(world))
    return world


def _module(world: World, loaded: Any) -> ModuleInfo:
    found = world.modules.get(loaded.name)
    return found if found is not None else world.add_module(loaded)


def _attempt(world: World, work: Any) -> None:
    try:
        work()
    except CompileError as error:
        world.diagnostics.add(*error.diagnostics)


def _finish(world: World) -> None:
    _settle_iterators(world)
    while vtables.fill(world):          # which brings bodies that nobody names: overrides in other modules
        _drain(world)
        _settle_iterators(world)
    class_values.settle(world)
    vtables.number(world)
    closures.keep_reached(world)
    if world.names_wanted or world.kinds_wanted or world.key_function is not None:
        values = function_names.values(world)
        function_names.check_kinds(world, values)
        function_names.write(world, values)
        some = {i for held in values.values() for i in held}
        function_identity.write(world, [f for f in world.program.functions if id(f) in some])
    world.frozen_tests.clear()
    wide_literals.check(world)
    class_facts.write(world)
    world.shapes.check(world)
    if world.classes_compared:
        one_class.check(world)
    if world.members_kept or world.members_taken:
        kept_members.check(world)
    defined = {f.symbol for f in world.program.functions if f.body is not None}
    world.program.functions = [f for f in world.program.functions if f.body is not None or f.symbol not in defined]


def _settle_iterators(world: World) -> None:
    closing.settle(world)
    _drain(world)                       # what holds generators
    iterators.keep_reached(world)


def _drain(world: World) -> None:
    while world.queue or world.deferred or world.unfrozen or world.frozen_stale:
        if not world.queue and not world.deferred:
            _attempt(world, lambda: initialise_later(world))
            _attempt(world, lambda: frozen_tests.write_again(world))
            continue
        if not world.queue:
            world.queue.append(world.deferred.popleft())
        inst = world.queue.popleft()
        if world.only and inst.info.module.name not in world.only:
            continue
        if inst in world.checked or world.refused and _is_refused(world, inst):
            continue
        world.current, world.at = inst, inst.info.node.name_span
        world.may_wait = inst
        try:
            check_body(world, inst)
        except Deferred:
            world.deferred.append(inst)
            world.tests_of_objects[inst] = set()
        except CompileError as error:
            if not error.diagnostics:
                world.unsaid.append(inst)
            if implied.may_not_fit(inst):
                implied.does_not_fit(inst, error)
                inst.ir.body = _not_for_these_types(world, inst)
            elif inst.refusal is not None:
                world.diagnostics.add(*inst.refusal.diagnostics)
            elif inst.has_own_types:
                inst.ir.body = own_types.as_written(world, inst)
            else:
                world.diagnostics.add(*(_for_the_caller(inst, d) for d in error.diagnostics))
        world.current, world.at = None, NOWHERE


def _is_refused(world: World, inst: FuncInst) -> bool:
    """Whether something in a signature has been refused before; a body is looked at statement by statement."""
    node = inst.info.node
    inside = node.body[0].span.line if node.body[0].span.line > node.name_span.line else node.span.end_line + 1
    return any(at.within(node.span) and at.line < inside for at in world.refused)


def _not_for_these_types(world: World, inst: FuncInst) -> tuple[ir.Stmt, ...]:
    """The body of a library method that its class's items do not have, such as `repr` of a list of functions."""
    from rumpkc.types.tries import raise_new

    span = inst.info.node.name_span
    words = ir.StrConst(span, world.cls("str"), f"{inst.owner} has no {inst.info.name} in compiled programs")
    return (ir.Eval(span, raise_new(Fx(world, inst.info.module, {}), "TypeError", [words], NEVER, span)),)


def _for_the_caller(inst: FuncInst, found: Diagnostic) -> Diagnostic:
    """An error in the library's generic code says that the program's types do not fit: shown where it asks for them."""
    outer, asked = inst, inst
    while asked is not None and asked.info.module.library:
        outer, asked = asked, asked.wanted_by
    at = outer.wanted_at
    if at.file in ("", found.span.file) or found.code.startswith("E09") or not outer.info.module.library:
        return found
    owner = f"{outer.owner.name}." if outer.owner is not None else ""
    helps = found.help if found.code == "E0357" else f"`{owner}{outer.info.name}` needs it"
    return Diagnostic(found.code, found.message, at, help=helps)


def _roots(world: World, module: ModuleInfo) -> None:
    """Exported functions of a root module and of every module that it imports."""
    todo, seen = [module], {module.name}
    while todo:
        current = todo.pop()
        for symbol in current.names.values():
            if isinstance(symbol, FuncInfo) and (symbol.export or {"entry", "interrupt"} & symbol.attrs):
                _attempt(world, lambda symbol=symbol: world.func(plain(world, symbol)))
        for name in world.imports_of(current):
            if name not in seen:
                seen.add(name)
                todo.append(world.modules[name])


def plain(world: World, info: FuncInfo) -> FuncInfo:
    """`info`, which must have no type variables: something else than a call of the program starts it."""
    if own_type_params(world, info):
        raise fail(
            "E0359",
            f"`{info.name}` is called from outside of the program, so it cannot be generic",
            info.node.name_span,
            help="name the types in its signature",
        )
    return info


def _runtime(world: World) -> None:
    """What the emitter calls by name."""
    for name in RUNTIME:
        world.func(world.function_of("lib.core.runtime", name))
    world.func(world.function_of("lib.core.collector", "rt_collect"))
    for symbol in world.module("lib.core.memory").names.values():
        if isinstance(symbol, FuncInfo) and symbol.export:
            world.func(symbol)


def _app_main(world: World, module: ModuleInfo) -> None:
    """`app_main() -> int`: calls the app's `main` and gives 0 for None."""
    main = module.names.get("main")
    span = Span(module.path, 1, 0, 1, 0)
    if not isinstance(main, FuncInfo):
        raise fail(
            "E0360",
            f"`{module.path}` has no function `main`",
            span,
            help="write `def main() -> int:`; its result is the exit status",
        )
    span = _guard_span(module) or span
    call = _call_of_main(world, main, span)
    frame = ir.Prim(span, USIZE, "frame.address", ())
    begin = ir.Eval(span, ir.Call(span, NONE, world.library("runtime", "rt_begin"), (frame,)))
    flush = ir.Eval(span, ir.Call(span, NONE, world.library("text", "end_output"), ()))
    if call.type is INT or isinstance(call.type, OptionalType):
        code = ir.Local(".code", call.type, span)
        got: ir.Expr = ir.LocalGet(span, call.type, code)
        if call.type is not INT:
            zero = ir.Const(span, INT, 0)
            got = ir.IfExp(span, INT, ir.IsNone(span, BOOL, got), zero, ir.Convert(span, INT, got))
        body: tuple[ir.Stmt, ...] = (begin, ir.SetLocal(span, code, call), flush, ir.Return(span, got))
    else:
        body = (begin, ir.Eval(span, call), flush, ir.Return(span, ir.Const(span, INT, 0)))
    world.program.functions.append(
        ir.Function("app_main", "<module>", (), INT, main.node.span, module.name, body, exported=True)
    )


def _call_of_main(world: World, main: FuncInfo, span: Span) -> ir.Expr:
    """`main()`, whose parameters, if any, have defaults: `def main(argv: Sequence[str] | None = None) -> int`."""
    args = main.node.args
    if all(arg.default is not None for arg in (*args.posonly, *args.args, *args.kwonly)):
        call = calls.call_function(Fx(world, main.module, {}), main, None, (), (), span)
        if call.type in (INT, NONE, NEVER, OptionalType(INT)):
            return call
    raise fail(
        "E0360",
        "`main` takes nothing and returns int or None",
        main.node.name_span,
        help="write `def main() -> int:`",
    )


def _static_asserts(world: World, module: ModuleInfo) -> None:
    """`static_assert(test, "words")` at the top level."""
    for call in module.asserts:
        test = call.args[0] if call.args else None
        holds = fold_test(world, module, test) if test is not None else None
        if holds is None:
            raise fail("E0364", "this static assertion is not known while compiling", call.span,
                       help="compare literals and `Final` integers; `assert` is for values of the running program")
        if not holds:
            words = call.args[1].value if len(call.args) > 1 and isinstance(call.args[1], tree.Constant) else ""
            raise fail("E0363", f"static assertion failed{': ' if words else ''}{words}", call.span)


def _guard_span(module: ModuleInfo) -> Span | None:
    """The place in `if __name__ == "__main__":` that calls `main`: the outermost line of a traceback."""
    for stmt in module.tree.body:
        if scopes.is_main_guard(stmt):
            assert isinstance(stmt, tree.If)
            return stmt.body[0].span
    return None


def check_everything(world: World, module: ModuleInfo) -> None:
    """Check what a named file defines, whether or not something calls it; generic code is checked where it is used."""
    for symbol in list(module.names.values()):
        if isinstance(symbol, FuncInfo) and symbol.module is module:
            _attempt(world, lambda symbol=symbol: _check_function(world, symbol, None))
        elif isinstance(symbol, ClassInfo) and symbol.module is module and not symbol.type_params:
            _attempt(world, lambda symbol=symbol: _check_class(world, symbol))
        elif isinstance(symbol, VarInfo) and symbol.module is module and not symbol.beside:
            from rumpkc.types import globals as module_globals

            _attempt(world, lambda symbol=symbol: _check_variable(world, symbol, module_globals))
        elif isinstance(symbol, ImportRef):
            _attempt(world, lambda symbol=symbol: world.resolve(symbol))


def _check_variable(world: World, var: VarInfo, module_globals: Any) -> None:
    from rumpkc.types.literals import fold_variable

    if var.decorated is not None:
        if var.decorated.owner is None:
            _check_function(world, var.decorated, None)
        module_globals.storage(world, var)
    elif not module_globals.is_alias(world, var) and fold_variable(world, var) is None:
        found = module_globals.type_of(world, var)
        if var.value is not None and var.annotation is not None:
            module_globals.constant_value(world, var, found)


def _check_function(world: World, info: FuncInfo, owner: ClassInst | None) -> None:
    own = own_type_params(world, info)
    targs = structural.stand_ins(world, info, owner)
    if targs is not None and (not own or info.owner is None or info.owner.kind != "protocol"):
        from rumpkc.types.calls import default_value

        inst = world.func(info, owner, targs)
        for param in inst.params:
            if param.default is not None and not _says_only_that(info, param.default):
                fx = Fx(world, info.module, inst.env, inst)
                _attempt(world, lambda fx=fx, param=param: default_value(fx, info, param))


def _says_only_that(info: FuncInfo, default: tree.Expr) -> bool:
    """Whether a default is the `...` of a protocol: its classes say which it is, and this one is never used."""
    of_protocol = info.owner is not None and info.owner.kind == "protocol"
    return of_protocol and isinstance(default, tree.Constant) and default.kind == "ellipsis"


def _check_class(world: World, info: ClassInfo) -> None:
    cls = world.inst(info)
    classes.fields_of(world, cls)
    for member in list(info.members.values()):
        if isinstance(member, VarInfo) and info.kind not in ("mmio", "enum", "record"):
            from rumpkc.types import globals as module_globals

            _attempt(world, lambda member=member: _check_variable(world, member, module_globals))
        if isinstance(member, FuncInfo) and not member.abstract and not (cls.by_value and member.name == "__init__"):
            if synth.may_not_fit(cls, member):
                continue        # an error only where it is called
            if member.name == class_decorators.HOOK and class_decorators.given_by_hook(member):
                continue        # it runs while compiling, and gives what no compiled code could
            if member.name == object_new.NAME:
                _attempt(world, lambda member=member: object_new.check_definition(info, member))
            _attempt(world, lambda member=member: _check_function(world, member, cls))
            for more in (member.setter, member.deleter):
                if more is not None:
                    _attempt(world, lambda more=more: _check_function(world, more, cls))


# One body


def check_now(world: World, inst: FuncInst) -> None:
    """Check a body before its turn, in the middle of something else."""
    if inst.ir.body is None and inst not in world.checked:
        world.checked.add(inst)
        current, at = world.current, world.at
        world.current = inst
        check_body(world, inst)
        world.current, world.at = current, at


def check_body(world: World, inst: FuncInst) -> None:
    """Check one function instance and give its IR function a body."""
    if generators.is_generator(inst.info):
        generators.check(world, inst)
        return
    hints = Hints()
    world.in_progress.add(inst)
    try:
        for _ in range(MAX_ATTEMPTS):
            fx = body_context(world, inst, hints)
            try:
                inst.ir.body = checked_body(fx, inst)
                return
            except Restart:
                continue
    finally:
        world.in_progress.discard(inst)
    raise lambdas.endless(inst.info, hints.displays.values())


def body_context(world: World, inst: FuncInst, hints: Hints) -> Fx:
    """A fresh context with the parameters declared."""
    node = inst.info.node
    fx = Fx(world, inst.info.module, inst.env, inst, hints)
    fx.globals = declared(tree.Global, node.body)
    fx.assigned = set(bound_names(inst.info) - fx.globals)
    for local in inst.ir.params:
        fx.vars[local.name] = closures.parameter(fx, local)
        fx.state.bound.add(local.name)
        fx.assigned.add(local.name)
    class_values.bind_params(fx, inst.params)
    if inst.info.kind == "class" and inst.owner is not None:
        from rumpkc.types.signature import first_arg_name

        fx.env = {**fx.env, first_arg_name(inst.info): inst.owner}
    return fx


def checked_body(fx: Fx, inst: FuncInst) -> tuple[ir.Stmt, ...]:
    """Check the body that `fx` is made for, and the functions inside it."""
    try:
        out = _body(fx, inst)
    except CompileError as error:
        try:
            closures.check_pending(fx)      # what a function inside tells about a variable may be what was missing
        except CompileError as more:
            raise CompileError(*error.diagnostics, *more.diagnostics) from None
        raise
    return out


def _body(fx: Fx, inst: FuncInst) -> tuple[ir.Stmt, ...]:
    from rumpkc.types.stmts import body_of

    node = inst.info.node
    out: list[ir.Stmt] = []
    stmts = body_of(fx, node.body)
    closures.check_pending(fx)
    unsettled(fx)
    out += closures.prologue(fx, inst.locals, node.name_span)
    out += begin_flags(fx)
    out += stmts
    if not fx.state.dead and inst.result is not NONE:
        if is_stub(node) and (inst.info.abstract or (inst.info.owner and inst.info.owner.kind == "protocol")):
            return (ir.Eval(node.span, ir.Prim(node.span, NEVER, "trap", ())),)
        if fx.state.swallowed and not holds_none(inst.result):
            return (*out, *tries.swallowed_end(fx, inst.info.name, inst.result, node.name_span))
        if inst.result is NEVER:
            raise fail("E0361", f"`{inst.info.name}` is `Never`, but its end is reached", node.name_span)
        if not holds_none(inst.result):
            raise fail(
                "E0362",
                f"`{inst.info.name}` can end without returning {inst.result}",
                node.name_span,
                help="return a value, or raise, on every path",
            )
        none = coerce(fx, ir.Const(node.span, NONE, None), inst.result, node.span)
        out.append(ir.Return(node.span, none))
    return tuple(out)


def begin_flags(fx: Fx) -> list[ir.Stmt]:
    """No variable but the parameters is bound in the beginning, where it is in doubt later."""
    flags = {var.flag: var.parameter for name, var in fx.vars.items() if var.flag and name in fx.hints.flagged}
    return [ir.SetLocal(flag.span, flag, ir.Const(flag.span, flag.type, bound)) for flag, bound in flags.items()]


def unsettled(fx: Fx) -> None:
    """E0321 for every empty display whose items nothing has told."""
    for name, var in fx.vars.items():
        for t in partials(var.local.type):
            if t.kind == "lambda":
                raise unknown_lambda(t)
            help_ = f"write `{name}: {t.kind}[…] = …`" if t is var.local.type else "give it a variable with a type"
            raise fail("E0321", f"the type of this empty {t.kind} is not known", t.span, help=help_)
    for t in fx.unsettled:
        if t.kind == "lambda":
            raise unknown_lambda(t)
        raise fail(
            "E0321",
            f"the type of this empty {t.kind} is not known",
            t.span,
            help="give it a variable with a type",
        )


def is_stub(node: tree.FunctionDef) -> bool:
    """A body of nothing but a docstring, `...` or `pass`."""
    return all(
        isinstance(s, tree.Pass) or (isinstance(s, tree.ExprStmt) and isinstance(s.value, tree.Constant))
        for s in node.body
    )


def discover_fields(world: World, cls: ClassInst, func: FuncInfo) -> None:
    """Run the checker over a method only to learn the types of the fields that it gives to `self`."""
    from rumpkc.types.stmts import body_of

    targs = structural.stand_ins(world, func, cls)
    if targs is None:
        return
    inst = world.func(func, cls, targs)
    hints = Hints()
    for _ in range(MAX_ATTEMPTS):
        fx = body_context(world, inst, hints)
        fx.discovering = cls
        try:
            body_of(fx, inst.info.node.body)
            return
        except Restart:
            continue
        except CompileError:
            return  # the errors are reported when the method itself is checked
