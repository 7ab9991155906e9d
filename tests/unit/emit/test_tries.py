"""try statements against CPython: random programs of loops, handlers, finally, return, break and continue.

A program is a nested tuple; it is written both as Python text, which CPython runs, and as IR, which the JIT runs.
Every step notes a number in a trace (a global mixed with each number), so that the whole order of events is compared.
"""

import itertools

import pytest
from build import HERE, INT, cls, function, get, iff, jit, loop, num, prim, put, ret
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rumpkc.ir import nodes as ir

BASE = cls("Base", code=INT)
ONE, TWO = cls("One", BASE), cls("Two", BASE)
SUB = cls("Sub", ONE)
CLASSES = {"Base": BASE, "One": ONE, "Two": TWO, "Sub": SUB}
TRACE = ir.Global("trace", INT, None, False)
MIX = 1000003


class Builder:
    """One random program in both forms."""

    def __init__(self) -> None:
        self.notes = itertools.count(1)
        self.temps = itertools.count(1)
        self.counter = ir.Local("counter", INT)
        self.param = ir.Local("n", INT)
        self.loops: list[ir.LoopId] = []

    def note(self) -> tuple[list[str], list[ir.Stmt]]:
        """Mix a number and the variable `counter`, which the note also counts up, into the trace."""
        number = next(self.notes)
        trace = ir.GlobalGet(HERE, INT, TRACE)
        mixed = prim("add.wrap", prim("mul.wrap", trace, num(MIX)), prim("add.wrap", get(self.counter), num(number)))
        return ([f"note({number} + counter)", "counter += 1"],
                [ir.SetGlobal(HERE, TRACE, mixed), put(self.counter, prim("add.checked", get(self.counter), num(1)))])

    def block(self, items) -> tuple[list[str], list[ir.Stmt]]:
        text, nodes = [], []
        for item in items:
            t, n = getattr(self, item[0])(*item[1:])
            text += t
            nodes += n
            if item[0] in ("leave", "throw"):
                break
        return text or ["pass"], nodes

    def guarded(self, when: int, text: list[str], nodes: list[ir.Stmt]) -> tuple[list[str], list[ir.Stmt]]:
        """Run only in some rounds, so that what follows is reached too."""
        if when == 0:
            return text, nodes
        test = prim("icmp.eq", prim("and", get(self.counter), num(3)), num(when))
        return [f"if counter & 3 == {when}:", *indent(text)], [iff(test, nodes)]

    def leave(self, how: int, when: int) -> tuple[list[str], list[ir.Stmt]]:
        how = how % 3 if self.loops else 0
        number = next(self.notes)
        text = [f"return {number}", "break", "continue"][how]
        node = [ret(num(number)), ir.Break(HERE, self.loops[-1] if self.loops else None),
                ir.Continue(HERE, self.loops[-1] if self.loops else None)][how]
        return self.guarded(when, [text], [node])

    def throw(self, name: str, when: int) -> tuple[list[str], list[ir.Stmt]]:
        made = ir.Local(f".e{next(self.temps)}", CLASSES[name])
        nodes = [put(made, ir.New(HERE, CLASSES[name])), ir.Raise(HERE, get(made))]
        return self.guarded(when, [f"raise {name}()"], nodes)

    def repeat(self, rounds: int, items) -> tuple[list[str], list[ir.Stmt]]:
        index = ir.Local(f".i{next(self.temps)}", INT)
        loop_id = ir.LoopId()
        self.loops.append(loop_id)
        text, nodes = self.block(items)
        self.loops.pop()
        else_text, else_nodes = self.note()
        return ([f"for _ in range({rounds}):", *indent(text), "else:", *indent(else_text)],
                [put(index, num(0)),
                 loop(prim("icmp.slt", get(index), num(rounds)), nodes,
                      [put(index, prim("add.wrap", get(index), num(1)))], else_nodes, loop_id)])

    def catch(self, items, handlers, orelse) -> tuple[list[str], list[ir.Stmt]]:
        text, nodes = self.block(items)
        out, made = ["try:", *indent(text)], []
        for name, below, again in handlers:
            t, n = self.block(below)
            local = ir.Local(f"e{next(self.temps)}", CLASSES[name] if name else BASE)
            if again:
                t, n = [*t, "raise"], [*n, ir.Raise(HERE, get(local), True)]
            out += [f"except {name}:" if name else "except:", *indent(t)]
            made.append(ir.Handler(HERE, (CLASSES[name],) if name else (), local, tuple(n)))
        t, n = self.block(orelse)
        return [*out, "else:", *indent(t)], [ir.TryExcept(HERE, tuple(nodes), tuple(made), tuple(n))]

    def ensure(self, items, final) -> tuple[list[str], list[ir.Stmt]]:
        text, nodes = self.block(items)
        t, n = self.block(final)
        return ["try:", *indent(text), "finally:", *indent(t)], [ir.TryFinally(HERE, tuple(nodes), tuple(n))]


def indent(lines: list[str]) -> list[str]:
    return ["    " + line for line in lines]


NAMES = st.sampled_from(["Base", "One", "Two", "Sub"])
LEAF = st.one_of(st.tuples(st.just("note")), st.tuples(st.just("leave"), st.integers(0, 2), st.integers(0, 3)),
                 st.tuples(st.just("throw"), NAMES, st.integers(0, 3)))


def _handlers(block):
    typed = st.lists(st.tuples(NAMES, block, st.booleans()), min_size=1, max_size=2)
    return st.one_of(typed, st.tuples(block, st.booleans()).map(lambda pair: [("", *pair)]))


def _nest(item):
    block = st.lists(item, max_size=3)
    return st.one_of(st.tuples(st.just("repeat"), st.integers(0, 3), block),
                     st.tuples(st.just("catch"), block, _handlers(block), block),
                     st.tuples(st.just("ensure"), block, block))


PROGRAM = st.lists(st.recursive(LEAF, _nest, max_leaves=14), min_size=1, max_size=4)


def both(program) -> tuple[str, list[ir.Function]]:
    """The Python text and the IR functions of a program."""
    builder = Builder()
    text, nodes = builder.block(program)
    body = [put(builder.counter, get(builder.param)), *nodes, ret(num(0))]
    inner = function("inner", [builder.param], INT, body, exported=False)
    n, e = ir.Local("n", INT), ir.Local("e", BASE)
    outer = function("outer", [n], INT, [
        ir.SetGlobal(HERE, TRACE, num(0)),
        ir.TryExcept(HERE, (ret(ir.Call(HERE, INT, inner, (get(n),))),), (
            ir.Handler(HERE, (SUB,), e, (ret(num(-4)),)), ir.Handler(HERE, (ONE,), e, (ret(num(-3)),)),
            ir.Handler(HERE, (TWO,), e, (ret(num(-2)),)), ir.Handler(HERE, (), e, (ret(num(-1)),)))),
    ])
    trace = function("trace_of", [], INT, [ret(ir.GlobalGet(HERE, INT, TRACE))])
    source = "\n".join(["def inner(n):", "    counter = n", *indent(text), "    return 0"])
    return source, [inner, outer, trace]


def in_python(source: str, n: int) -> tuple[int, int]:
    trace = 0

    def note(number: int) -> None:
        nonlocal trace
        trace = (trace * MIX + number) & (2**64 - 1)

    names: dict = {"note": note}
    exec("class Base(Exception): pass\nclass One(Base): pass\nclass Two(Base): pass\nclass Sub(One): pass\n" + source,
         names)
    codes = {"Sub": -4, "One": -3, "Two": -2, "Base": -1}
    try:
        result = names["inner"](n)
    except names["Base"] as error:
        result = codes[type(error).__name__]
    return result, trace - 2**64 if trace >= 2**63 else trace


def check(program, level: int) -> None:
    source, functions = both(program)
    machine = jit(*functions, opt_level=level, classes=[BASE, ONE, TWO, SUB], globals_=[TRACE])
    for n in range(4):
        expected = in_python(source, n)
        assert (machine.call("outer", n), machine.call("trace_of")) == expected, f"n = {n}\n{source}"


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(PROGRAM, st.sampled_from([0, 2]))
def test_random_programs(program, level: int) -> None:
    check(program, level)


@pytest.mark.parametrize("level", [0, 2])
@pytest.mark.parametrize("program", [
    [("ensure", [("leave", 0, 0)], [("repeat", 2, [("catch", [("leave", 0, 0)], [("", [], False)], [])])])],
    [("repeat", 3, [("ensure", [("leave", 0, 0)],
                     [("repeat", 1, [("ensure", [("leave", 0, 0)], [("leave", 1, 0)])])])])],
    [("repeat", 3, [("note",), ("ensure", [("leave", 2, 0)], [("note",), ("leave", 1, 2)])])],
    [("catch", [("ensure", [("throw", "Sub", 0)], [("note",), ("throw", "Two", 1)])],
      [("One", [("note",)], True)], [])],
])
def test_ways_out(program, level: int) -> None:
    check(program, level)


