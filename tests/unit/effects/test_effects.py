"""Effects on small hand-made programs: what starts one, what passes it on and stops it, and the path in the message."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "emit"))

from build import HERE, INT, NEVER, NONE, at, cls, ev, function, get, num, prim, put, ret, yes  # noqa: E402

from rumpkc.effects.check import check_effects  # noqa: E402
from rumpkc.ir import nodes as ir  # noqa: E402
from rumpkc.names.config import Config  # noqa: E402
from rumpkc.types.types import FuncType  # noqa: E402

ERROR = cls("Error")
NODE = cls("Node")


def allocating(name: str = "make") -> ir.Function:
    made = ir.Local("n", NODE)
    return function(name, [], NONE, [ir.SetLocal(at(9), made, ir.New(at(9), NODE))], exported=False)


def calling(name: str, callee: ir.Function, *attrs: str, line: int = 1) -> ir.Function:
    return function(name, [], NONE, [ir.Eval(at(line), ir.Call(at(line), NONE, callee, ()))], *attrs, exported=False)


def messages(*functions: ir.Function, **rest) -> list[str]:
    program = ir.Program(list(functions), globals=rest.get("globals_", []), classes=rest.get("classes", []),
                         vtables=rest.get("vtables", {}))
    return [f"{d.code} {d.message}" for d in check_effects(program)]


def test_the_path_is_shown() -> None:
    make = allocating("append")
    fmt = calling("format", make, line=7)
    log = calling("log", fmt, line=5)
    handler = calling("irq_handler", log, "noalloc", line=3)
    program = ir.Program([make, fmt, log, handler])
    [found] = check_effects(program)
    assert found.code == "E0501"
    assert found.message == ("`irq_handler` promises not to allocate, but does: "
                             "irq_handler -> log -> format -> append allocates")
    assert [(label.span.line, label.text) for label in found.labels] == [
        (3, "`irq_handler` calls `log`"), (5, "`log` calls `format`"), (7, "`format` calls `append`"),
        (9, "`append` allocates here")]


def test_a_kept_promise_is_silent() -> None:
    assert messages(function("f", [], INT, [ret(num(1))], "noalloc", "noraise", "nonblocking"), allocating()) == []


def test_a_package_promises_for_its_functions() -> None:
    make = allocating()
    program = ir.Program([make, calling("f", make)])
    own = program.functions[0].module
    assert check_effects(program, Config(noalloc=("somewhere",))) == []
    found = check_effects(program, Config(noalloc=(own,)))
    assert [d.code for d in found] == ["E0501", "E0501"] and "toolchain.toml" in found[0].note


def test_recursion_ends() -> None:
    f = function("f", [], NONE, None, "noalloc", exported=False)
    g = calling("g", f)
    f.body = (ev(ir.Call(HERE, NONE, g, ())),)
    assert messages(f, g) == []
    f.body = (*f.body, ev(ir.Call(HERE, NONE, allocating(), ())))
    assert len(messages(f, g, f.body[1].value.func)) == 1


def test_memory_for_an_exception_does_not_count() -> None:
    raiser = function("fail", [], NEVER, [ir.Raise(HERE, ir.New(HERE, ERROR))], exported=False)
    f = function("f", [], NONE, [ir.If(HERE, yes(), (ev(ir.Call(HERE, NEVER, raiser, ())),)),
                                 ir.Raise(HERE, ir.New(HERE, ERROR))], "noalloc")
    assert messages(raiser, f) == []


def test_checked_arithmetic_raises_unless_unchecked() -> None:
    x = ir.Local("x", INT)
    total = prim("add.checked", get(x), num(1))
    assert messages(function("f", [x], INT, [ret(total)], "noraise")) == [
        "E0502 `f` promises not to raise, but raises"]
    y = ir.Local("y", INT)
    assert messages(function("f", [y], INT, [ret(prim("add.checked", get(y), num(1)))], "noraise", "unchecked")) == []


def test_a_handler_for_everything_stops_a_raise() -> None:
    raiser = function("fail", [], NONE, [ir.Raise(HERE, ir.New(HERE, ERROR))], exported=False)

    def guarded(*classes) -> ir.Function:
        handler = ir.Handler(HERE, classes, ir.Local("e", ERROR), ())
        body = ir.TryExcept(HERE, (ev(ir.Call(HERE, NONE, raiser, ())),), (handler,))
        return function("f", [], NONE, [body], "noraise")

    assert messages(raiser, guarded()) == []
    assert messages(raiser, guarded(cls("Exception"))) == []
    assert len(messages(raiser, guarded(ERROR))) == 1


def test_virtual_and_indirect_calls_reach_all_implementations() -> None:
    base = cls("Base")
    below = cls("Below", base)
    this, that = ir.Local("self", base), ir.Local("self", below)
    quiet = function("Base.run", [this], NONE, [], exported=False)
    made = ir.Local("m", NODE)
    loud = function("Below.run", [that], NONE, [put(made, ir.New(HERE, NODE))], exported=False)
    obj = ir.Local("o", base)
    f = function("f", [obj], NONE, [ev(ir.CallVirtual(HERE, NONE, base, ir.Slot(base, "run", 0), quiet, (get(obj),)))],
                 "noalloc")
    vtables = {base: [quiet], below: [loud]}
    assert messages(quiet, loud, f, classes=[base], vtables=vtables) == []
    assert len(messages(quiet, loud, f, classes=[base, below], vtables=vtables)) == 1

    signature = FuncType((), NONE)
    make, g = allocating(), ir.Local("g", signature)
    call = function("g", [g], NONE, [ev(ir.CallIndirect(HERE, NONE, get(g), ()))], "noalloc")
    assert messages(make, call) == []
    user = function("user", [], signature, [ret(ir.FuncAddr(HERE, signature, make))])
    assert len(messages(make, call, user)) == 1


def test_interrupt_handlers_promise_everything() -> None:
    waits = function("idle", [], NONE, [ev(ir.Prim(HERE, NONE, "sys.do:wfi", ()))], exported=False)
    assert messages(waits, calling("irq", waits, "interrupt")) == ["E0503 `irq` promises not to block, but does: "
                                                                  "irq -> idle blocks"]


def test_plat_read_blocks() -> None:
    read = function("plat_read", [], NONE, None)
    assert len(messages(read, calling("f", read, "nonblocking"))) == 1




def test_what_c_does_is_not_known() -> None:
    """C and assembly neither allocate in the arena nor raise, but they may wait, unless their declaration says no."""
    unknown, known = function("c_wait", [], NONE, None), function("c_quick", [], NONE, None, "nonblocking")
    assert messages(unknown, calling("f", unknown, "nonblocking"))
    assert not messages(known, calling("f", known, "nonblocking"))
    assert not messages(unknown, calling("f", unknown, "noalloc"), calling("g", unknown, "noraise"))


def test_a_declaration_means_the_function_of_that_symbol() -> None:
    declared = function("make", [], NONE, None)
    assert messages(allocating("make"), calling("f", declared, "noalloc"))
